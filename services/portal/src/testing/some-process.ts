import type { MeetingView, OfficeListView, ServiceNeedView } from '../api/meeting-schemas.ts';
import type { CandidateListView, NeglectView } from '../api/neglect-schemas.ts';
import type { ObligationView, PlanView } from '../api/plan-schemas.ts';
import type { AssignmentView, StatementChoicesView, StatementListView } from '../api/statement-schemas.ts';

/** What guidance holds of one client, as the API shows it. */
export type ClientFile = {
  meetings: MeetingView[];
  assessments: ServiceNeedView['assessments'];
  plans: PlanView[];
  obligation: ObligationView;
  candidates: CandidateListView['candidates'];
  neglects: NeglectView[];
  statements: StatementListView;
  assignment: AssignmentView;
};

const id = (number: number): string => `0190f100-0000-7000-8000-${String(number).padStart(12, '0')}`;
export const processId = id;

const interview: MeetingView = {
  meetingId: id(1),
  jobSearchId: id(900),
  kind: 'INITIAL_INTERVIEW',
  status: 'HELD',
  version: 3,
  dueDate: '2025-03-10',
  ruleValidFromDate: '2022-05-02',
  doneDate: '2025-03-07',
  channelCode: '21',
};

const discussion: MeetingView = {
  meetingId: id(2),
  jobSearchId: id(900),
  kind: 'DISCUSSION',
  status: 'PLANNED',
  version: 1,
  dueDate: '2026-12-06',
  scheduleByDate: '2026-12-04',
  ruleValidFromDate: '2026-01-01',
};

const missed: MeetingView = {
  meetingId: id(3),
  jobSearchId: id(900),
  kind: 'DISCUSSION',
  status: 'MISSED',
  version: 3,
  dueDate: '2026-11-20',
  ruleValidFromDate: '2026-01-01',
  booking: {
    date: '2026-11-16',
    startTime: '10:00',
    minutes: 45,
    channel: 'OFFICE',
    officeCode: 'kemi-pointti',
    bookedBy: 'AUTHORITY',
    specialistId: 'staff-0001',
  },
  doneDate: '2026-11-16',
  missedEffect: 'NEGLECT',
};

const content = {
  version: 1,
  goal: 'OPEN_MARKET_WORK',
  goalText: 'Work in home care',
  language: 'fi',
  tasks: [{ taskId: id(20), taskCode: '063', dueDate: '2026-12-18' }],
  followUpDate: '2026-12-15',
  obligation: {
    numbered: true,
    count: 4,
    perMonths: 1,
    fromDate: '2026-11-10',
    lastDate: '2026-12-09',
    ruleCount: 4,
    ruleValidFromDate: '2026-01-01',
    because: ['DEFAULT_OBLIGATION'],
  },
  consequencesCode: 'BENEFIT_LOST_FROM_FIRST_NEGLECT',
  acceptedDate: '2026-11-10',
  acceptedHow: 'VISIT',
};

const plan: PlanView = {
  planId: id(10),
  kindCode: '01',
  status: 'BINDING',
  version: 2,
  binding: content,
  contents: [content],
  edits: [
    { version: 1, kind: 'DRAFTED', editorId: 'staff-0001', editTime: '2026-11-10T08:00:00.000Z', onDate: '2026-11-10' },
    {
      version: 2,
      kind: 'ACCEPTED',
      editorId: 'staff-0001',
      editTime: '2026-11-10T08:30:00.000Z',
      onDate: '2026-11-10',
    },
  ],
  consequencesOutdated: false,
  substituting: false,
};

const obligation: ObligationView = {
  period: {
    periodId: id(30),
    planId: id(10),
    fromDate: '2026-11-10',
    lastDate: '2026-12-09',
    required: 4,
    reported: 1,
    state: 'OPEN',
  },
  applications: [
    { applicationId: id(31), kind: 'VACANCY', appliedDate: '2026-11-12', note: 'Shop', reportedDate: '2026-11-13' },
  ],
  formerPeriods: [],
  byRuleToday: content.obligation,
  planDiffersFromRule: false,
  jobOffers: [],
};

/** A client in the middle of the process: a plan binds, a meeting was missed, another is due. */
export const someClientFile = (clientId: string): ClientFile => ({
  meetings: [discussion, missed, interview],
  assessments: [
    {
      assessmentId: id(40),
      assessedDate: '2026-11-10',
      segmentCode: '01',
      workAbilityConsidered: 'YES',
      multiSectorNeed: 'NO',
      assessedBy: 'staff-0001',
    },
  ],
  plans: [plan],
  obligation,
  candidates: [{ candidateId: id(50), kind: 'MISSED_MEETING', occurredDate: '2026-11-16', sourceId: id(3) }],
  neglects: [],
  statements: { statements: [], obligations: [] },
  assignment: { clientId, teamId: 'employer-services', specialistId: 'staff-0001', needFirst: false },
});

const weekdays = [1, 2, 3, 4, 5];
const hours = (opensAt: string, closesAt: string) => weekdays.map((weekday) => ({ weekday, opensAt, closesAt }));

export const someOffices = (): OfficeListView => ({
  offices: [
    {
      officeCode: 'kemi-pointti',
      name: 'Yhteispalvelupiste Pointti',
      municipalityCode: '240',
      address: 'Valtakatu 11–13, Kemi',
      openingHours: hours('09:00', '15:00'),
    },
    {
      officeCode: 'tornio',
      name: 'Tornion toimipiste',
      municipalityCode: '851',
      openingHours: hours('08:00', '16:00'),
    },
  ],
  remoteHours: hours('08:00', '16:00'),
});

export const someStatementChoices = (): StatementChoicesView => ({
  grounds: [
    {
      groundCode: 'NEGLECT_IN_PROCESS',
      kinds: ['WAITING_PERIOD', 'WORK_OBLIGATION'],
      act: '1290/2002',
      validFromDate: '2026-03-01',
    },
    { groundCode: 'JOB_SEARCH_REGISTERED', kinds: ['JOB_SEARCH_VALID'], act: '1290/2002', validFromDate: '2022-05-02' },
  ],
  recipients: [
    { recipientCode: 'KELA', name: 'Kela' },
    { recipientCode: 'YTK', name: 'YTK Työttömyyskassa' },
  ],
  serviceCodes: ['COACHING', 'WORK_TRIAL'],
});
