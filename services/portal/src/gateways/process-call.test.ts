import { AccessReason, accessReasonToJSON } from '@tyovayla/proto/tyovayla/guidance/v1/access_reason';
import { AssignSpecialistRequest, HandOverCaseRequest } from '@tyovayla/proto/tyovayla/guidance/v1/assignment';
import { RecordBenefitRequest } from '@tyovayla/proto/tyovayla/guidance/v1/benefit';
import * as experts from '@tyovayla/proto/tyovayla/guidance/v1/expert_order';
import * as meetings from '@tyovayla/proto/tyovayla/guidance/v1/meeting';
import * as neglects from '@tyovayla/proto/tyovayla/guidance/v1/neglect';
import * as plans from '@tyovayla/proto/tyovayla/guidance/v1/plan';
import { AssessServiceNeedRequest } from '@tyovayla/proto/tyovayla/guidance/v1/service_need';
import * as statements from '@tyovayla/proto/tyovayla/guidance/v1/statement';
import { accessReasons } from '@tyovayla/runtime/access-reason';
import { neglectList } from '../api/neglect-schemas.ts';
import { obligation } from '../api/plan-schemas.ts';
import * as codes from '../api/process-codes.ts';
import { guidanceReasonOf } from './access-reason.ts';
import { benefitCodes } from './benefits-gateway.ts';
import { type CodePrefixes, plainCodes } from './contract-json.ts';
import { expertCodes } from './experts-gateway.ts';
import { meetingCodes, needCodes } from './meetings-gateway.ts';
import { dismissCodes, neglectCodes } from './neglects-gateway.ts';
import { obligationCodes, planCodes } from './plans-gateway.ts';
import { requestOf } from './process-call.ts';
import { assignmentCodes, statementCodes } from './statements-gateway.ts';

const id = '0190f000-0000-7000-8000-000000000001';
const day = '2026-11-24';
const booking = {
  date: day,
  startTime: '10:00',
  minutes: 45,
  channel: 'OFFICE',
  officeCode: 'kemi-pointti',
  bookedBy: 'AUTHORITY',
  specialistId: 'staff-0001',
  remoteReason: 'WEIGHTY',
};
const draft = {
  goal: 'EDUCATION',
  goalText: 'A qualification',
  language: 'fi',
  tasks: [{ taskId: id, taskCode: '063', dueDate: day, note: 'Six weeks' }],
  followUpDate: day,
  situation: 'STUDENT_ON_BENEFIT',
  occupationCode: '5322',
  reduction: { count: 2, ground: 'LABOUR_MARKET', groundText: 'Few posts' },
};
const application = { kind: 'VACANCY', appliedDate: day, note: 'Shop' };
const offer = { offerId: id, offeredDate: day, applyByDate: day, outcome: 'NOT_SUITABLE', ground: 'COMMUTE' };
const participation = {
  serviceCode: 'WORK_TRIAL',
  period: { fromDate: day, toDate: day },
  daysPerWeek: 5,
  expenseAllowance: 'RAISED',
};
const frame = { groundCode: 'PROMOTING_SERVICE', recipientCode: 'KELA', language: 'SMN' };

type Codec = { fromJSON(json: unknown): unknown; toJSON(message: never): unknown };
type Sent = [name: string, codec: Codec, input: object, table: CodePrefixes];

