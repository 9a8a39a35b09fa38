import { localDate } from '@tyovayla/kernel/local-date';
import { MeetingKind } from '@tyovayla/proto/tyovayla/guidance/v1/meeting';
import { ConsequenceKind } from '@tyovayla/proto/tyovayla/guidance/v1/neglect';
import { DeliveryState } from '@tyovayla/proto/tyovayla/guidance/v1/statement';
import { type Platform, startPlatform } from '@tyovayla/testing/platform';
import { book, type Served } from '../../scripts/simulate/casework.ts';
import { firstDay, lastDay, liveThrough } from '../../scripts/simulate/live-through.ts';
import { type LivingArea, liveIn } from '../../scripts/simulate/living-area.ts';
import { neglectsOf, stateSanction } from '../../scripts/simulate/neglect-handling.ts';
import { type PersonName, people, register } from '../../scripts/simulate/people.ts';
import { stories } from '../../scripts/simulate/stories.ts';
import { type Act, beginLife, type Life } from '../../scripts/simulate/story.ts';
import { meetingLines, neglectLines, planLines, refusalOf, statementLines } from '../support/process-lines.ts';

/** What was refused on the way, by person and day. */
const refusals: Record<string, string> = {};

const tries =
  (what: string, call: (scene: Parameters<Act>[0]) => Promise<unknown>): Act =>
  async (scene) => {
    refusals[`${what}, ${scene.today}`] = await refusalOf(call(scene));
  };

const anyMeeting = { meetingId: '', kind: MeetingKind.MEETING_KIND_SUPPLEMENTARY };

/** Beside what the stories tell: what an official tries and the law does not let them do. */
const attempts: Readonly<Partial<Record<PersonName, Readonly<Record<string, Act>>>>> = {
  aino: {
    '2025-06-03': tries('a Saturday', ({ served }) =>
      book(served, { ...anyMeeting, kind: MeetingKind.MEETING_KIND_CONTACT }, localDate('2025-06-07')),
    ),
    '2025-06-13': tries('a talk before it', ({ served }) => book(served, anyMeeting, localDate('2025-06-12'))),
    '2026-01-07': tries('a talk that no clock asks for', ({ served }) =>
      book(served, anyMeeting, localDate('2026-01-09')),
    ),
    '2026-04-07': tries('activation too early', ({ served: { clientId, desk } }) =>
      desk.guidance.planMeeting({ clientId, kind: MeetingKind.MEETING_KIND_ACTIVATION, dueDate: '2026-04-30' }),
    ),
  },
  liisa: {
    '2026-04-02': tries('a sanction before the hearing is over', async ({ served }) => {
      const [newest] = await neglectsOf(served);
      const consequence = ConsequenceKind.CONSEQUENCE_KIND_NO_BENEFIT;
      return stateSanction(served, { neglectId: newest?.neglectId ?? '', consequence, from: '2026-04-02' });
    }),
    '2026-04-13': tries('an obligation at the first step', async ({ served }) => {
      const [newest] = await neglectsOf(served);
      const consequence = ConsequenceKind.CONSEQUENCE_KIND_WORK_OBLIGATION;
      return stateSanction(served, { neglectId: newest?.neglectId ?? '', consequence, from: '2026-04-13' });
    }),
  },
  onni: {
    '2026-02-03': tries('a second registration', ({ area }) => register(area.desks.kerttu, people.onni)),
  },
};

let platform: Platform;
let area: LivingArea;
let lives: readonly Life[];
let overslept: readonly string[];

const servedOf = (person: PersonName): Served => {
  const served = lives.find(({ story }) => story.person === person)?.served;
  if (served === undefined) throw new Error(`${person} never registered`);
  return served;
};

const notesOf = (person: PersonName): readonly string[] =>
  lives.flatMap(({ story, notes }) => (story.person === person ? notes.map(({ on, what }) => `${on} ${what}`) : []));

