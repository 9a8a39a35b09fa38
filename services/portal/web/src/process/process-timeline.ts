import type {
  MeetingView,
  NeglectView,
  ObligationView,
  PlanView,
  ServiceNeedView,
  StatementView,
} from '../lib/api-types.ts';
import type { Answers } from './next-steps.ts';

/** One fact of the client process on its day. */
export type ProcessEntry = {
  readonly key: string;
  readonly kind: 'process';
  readonly day: string;
  /** Which text tells it. */
  readonly what: string;
  readonly facts: Readonly<Record<string, string | number>>;
};

type Facts = ProcessEntry['facts'];

const entry = (key: string, day: string | undefined, [what, facts]: readonly [string, Facts]): ProcessEntry[] =>
  day ? [{ key: `${key} ${what}`, kind: 'process', day, what, facts }] : [];

const meetingEntries = ({
  meetingId,
  kind,
  status,
  doneDate,
  dueDate,
  channelCode = '',
  cancelReason = '',
}: MeetingView): ProcessEntry[] => {
  const facts = { meetingKinds: kind, channelCodes: channelCode, meetingCancelReasons: cancelReason };
  if (status === 'TAKEN_OVER') return entry(meetingId, dueDate, ['MEETING_TAKEN_OVER', facts]);
  return entry(meetingId, doneDate, [`MEETING_${status}`, facts]);
};

const assessmentEntries = ({ assessmentId, assessedDate, segmentCode }: ServiceNeedView['assessments'][number]) =>
  entry(assessmentId, assessedDate, ['NEED_ASSESSED', { segments: segmentCode }]);

const planEntries = ({ planId, kindCode, edits, endReason: planEndReasons = '' }: PlanView): ProcessEntry[] =>
  // On one day the later edit is the newer one.
  edits
    .toReversed()
    .flatMap(({ version, kind, onDate }) =>
      entry(`${planId} ${version}`, onDate, [`PLAN_${kind}`, { planKinds: kindCode, version, planEndReasons }]),
    );

const obligationEntries = ({ applications, formerPeriods, jobOffers }: ObligationView): ProcessEntry[] => [
  ...applications.flatMap(({ applicationId, kind, appliedDate }) =>
    entry(applicationId, appliedDate, ['APPLICATION', { applicationKinds: kind }]),
  ),
  ...formerPeriods.flatMap(({ periodId, lastDate, state, reported, required }) =>
    entry(periodId, lastDate, ['PERIOD_ENDED', { periodStates: state, reported, required }]),
  ),
  ...jobOffers.flatMap(({ offerId, recordedDate, outcome }) =>
    entry(offerId, recordedDate, ['JOB_OFFER', { jobOfferOutcomes: outcome }]),
  ),
];

const neglectEntries = ({ neglectId, kind, occurredDate, hearing }: NeglectView): ProcessEntry[] => {
  const facts = { neglectKinds: kind };
  const explanationCodes = hearing?.explanationCode ?? '';
  return [
    ...entry(neglectId, hearing?.answeredDate, ['HEARING_ANSWERED', { ...facts, explanationCodes }]),
    ...entry(neglectId, hearing?.openedDate, ['HEARING_OPENED', facts]),
    ...entry(neglectId, occurredDate, ['NEGLECT', facts]),
  ];
};

const statementEntries = ({ statementId, kind, issuedDate, recipientCode }: StatementView): ProcessEntry[] =>
  entry(statementId, issuedDate, ['STATEMENT', { statementKinds: kind, recipient: recipientCode }]);

/** What guidance knows to have happened, by day, the newest first; on one day what comes later in the process. */
export const processEntries = (answers: Answers): readonly ProcessEntry[] =>
  [
    ...(answers.statements?.statements ?? []).flatMap(statementEntries),
    ...(answers.neglects?.neglects ?? []).flatMap(neglectEntries),
    ...(answers.obligation ? obligationEntries(answers.obligation) : []),
    ...(answers.plans?.plans ?? []).flatMap(planEntries),
    ...(answers.serviceNeed?.assessments ?? []).flatMap(assessmentEntries),
    ...(answers.meetings?.meetings ?? []).flatMap(meetingEntries),
  ].toSorted((a, b) => b.day.localeCompare(a.day));

/** Two lists by day, the newest first, as one; on the same day the first list's entries come first. */
export const mergedByDay = <One extends { readonly day: string }, Other extends { readonly day: string }>(
  one: readonly One[],
  other: readonly Other[],
): readonly (One | Other)[] => [...one, ...other].toSorted((a, b) => b.day.localeCompare(a.day));