const sent: Sent[] = [
  [
    'a booking',
    meetings.BookMeetingRequest,
    { clientId: id, meetingId: id, kind: 'DISCUSSION', booking },
    meetingCodes,
  ],
  ['a need for a meeting', meetings.PlanMeetingRequest, { kind: 'SUPPLEMENTARY', dueDate: day }, meetingCodes],
  ['another time', meetings.RescheduleMeetingRequest, { meetingId: id, expectedVersion: 2, booking }, meetingCodes],
  ['a cancellation', meetings.CancelMeetingRequest, { meetingId: id, reason: 'WAIVED' }, meetingCodes],
  ['a meeting held', meetings.RecordMeetingHeldRequest, { heldDate: day, channelCode: '27' }, meetingCodes],
  [
    'an assessment',
    AssessServiceNeedRequest,
    {
      ...{ segmentCode: '03', workAbilityConsidered: 'NO', multiSectorNeed: 'YES', serviceLanguage: 'sv', note: 'n' },
      vocationalQualification: 'NO',
    },
    needCodes,
  ],
  [
    'an order of an expert',
    experts.OrderExpertAssessmentRequest,
    { clientId: id, kind: 'PSYCHOLOGIST', provider: 'NEIGHBOUR', neighbourArea: 'rovaniemi', orderedMinutes: 90 },
    expertCodes,
  ],
  [
    'an expert’s result',
    experts.RecordExpertResultRequest,
    { doneDate: day, deliveredMinutes: 60, resultText: 'r' },
    expertCodes,
  ],
  [
    'a benefit',
    RecordBenefitRequest,
    { kind: 'GENERAL_SUPPORT', fromDate: day, lastDate: day, toldBy: 'PAYER' },
    benefitCodes,
  ],
  ['a draft', plans.DraftPlanRequest, { clientId: id, kindCode: '01', draft }, planCodes],
  ['a revision', plans.RevisePlanRequest, { planId: id, expectedVersion: 2, draft }, planCodes],
  ['an acceptance', plans.AcceptPlanRequest, { planId: id, how: 'PHONE', acceptedDate: day }, planCodes],
  ['a task done', plans.RecordTaskDoneRequest, { planId: id, taskId: id, doneDate: day }, planCodes],
  ['a plan’s end', plans.EndPlanRequest, { planId: id, reason: 'AGREED' }, planCodes],
  ['applications', plans.RecordApplicationsRequest, { periodId: id, applications: [application] }, obligationCodes],
  ['study places', plans.RecordStudyApplicationsRequest, { appliedDate: day, places: 2 }, obligationCodes],
  ['an offer', plans.RecordJobOfferFollowUpRequest, offer, obligationCodes],
  ['a neglect', neglects.RecordNeglectRequest, { kind: 'PLAN_REFUSED', occurredDate: day }, neglectCodes],
  ['a dismissal', neglects.DismissNeglectCandidateRequest, { candidateId: id, ground: 'NO_DUTY' }, dismissCodes],
  ['a hearing', neglects.OpenHearingRequest, { neglectId: id, manner: 'LETTER', language: 'SV' }, neglectCodes],
  ['an answer', neglects.RecordHearingAnswerRequest, { explanationCode: 'TRAVEL', explanation: 'Ice' }, neglectCodes],
  ['a finding', neglects.AssessReasonRequest, { neglectId: id, ground: 'BEYOND_CONTROL' }, neglectCodes],
  [
    'a statement',
    statements.IssueStatementRequest,
    { ...frame, content: { serviceParticipation: participation } },
    statementCodes,
  ],
  [
    'a correction',
    statements.ReplaceStatementRequest,
    { ...frame, replacesStatementId: id, content: { youthEducationDuty: { finding: 'NOT_MET', fromDate: day } } },
    statementCodes,
  ],
  [
    'work done',
    statements.MeetWorkObligationRequest,
    { obligationStatementId: id, activity: 'SERVICE', fromDate: day, toDate: day },
    statementCodes,
  ],
  ['an assignment', AssignSpecialistRequest, { clientId: id, staffId: 'staff-0102', writtenGround: 'Illness' }, {}],
  [
    'a hand-over',
    HandOverCaseRequest,
    { fromStaffId: 'a', toStaffId: 'b', reason: 'LOAD', writtenGround: 'Illness' },
    assignmentCodes,
  ],
];

describe('What is sent to guidance', () => {
  it.each(sent)('loses nothing on the way into the contract: %s', (_, codec, input, table) => {
    const message = requestOf({ ...codec, toJSON: String }, input, table);
    expect(plainCodes(codec.toJSON(message as never), table)).toEqual(input);
  });
});