const clientOf = async (person: PersonName) => {
  const { clientId, desk } = servedOf(person);
  const { client } = await desk.clients.getClient({ clientId, accessReason: 1 });
  if (client === undefined) throw new Error(`${person} is nobody`);
  return client;
};

beforeAll(async () => {
  platform = await startPlatform({ services: ['clients', 'guidance'], movableClock: true, asOf: firstDay });
  area = await liveIn(platform, firstDay);
  lives = stories.map((story) => beginLife({ ...story, acts: { ...story.acts, ...attempts[story.person] } }));
  overslept = await liveThrough(area, { lives, until: lastDay });
}, 300_000);

afterAll(async () => {
  await area?.close();
  await platform?.stop();
});

const day = (date: string, kind: string, version: string): string => `${kind} held ${date}, version ${version}`;

// Handbook 2.2, 2.4, 2.5, 2.7 and 0.7.
describe('a person from registration to work, over the changes of 1 January, 1 March and 1 May 2026', () => {
  it('met the authority as the law of each meeting’s day asked', async () => {
    expect(await meetingLines(servedOf('aino'))).toEqual([
      // Within five working days of 2 June 2025; then five talks, two weeks apart.
      day('2025-06-09', 'initial interview', '2022-05-02'),
      ...['2025-06-23', '2025-07-07', '2025-07-21', '2025-08-04', '2025-08-18'].map((on) =>
        day(on, 'supplementary', '2022-05-02'),
      ),
      day('2025-09-09', 'discussion', '2022-05-02'),
      day('2025-12-09', 'discussion', '2022-05-02'),
      // The intensive month after six months: its second talk would fall on 6 January 2026, when there is none any more.
      day('2025-12-23', 'intensive', '2022-05-02'),
      day('2026-03-09', 'discussion', '2026-01-01'),
      day('2026-06-01', 'activation', '2026-05-01'),
      day('2026-06-09', 'discussion', '2026-05-01'),
      day('2026-06-29', 'activation', '2026-05-01'),
      day('2026-07-27', 'activation', '2026-05-01'),
      day('2026-09-09', 'discussion', '2026-05-01'),
      'discussion cancelled 2026-10-30, version 2026-05-01',
    ]);
  });

  it('had four applications a month asked, and a plan that told what a neglect leads to by then', async () => {
    const lines = await planLines(servedOf('aino'));
    expect(lines).toContain('2025-06-09 4/1, REMINDER_FIRST, version 2022-05-02');
    expect(lines).toContain('2026-03-09 4/1, BENEFIT_LOST_FROM_FIRST_NEGLECT, version 2026-01-01');
    const { formerPeriods } = await servedOf('aino').desk.guidance.getObligation(servedOf('aino'));
    const met = formerPeriods.filter(({ reported, required }) => reported >= required);
    expect(met.map(({ lastDate }) => lastDate)).toContain('2026-01-08');
    expect(met).toHaveLength(16);
  });

  it('was bound by a job offer of 2026, and by none of the first half-year', async () => {
    const { jobOffers } = await servedOf('aino').desk.guidance.getObligation(servedOf('aino'));
    expect(jobOffers.map(({ offeredDate, binding }) => [offeredDate, binding])).toEqual([
      ['2026-01-15', true],
      ['2025-09-15', false],
    ]);
  });

  it('owed a profile from the first discussion after 1 September 2026, and published it in time', () => {
    expect(notesOf('aino')).toContain('2026-09-21 job-applicant profile published, due by 2026-09-30');
  });

  it('found work: nothing is left to be held, and no plan binds', async () => {
    const { jobSearches } = await clientOf('aino');
    expect(jobSearches).toMatchObject([{ startedDate: '2025-06-02', endedDate: '2026-10-30' }]);
    const { plans } = await servedOf('aino').desk.guidance.listPlans(servedOf('aino'));
    expect(plans.filter(({ endedDate }) => endedDate === '')).toEqual([]);
  });

  it('could not be met on a closed day or in the past, nor without a need in 2026', () => {
    expect(refusals).toMatchObject({
      'a Saturday, 2025-06-03': 'MEETING_ON_NON_WORKING_DAY',
      'a talk before it, 2025-06-13': 'MEETING_IN_PAST',
      'a talk that no clock asks for, 2026-01-07': 'MEETING_NOT_FOUND',
      'activation too early, 2026-04-07': 'INVALID_REQUEST',
    });
  });
});

