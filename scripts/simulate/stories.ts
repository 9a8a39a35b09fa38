import { addMonths } from '@tyovayla/kernel/local-date';
import { JobSearchEndReason } from '@tyovayla/proto/tyovayla/clients/v1/client';
import {
  appliedToOffer,
  beginsWorkTrial,
  endsJobSearch,
  findsWork,
  getsGeneralSupport,
  goesToArea,
  handlesNeglects,
  hasStatus,
  meetsWorkObligation,
  minimumProfileWhenLate,
  movesTo,
  publishesProfile,
} from './acts.ts';
import { places } from './casework.ts';
import { staff } from './living-area.ts';
import { accept, agreeJointPlan, assessTogether, consult, leave, refer, reviewJointPlan } from './multi-sector-way.ts';
import type { Act, Story } from './story.ts';

const aino: Story = {
  person: 'aino',
  about: 'unemployed in Kemi; her process runs over every change of the law until she finds work',
  server: 'kerttu',
  place: places.kemi,
  hour: '09:00',
  habits: { segment: '01' },
  registers: ['2025-06-02'],
  acts: {
    '2025-09-22': appliedToOffer,
    '2026-01-22': appliedToOffer,
    '2026-05-04': getsGeneralSupport,
    '2026-09-21': publishesProfile,
    '2026-10-30': findsWork,
  },
};

const eero: Story = {
  person: 'eero',
  about: 'laid off full-time, twice: by the list of exceptions of 2025, and by discretion in 2026',
  server: 'kerttu',
  place: places.kemi,
  hour: '09:45',
  habits: { segment: '00' },
  registers: ['2025-06-02', '2026-05-04'],
  acts: { '2026-02-02': findsWork, '2026-11-02': findsWork },
};

/** Last days of the periods in which Liisa applies for nothing. */
const liisaSilent = ['2026-02-28', '2026-03-31', '2026-06-30'];

const liisa: Story = {
  person: 'liisa',
  about: 'neglects once with an acceptable reason and three times without, before and after 1 March 2026',
  server: 'kerttu',
  place: places.kemi,
  hour: '10:30',
  habits: {
    segment: '01',
    comes: ({ dueDate }) => dueDate !== '2025-11-10',
    reports: (lastDate) => !liisaSilent.includes(lastDate),
  },
  registers: ['2025-08-25'],
  daily: async (scene) => {
    await handlesNeglects(['2025-11'])(scene);
    await minimumProfileWhenLate(scene);
  },
  acts: { '2026-09-21': meetsWorkObligation('2026-08-10') },
};

const review = async ({ served, today }: Pick<Parameters<Act>[0], 'served' | 'today'>): Promise<void> => {
  await reviewJointPlan(served, today);
};

const matti: Story = {
  person: 'matti',
  about: 'long unemployed, turns 60; multi-sector support with the wellbeing services county and Kela',
  server: 'kerttu',
  place: places.kemi,
  hour: '11:15',
  habits: { segment: '05' },
  registers: ['2025-06-02'],
  daily: minimumProfileWhenLate,
  acts: {
    '2025-09-01': async ({ served: { clientId, desk }, today }) => {
      await desk.clients.recordSubsidyDays({ clientId, days: 300, countedOnDate: today });
    },
    '2025-09-15': async ({ served }) => {
      await refer(served);
    },
    '2025-09-22': ({ served, today, area: { desks } }) => consult(served, today, [desks.helmi, desks.kaisa]),
    '2025-10-06': async ({ served, today }) => {
      await assessTogether(served, today);
    },
    '2026-01-05': async ({ served, today }) => {
      await accept(served, today);
    },
    '2026-01-12': async ({ served, today, area: { desks } }) => {
      await agreeJointPlan(served, { today, due: addMonths(today, 6), members: [desks.helmi, desks.kaisa] });
    },
    '2026-04-10': ({ served, today }) => review({ served, today }),
    '2026-07-10': ({ served, today }) => review({ served, today }),
    '2026-10-09': ({ served, today }) => review({ served, today }),
    '2026-11-02': async ({ served, today }) => {
      await leave(served, today);
    },
  },
};

const sofia: Story = {
  person: 'sofia',
  about: 'under a protection order: the assigned handler alone serves her, from registration to the end',
  server: 'tuija',
  place: places.kemi,
  hour: '12:00',
  habits: { segment: '02' },
  registering: { protectedBy: { handlerId: staff.tuija[1], validFromDate: '2025-03-01' } },
  registers: ['2025-09-01'],
  acts: { '2026-10-30': endsJobSearch(JobSearchEndReason.JOB_SEARCH_END_REASON_CLIENT_REQUEST) },
};

const onni: Story = {
  person: 'onni',
  about: 'moves from Kemi to Simo within the area, and later to another area with his running job search',
  // The manager sees his case before and after it is handed over.
  server: 'paula',
  place: places.kemi,
  moves: { on: '2026-02-02', to: places.simo },
  hour: '12:45',
  habits: { segment: '01' },
  registers: ['2025-06-02'],
  acts: { '2026-02-02': movesTo('751'), '2026-08-03': goesToArea('rovaniemi') },
};

const veera: Story = {
  person: 'veera',
  about: 'young, in Tornio; turns 25 while the services are down; a work trial; no profile in time',
  server: 'topi',
  place: places.tornioOhjaamo,
  hour: '13:30',
  habits: { segment: '03' },
  registers: ['2025-09-01'],
  daily: minimumProfileWhenLate,
  acts: { '2026-04-07': beginsWorkTrial('2026-06-30'), '2026-07-01': hasStatus('02') },
};

/** The people whose lives the simulation follows. */
export const stories: readonly Story[] = [aino, eero, liisa, matti, sofia, onni, veera];

/** While the services are down the law changes and timers of both become due. */
export const downtime = { from: '2026-03-01', backOn: '2026-03-02' } as const;
