import { addDays, type LocalDate } from '@tyovayla/kernel/local-date';
import type { UndeliveredListView } from '../api/delivery-schemas.ts';
import type { MyDayView, TeamListView } from '../api/staffing-schemas.ts';
import { newClientId } from './people.ts';

type Task = MyDayView['tasks'][number];

/** Days from today, kind, number of the client. */
const plan: readonly (readonly [days: number, kind: Task['kind'], client: number])[] = [
  [-9, 'MEETING_DUE', 1],
  [-3, 'OBLIGATION_PERIOD_ENDED', 2],
  [-1, 'STATEMENT_UNDELIVERED', 3],
  [0, 'MEETING_BOOKED', 4],
  [0, 'HEARING_RUNS_OUT', 5],
  [0, 'NEGLECT_CANDIDATE', 2],
  [1, 'PLAN_REVIEW', 6],
  [2, 'PROFILE_DUE', 8],
  [3, 'MEETING_BOOKED', 9],
  [4, 'HAND_OVER_PROPOSED', 10],
];

const municipalities = ['240', '851', '851', '241', '976', '240', '198', '751', '845', '240'];

/** A day with something overdue, something today and something later in the week. */
export const someDayTasks = (today: string): readonly Task[] =>
  plan.map(([days, kind, client], at) => ({
    taskId: newClientId(500 + at),
    clientId: newClientId(client),
    kind,
    dueDate: addDays(today as LocalDate, days),
    sourceId: newClientId(600 + at),
    municipalityCode: municipalities[client - 1] ?? '240',
    specialistId: at === 3 ? 'staff-0102' : 'staff-0001',
  }));

/** What some of the staff are called; one of them has no name. */
export const someStaffNames: TeamListView['staffNames'] = {
  'staff-0001': 'Kerttu Kemiläinen',
  'staff-0003': 'Paula Päällikkö',
  'staff-0004': 'Tuija Turvala',
  'staff-0009': 'Helmi Hyvönen',
  'staff-0101': 'Aila Mallilampi',
};

/** Two teams. */
export const someTeams = (): TeamListView['teams'] => [
  {
    teamId: 'employer-services',
    names: { fi: 'Yrityspalvelut', sv: 'Företagstjänster', en: 'Employer services' },
    specialists: [
      { staffId: 'staff-0001', municipalityCode: '240', statementPower: true },
      { staffId: 'staff-0101', municipalityCode: '240', statementPower: false },
      { staffId: 'staff-0102', municipalityCode: '751', statementPower: true },
    ],
  },
  {
    teamId: 'multi-sector',
    names: { fi: 'Monialaiset palvelut', sv: 'Sektorsövergripande tjänster', en: 'Multi-sector services' },
    specialists: [
      { staffId: 'staff-0002', municipalityCode: '851', statementPower: true },
      { staffId: 'staff-0201', municipalityCode: '976', statementPower: true },
    ],
  },
];

/** One statement that the payer refused, and one that is tried again. */
export const someUndelivered = (): UndeliveredListView['statements'] => [
  {
    statementId: newClientId(701),
    clientId: newClientId(3),
    kind: 'WAITING_PERIOD',
    recipientCode: 'KELA',
    issuedDate: '2026-11-20',
    attempts: 5,
    sentTime: '2026-11-23T08:00:00.000Z',
    failureCode: 'PAYER_REFUSED',
  },
  {
    statementId: newClientId(702),
    clientId: newClientId(7),
    kind: 'JOB_SEARCH_VALID',
    recipientCode: 'KELA',
    issuedDate: '2026-11-23',
    attempts: 2,
    sentTime: '2026-11-24T06:10:00.000Z',
    failureCode: 'PAYER_AWAY',
    nextAttemptTime: '2026-11-24T10:10:00.000Z',
  },
];