// Handbook 2.2, exceptions; 2.4.
describe('a person who is laid off full-time', () => {
  it('had no talks and no number for three months in 2025, then four applications a month', async () => {
    const meetings = await meetingLines(servedOf('eero'));
    expect(meetings.filter((line) => line.startsWith('supplementary'))).toEqual([]);
    const plans = await planLines(servedOf('eero'));
    expect(plans).toContain('2025-06-09 no number, REMINDER_FIRST, version 2022-05-02');
    expect(plans).toContain('2025-09-09 4/1, REMINDER_FIRST, version 2022-05-02');
  });

  it('was interviewed within ten working days in 2026, Ascension Day not counted', async () => {
    expect(await meetingLines(servedOf('eero'))).toContain(day('2026-05-19', 'initial interview', '2026-01-01'));
  });

  it('had a number again when three months had passed and a discussion was held', async () => {
    const plans = await planLines(servedOf('eero'));
    expect(plans).toContain('2026-05-19 no number, BENEFIT_LOST_FROM_FIRST_NEGLECT, version 2026-01-01');
    expect(plans).toContain('2026-08-19 4/1, BENEFIT_LOST_FROM_FIRST_NEGLECT, version 2026-01-01');
  });

  it('has two job searches, the second linked to the first', async () => {
    const { jobSearches } = await clientOf('eero');
    const [first, second] = jobSearches.toSorted((one, other) => (one.startedDate < other.startedDate ? -1 : 1));
    expect([first?.endedDate, second?.startedDate]).toEqual(['2026-02-02', '2026-05-04']);
    expect(second?.formerJobSearchId).toBe(first?.jobSearchId);
  });
});

// Handbook 2.6.
describe('a person who neglects', () => {
  it('is judged by the law of the day of each neglect, and an illness leads to nothing', async () => {
    expect(await neglectLines(servedOf('liisa'))).toEqual([
      '2025-11-10 missed meeting, acceptable: nothing',
      '2026-02-28 obligation not met, not acceptable: reminder, version 2022-05-02',
      '2026-03-31 obligation not met, not acceptable: no benefit 7 d, version 2026-03-01',
      '2026-06-30 obligation not met, not acceptable: work obligation 6 wk, version 2026-03-01',
    ]);
  });

  it('is stated about only where benefit is touched, and the payer has it', async () => {
    expect(await statementLines(servedOf('liisa'))).toEqual([
      '2026-04-09 waiting period 2026-04-09–2026-04-15',
      '2026-07-09 work obligation 2026-07-09–',
      '2026-09-21 obligation met 2026-09-20–',
    ]);
    const { statements } = await servedOf('liisa').desk.guidance.listStatements(servedOf('liisa'));
    expect(statements.map(({ delivery }) => delivery?.state)).toEqual([
      DeliveryState.DELIVERY_STATE_RECEIPT,
      DeliveryState.DELIVERY_STATE_RECEIPT,
      DeliveryState.DELIVERY_STATE_RECEIPT,
    ]);
  });

  it('is stated about neither before they were heard nor by another measure than the law’s', () => {
    expect(refusals).toMatchObject({
      'a sanction before the hearing is over, 2026-04-02': 'HEARING_NOT_COMPLETED',
      'an obligation at the first step, 2026-04-13': 'SANCTION_NOT_AS_COMPUTED',
    });
  });
});

