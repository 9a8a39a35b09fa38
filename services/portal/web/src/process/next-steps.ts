import type {
  AssignmentView,
  CandidateListView,
  MeetingListView,
  MeetingView,
  NeglectListView,
  NeglectView,
  ObligationView,
  PlanListView,
  PlanView,
  ProfileDutyView,
  ServiceNeedView,
  StatementListView,
} from '../lib/api-types.ts';

/** Something that the answers of the services ask somebody to do. */
export type Step = {
  readonly key: string;
  readonly kind: string;
  /** Day by which, or on which; absent where no day is set: as soon as possible. */
  readonly day?: string;
  /** Part of the page where it is done. */
  readonly section: string;
  /** What it is about: names of codes and numbers for the text. */
  readonly facts: Readonly<Record<string, string | number>>;
  /** First day of the rule's version that asks for it. */
  readonly ruleFrom?: string;
  /** Where the rule can be asked. */
  readonly rule?: string;
};

/** The services' answers, as far as they have come. */
export type Answers = {
  readonly meetings?: MeetingListView | undefined;
  readonly serviceNeed?: ServiceNeedView | undefined;
  readonly plans?: PlanListView | undefined;
  readonly obligation?: ObligationView | undefined;
  readonly candidates?: CandidateListView | undefined;
  readonly neglects?: NeglectListView | undefined;
  readonly statements?: StatementListView | undefined;
  readonly assignment?: AssignmentView | undefined;
  readonly profile?: ProfileDutyView | undefined;
};

const ruled = (rule: string, from: string | undefined): { readonly rule?: string; readonly ruleFrom?: string } =>
  from === undefined ? {} : { rule, ruleFrom: from };

const meetingStep = ({ meetings = [] }: Partial<MeetingListView>, today: string): readonly Step[] =>
  meetings
    .filter(({ status }) => status === 'PLANNED' || status === 'BOOKED')
    .map((meeting: MeetingView) => {
      const { meetingId: key, kind, booking, dueDate, scheduleByDate, ruleValidFromDate } = meeting;
      const rule = ruled(kind === 'INITIAL_INTERVIEW' ? 'interview-due' : 'meeting-clock', ruleValidFromDate);
      const about = { key, section: 'meetings', ...rule };
      if (booking) {
        const passed = booking.date < today;
        const facts = { meetingKinds: kind, time: booking.startTime };
        return { ...about, kind: passed ? 'MEETING_TO_RECORD' : 'MEETING_BOOKED', day: booking.date, facts };
      }
      const day = scheduleByDate ?? dueDate;
      const asked = ruleValidFromDate ? 'MEETING_DUE' : 'MEETING_BY_NEED';
      return { ...about, kind: asked, facts: { meetingKinds: kind }, ...(day ? { day } : {}) };
    });

/** At the interview the need is assessed and a plan made (handbook 2.3): told only once one was held. */
const afterInterview = ({ meetings, serviceNeed, plans }: Answers): readonly Step[] => {
  const held = meetings?.meetings.some(({ kind, status }) => kind === 'INITIAL_INTERVIEW' && status === 'HELD');
  if (!held) return [];
  const need = serviceNeed?.assessments.length === 0;
  const plan = plans !== undefined && !plans.plans.some(({ status }) => status !== 'ENDED');
  return [
    ...(need ? [{ key: 'need', kind: 'ASSESS_NEED', section: 'service-need', facts: {} }] : []),
    ...(plan ? [{ key: 'plan', kind: 'DRAFT_PLAN', section: 'plans', facts: {} }] : []),
  ];
};

const planSteps = ({ planId, kindCode, status, proposed, binding }: PlanView): readonly Step[] => {
  if (status === 'ENDED') return [];
  const facts = { planKinds: kindCode };
  const waiting: readonly Step[] = proposed
    ? [{ key: `${planId} accept`, kind: 'PLAN_TO_ACCEPT', section: 'plans', facts }]
    : [];
  if (!binding || status !== 'BINDING') return waiting;
  const tasks = binding.tasks
    .filter(({ doneDate }) => doneDate === undefined)
    .map(({ taskId, taskCode, dueDate }) => {
      return { key: taskId, kind: 'TASK_DUE', section: 'plans', day: dueDate, facts: { taskCodes: taskCode } };
    });
  const followUp = { key: `${planId} follow-up`, kind: 'PLAN_FOLLOW_UP', section: 'plans', day: binding.followUpDate };
  return [...waiting, ...tasks, { ...followUp, facts }];
};

/** The rule's version under which the plan of a period set its number. */
const ruleOfPeriod = (planId: string, { plans = [] }: Partial<PlanListView>): string | undefined =>
  plans.find((plan) => plan.planId === planId)?.binding?.obligation?.ruleValidFromDate;

const obligationSteps = (
  { period, byRuleToday, planDiffersFromRule }: ObligationView,
  plans: Partial<PlanListView>,
): readonly Step[] => [
  ...(period
    ? [
        {
          key: period.periodId,
          kind: 'APPLICATIONS',
          section: 'obligation',
          day: period.lastDate,
          facts: { reported: period.reported, required: period.required },
          ...ruled('job-search-obligation', ruleOfPeriod(period.planId, plans)),
        },
      ]
    : []),
  ...(planDiffersFromRule
    ? [
        {
          key: 'differs',
          kind: 'PLAN_DIFFERS',
          section: 'plans',
          facts: {},
          ...ruled('job-search-obligation', byRuleToday?.ruleValidFromDate),
        },
      ]
    : []),
];