describe('The reason for looking at a client under protection', () => {
  const lookOf = (accessReason: string, table: CodePrefixes) =>
    requestOf(plans.ListPlansRequest, { clientId: id, accessReason }, table).accessReason;

  it.each(accessReasons)('reaches guidance by the contract’s own code: %s', (reason) => {
    expect(accessReasonToJSON(lookOf(reason, planCodes) ?? -1)).toBe(`ACCESS_REASON_${reason}`);
    const { accessReason } = guidanceReasonOf({ accessReason: reason });
    expect(accessReason).toBe(lookOf(reason, planCodes));
  });

  it('is left out where none is given', () => {
    expect(guidanceReasonOf({})).toEqual({});
  });
});

describe('What guidance answers', () => {
  it('has nought and no where the contract leaves them out', () => {
    const answer = plans.GetObligationResponse.fromPartial({
      period: { periodId: id, fromDate: day, lastDate: day, required: 4, reported: 0, state: 1 },
      byRuleToday: { numbered: false },
    });
    const view = obligation.parse(plainCodes(plans.GetObligationResponse.toJSON(answer), obligationCodes));
    expect(view.period).toMatchObject({ required: 4, reported: 0, state: 'OPEN' });
    expect(view.byRuleToday).toMatchObject({ numbered: false, because: [] });
    expect(view.planDiffersFromRule).toBe(false);
  });

  it('leaves out what is not stated: a neglect that nobody has judged has no verdict', () => {
    const answer = neglects.ListNeglectsResponse.fromPartial({
      neglects: [{ neglectId: id, kind: 1, occurredDate: day, stage: 1, version: 1 }],
    });
    const [neglect] = neglectList.parse(
      plainCodes(neglects.ListNeglectsResponse.toJSON(answer), neglectCodes),
    ).neglects;
    expect(neglect).toMatchObject({ kind: 'MISSED_MEETING', stage: 'RECORDED' });
    expect(neglect).not.toHaveProperty('verdict');
    expect(neglect).not.toHaveProperty('ground');
  });
});

describe('The code lists of the client process', () => {
  const lists: readonly [string, object, string, readonly string[], (readonly string[])?][] = [
    ['reasons for looking', AccessReason, 'ACCESS_REASON_', accessReasons],
    ['kinds of meetings', meetings.MeetingKind, 'MEETING_KIND_', codes.meetingKinds],
    ['channels', meetings.MeetingChannel, 'MEETING_CHANNEL_', codes.meetingChannels],
    ['goals', plans.PlanGoal, 'PLAN_GOAL_', codes.planGoals],
    ['acceptance', plans.AcceptanceChannel, 'ACCEPTANCE_CHANNEL_', codes.acceptanceChannels],
    ['situations', plans.ObligationSituation, 'OBLIGATION_SITUATION_', codes.obligationSituations],
    ['reductions', plans.ReductionGround, 'REDUCTION_GROUND_', codes.reductionGrounds],
    ['applications', plans.ApplicationKind, 'APPLICATION_KIND_', codes.applicationKinds],
    ['outcomes', plans.JobOfferOutcome, 'JOB_OFFER_OUTCOME_', codes.jobOfferOutcomes],
    ['unsuitable jobs', plans.UnsuitableGround, 'UNSUITABLE_GROUND_', codes.unsuitableGrounds],
    ['neglects', neglects.NeglectKind, 'NEGLECT_KIND_', codes.neglectKinds],
    ['dismissals', neglects.DismissGround, 'DISMISS_GROUND_', codes.dismissGrounds],
    ['manners', neglects.HearingManner, 'HEARING_MANNER_', codes.hearingManners],
    ['languages', neglects.MatterLanguage, 'MATTER_LANGUAGE_', codes.matterLanguages],
    ['explanations', neglects.ExplanationCode, 'EXPLANATION_CODE_', codes.explanationCodes],
    ['findings', neglects.ReasonGround, 'REASON_GROUND_', codes.reasonGrounds],
    ['kinds of statements', statements.StatementKind, 'STATEMENT_KIND_', codes.statementKinds],
  ];

  it.each(lists)('are those of the contract, none more and none less: %s', (_, names, prefix, list) => {
    const inContract = Object.keys(names)
      .filter((name) => name.startsWith(prefix) && !name.endsWith('UNSPECIFIED'))
      .map((name) => name.slice(prefix.length));
    expect([...list]).toEqual(inContract);
  });
});