// Act 381/2023; handbook 3, seed 4.6.
describe('a client of the multi-sector support', () => {
  it('goes from referral to exit, with a plan that all parties signed and that took the employment plan’s place', async () => {
    const { desk, clientId } = servedOf('matti');
    const { multiSectorCase } = await desk.guidance.getMultiSectorCase({ clientId });
    expect(multiSectorCase).toMatchObject({
      referredDate: '2025-09-15',
      consultationStartedDate: '2025-09-22',
      assessmentStartedDate: '2025-10-06',
      assessmentDueDate: '2026-01-06',
      acceptedDate: '2026-01-05',
      exitedDate: '2026-11-02',
      plans: [
        {
          planKind: '07',
          inForceDate: '2026-01-12',
          endedDate: '2026-11-02',
          reviewDates: ['2026-04-10', '2026-07-10', '2026-10-09'],
          awaitedSigners: [],
        },
      ],
    });
    const { plans } = await desk.guidance.listPlans({ clientId });
    const replaced = plans.find(({ kindCode }) => kindCode === '01');
    expect(replaced).toMatchObject({
      endedDate: '2026-01-12',
      replacedByPlanId: multiSectorCase?.plans[0]?.planId,
    });
  });

  it('is seen no more by the other parties after the exit', async () => {
    const { clientId } = servedOf('matti');
    for (const member of [area.desks.helmi, area.desks.kaisa])
      expect(await refusalOf(member.guidance.getMultiSectorCase({ clientId }))).toMatch(/NOT_FOUND/);
  });

  it('had a minimum profile published by the authority, with no effect on job search or benefit', async () => {
    expect(notesOf('matti')).toEqual([
      '2026-09-30 job-applicant profile was due by then',
      '2026-10-01 the authority published a minimum profile',
    ]);
    expect(await statementLines(servedOf('matti'))).toEqual([]);
  });
});

// Handbook R1.4.
describe('a person who moves', () => {
  it('within the area keeps the job search, and the case goes to a specialist of the new place', async () => {
    const handedOver = notesOf('onni').find((line) => line.includes('case handed over'));
    expect(handedOver).toMatch(/^2026-02-02 case handed over from staff-\d+ to staff-\d+$/);
    const { teams } = await area.desks.paula.guidance.listTeams({});
    const taker = teams.flatMap(({ specialists }) => specialists).find(({ staffId }) => handedOver?.endsWith(staffId));
    expect(taker?.municipalityCode).toBe('751');
    expect(refusals).toMatchObject({ 'a second registration, 2026-02-03': 'JOB_SEARCH_ALREADY_RUNNING' });
  });

  it('to another area does not register again: the job search goes on there from its first day, with the plan', async () => {
    expect(notesOf('onni').at(-1)).toBe('2026-08-03 rovaniemi fetched the case: job search since 2025-06-02, plans: 1');
    expect((await area.office.exchange.listHandOvers({ pageSize: 0 })).handOvers).toEqual([]);
    const { jobSearches } = await clientOf('onni');
    expect(jobSearches).toMatchObject([{ transferredDate: '2026-08-03', transferredToAreaCode: 'rovaniemi' }]);
    expect((await meetingLines(servedOf('onni'))).filter((line) => /planned|booked/.test(line))).toEqual([]);
  });
});

describe('what becomes due while both services are down over a change of the law', () => {
  it('is done when they are back: a birthday, the end of a period, and a look at each plan under the new law', async () => {
    expect([...new Set(overslept)].toSorted()).toEqual(['obligation-period-ends', 'plan-text-outdated', 'turned-25']);
    expect(overslept.filter((kind) => kind !== 'plan-text-outdated')).toHaveLength(2);
    const { clientId, desk } = servedOf('veera');
    const rows: string[] = [];
    for (let pageToken = ''; ; ) {
      const page = await desk.clients.listClientAccesses({ clientId, pageSize: 100, pageToken, accessReason: 1 });
      rows.push(...page.accesses.filter(({ action }) => action === 'TurnAge').map(({ accessTime }) => accessTime));
      pageToken = page.nextPageToken;
      if (pageToken === '') break;
    }
    expect(rows.map((time) => time.slice(0, 10))).toEqual(['2026-03-02']);
  });
});