const kindAfterFinding: Readonly<Record<string, string>> = {
  NO_BENEFIT: 'STATEMENT_PROPOSED',
  WORK_OBLIGATION: 'STATEMENT_PROPOSED',
  JOB_SEARCH_ENDS: 'END_SEARCH_PROPOSED',
  REMINDER: 'REMINDER_PROPOSED',
};

const neglectKind = ({ stage, verdict, statementId, proposal }: NeglectView): string | undefined => {
  if (stage === 'RECORDED') return 'HEAR';
  if (stage === 'HEARING') return 'HEARING_RUNS';
  if (stage === 'HEARD') return 'ASSESS_REASON';
  return verdict === 'NOT_ACCEPTABLE' && !statementId ? kindAfterFinding[proposal?.consequence ?? ''] : undefined;
};

const neglectStep = (neglect: NeglectView): readonly Step[] => {
  const kind = neglectKind(neglect);
  if (kind === undefined) return [];
  const { neglectId: key, occurredDate, hearing, proposal } = neglect;
  const facts = { neglectKinds: neglect.kind, date: occurredDate };
  const decided = kind.endsWith('_PROPOSED');
  return [
    {
      key,
      kind,
      section: kind === 'STATEMENT_PROPOSED' ? 'statements' : 'neglects',
      facts,
      ...(kind === 'HEARING_RUNS' && hearing ? { day: hearing.deadlineDate } : {}),
      ...(decided ? ruled(proposal?.rule ?? 'sanction', proposal?.ruleValidFromDate) : {}),
    },
  ];
};

const statementSteps = ({ statements, obligations }: StatementListView): readonly Step[] => {
  const stands = statements.filter(({ replacedByStatementId }) => replacedByStatementId === undefined);
  const told = (id: string): boolean =>
    stands.some(({ content }) => content.obligationMet?.obligationStatementId === id);
  return [
    ...stands
      .filter(({ delivery }) => delivery?.state === 'FAILED')
      .map(({ statementId: key, kind, issuedDate }) => ({
        key,
        kind: 'STATEMENT_UNDELIVERED',
        section: 'statements',
        facts: { statementKinds: kind, date: issuedDate },
      })),
    ...obligations
      .filter(({ obligationStatementId, metDate }) => metDate !== undefined && !told(obligationStatementId))
      .map(({ obligationStatementId, metDate = '' }) => ({
        key: `${obligationStatementId} met`,
        kind: 'OBLIGATION_MET',
        section: 'statements',
        facts: { date: metDate },
      })),
  ];
};

const profileStep = ({ required, publishedDate, dueDate, ruleValidFromDate }: ProfileDutyView): readonly Step[] =>
  required && publishedDate === undefined && dueDate !== undefined
    ? [
        {
          key: 'profile',
          kind: 'PROFILE_DUE',
          section: 'record-profile',
          day: dueDate,
          facts: {},
          ...ruled('profile-due', ruleValidFromDate),
        },
      ]
    : [];

/** Study places that are still to be applied for. */
const studySteps = ({ studyDuty }: ObligationView): readonly Step[] => {
  if (studyDuty?.duty === undefined || studyDuty.applied >= studyDuty.duty.places) return [];
  const { places: asked, windowLastDate: day } = studyDuty.duty;
  const facts = { applied: studyDuty.applied, asked };
  const about = { key: 'study', kind: 'STUDY_APPLICATION', section: 'obligation', rule: 'study-application-duty' };
  return [{ ...about, facts, ...(day ? { day } : {}) }];
};

/** What the services' answers ask for, by day; what has no day counts as today's. Nothing is added to the answers. */
export const nextSteps = (answers: Answers, today: string): readonly Step[] => {
  const { candidates, assignment, plans, obligation, neglects, statements, profile } = answers;
  const steps: readonly Step[] = [
    ...(candidates?.candidates ?? []).map(({ candidateId: key, kind, occurredDate }) => ({
      key,
      kind: 'NEGLECT_CANDIDATE',
      section: 'neglects',
      facts: { neglectKinds: kind, date: occurredDate },
    })),
    ...(neglects?.neglects ?? []).flatMap(neglectStep),
    ...(statements ? statementSteps(statements) : []),
    ...(assignment?.proposedStaffId
      ? [{ key: 'hand-over', kind: 'HAND_OVER', section: 'assignment', facts: { who: assignment.proposedStaffId } }]
      : []),
    ...meetingStep(answers.meetings ?? {}, today),
    ...afterInterview(answers),
    ...(plans?.plans ?? []).flatMap(planSteps),
    ...(obligation ? [...obligationSteps(obligation, plans ?? {}), ...studySteps(obligation)] : []),
    ...(profile ? profileStep(profile) : []),
  ];
  const dayOf = ({ day = today }: Step): string => day;
  return steps.toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)));
};

/** The next job-search discussion, as far as it is known. */
export const nextDiscussion = ({ meetings }: MeetingListView): string | undefined =>
  meetings
    .filter(({ kind, status }) => kind === 'DISCUSSION' && (status === 'PLANNED' || status === 'BOOKED'))
    .map(({ booking, dueDate = '' }) => booking?.date ?? dueDate)
    .filter((day) => day !== '')
    .sort()[0];
