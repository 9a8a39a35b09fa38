import { randomUUID } from 'node:crypto';
import { addDays } from '@tyovayla/kernel/local-date';
import { JobSearchEndReason } from '@tyovayla/proto/tyovayla/clients/v1/client';
import { ProfilePart, WorkingTime } from '@tyovayla/proto/tyovayla/clients/v1/profile';
import { HandOverReason } from '@tyovayla/proto/tyovayla/guidance/v1/assignment';
import { BenefitKind, BenefitTeller } from '@tyovayla/proto/tyovayla/guidance/v1/benefit';
import { MatterLanguage, NeglectStage } from '@tyovayla/proto/tyovayla/guidance/v1/neglect';
import { JobOfferOutcome, UnsuitableGround } from '@tyovayla/proto/tyovayla/guidance/v1/plan';
import { ProfileDutyState } from '@tyovayla/proto/tyovayla/guidance/v1/profile_duty';
import { ExpenseAllowance, ObligationActivity } from '@tyovayla/proto/tyovayla/guidance/v1/statement';
import { isHearingOver, sanctionOf } from './consequence.ts';
import { byRule } from './entry.ts';
import {
  candidatesOf,
  excuseByIllness,
  findNoReason,
  neglectsOf,
  openHearing,
  stateSanction,
} from './neglect-handling.ts';
import type { Act } from './story.ts';

/** The job search ends today. */
export const endsJobSearch =
  (reason: JobSearchEndReason): Act =>
  async ({ served: { clientId, desk }, today }) => {
    await desk.clients.endJobSearch({ clientId, reason, endedDate: today, expectedVersion: 0 });
  };

export const findsWork = endsJobSearch(JobSearchEndReason.JOB_SEARCH_END_REASON_EMPLOYED);

/** The employment status is another from today on. */
export const hasStatus =
  (statusCode: string): Act =>
  async ({ served: { clientId, desk }, today }) => {
    await desk.clients.recordEmploymentStatus({ clientId, statusCode, fromDate: today, expectedVersion: 0 });
  };

/** A job that was offered a week ago; the client applied for it. */
export const appliedToOffer: Act = async ({ served: { clientId, desk }, today }) => {
  await desk.guidance.recordJobOfferFollowUp({
    clientId,
    offerId: randomUUID(),
    offeredDate: addDays(today, -7),
    applyByDate: today,
    outcome: JobOfferOutcome.JOB_OFFER_OUTCOME_APPLIED,
    ground: UnsuitableGround.UNSUITABLE_GROUND_UNSPECIFIED,
  });
};

/** The benefit payer's notice: general support from today on. The activation period follows from it. */
export const getsGeneralSupport: Act = async ({ served: { clientId, desk }, today, note }) => {
  const { meetingsPlanned } = await desk.guidance.recordBenefit({
    clientId,
    kind: BenefitKind.BENEFIT_KIND_GENERAL_SUPPORT,
    fromDate: today,
    lastDate: '',
    toldBy: BenefitTeller.BENEFIT_TELLER_PAYER,
  });
  note({ what: `general support recorded; ${meetingsPlanned} meetings of the activation period planned` });
};

const shopAssistant = '5223';

/** The client writes a profile and publishes it. */
export const publishesProfile: Act = async ({ served: { clientId, desk }, note }) => {
  const { dueDate, ruleValidFromDate } = await desk.guidance.getProfileDuty({ clientId });
  note({
    what: `job-applicant profile published, due by ${dueDate}`,
    ...byRule('profile-due', ruleValidFromDate),
  });
  const profile = {
    occupationsSought: [shopAssistant],
    occupationsHeld: [shopAssistant],
    skillIds: [],
    languages: [],
    drivingLicenceClasses: ['B'],
    workPermits: [],
    workHistory: [],
    education: [],
    wishedMunicipalityCodes: [],
    wishedWorkingTimes: [WorkingTime.WORKING_TIME_FULL_TIME],
    commutingLimitMinutes: 0,
  };
  await desk.clients.recordProfile({ clientId, profile, expectedVersion: 0 });
  const parts = [ProfilePart.PROFILE_PART_OCCUPATIONS_SOUGHT, ProfilePart.PROFILE_PART_WISHES];
  await desk.clients.publishProfile({ clientId, parts, expectedVersion: 0 });
};

/** Where the time has passed without a published profile, the authority publishes a minimum one. */
export const minimumProfileWhenLate: Act = async ({ area, served: { clientId, desk }, today, note }) => {
  const { state, dueDate, ruleValidFromDate } = await desk.guidance.getProfileDuty({ clientId });
  if (state !== ProfileDutyState.PROFILE_DUTY_STATE_OWED || dueDate >= today) return;
  await desk.clients.publishMinimumProfile({ clientId, dueDate, occupationsSought: [shopAssistant] });
  note({ on: dueDate, what: 'job-applicant profile was due by then', ...byRule('profile-due', ruleValidFromDate) });
  note({ what: 'the authority published a minimum profile' });
  await area.settle();
};

/** Every candidate is recorded and heard; illness in the months given is an acceptable reason, silence is none. */
export const handlesNeglects =
  (illIn: readonly string[]): Act =>
  async ({ served, today }) => {
    for (const { candidateId, occurredDate } of await candidatesOf(served)) {
      const { neglectId } = await openHearing(served, candidateId);
      if (illIn.includes(occurredDate.slice(0, 7))) await excuseByIllness(served, neglectId);
    }
    for (const neglect of await neglectsOf(served)) {
      if (neglect.stage === NeglectStage.NEGLECT_STAGE_ASSESSED || !isHearingOver(neglect, today)) continue;
      const consequence = sanctionOf(await findNoReason(served, neglect.neglectId));
      if (consequence !== undefined)
        await stateSanction(served, { neglectId: neglect.neglectId, consequence, from: today });
    }
  };

/** The client lives in another municipality of the area; the specialist there takes the case over from the hand of a manager. */
export const movesTo =
  (municipalityCode: string): Act =>
  async ({ area, served: { clientId, desk }, today, note }) => {
    await desk.clients.moveClient({ clientId, municipalityCode, fromDate: today, expectedVersion: 0 });
    await area.settle();
    const { guidance } = area.desks.paula;
    const { specialistId, proposedStaffId } = await guidance.getAssignment({ clientId });
    if (proposedStaffId === '') return;
    await guidance.handOverCase({
      clientId,
      fromStaffId: specialistId,
      toStaffId: proposedStaffId,
      reason: HandOverReason.HAND_OVER_REASON_CLIENT_MOVED,
      writtenGround: '',
    });
    note({ what: `case handed over from ${specialistId} to ${proposedStaffId}` });
  };

/** The job search goes on in another area, with the plan that binds; that area fetches the case and says that it has it. */
export const goesToArea =
  (toAreaCode: string): Act =>
  async ({ area, served: { clientId, desk }, today, note }) => {
    const { plans } = await desk.guidance.listPlans({ clientId });
    const planIds = plans.filter(({ endedDate, binding }) => binding && endedDate === '').map(({ planId }) => planId);
    const about = { clientId, toAreaCode, transferredDate: today, planIds, expectedVersion: 0 };
    const { transferId } = await desk.clients.transferClientOut(about);
    const { handOver } = await area.office.exchange.getHandOver({ transferId });
    const { jobSearchStartedDate, planIds: carried } = handOver ?? { jobSearchStartedDate: '', planIds: [] };
    note({
      what: `${toAreaCode} fetched the case: job search since ${jobSearchStartedDate}, plans: ${carried.length}`,
    });
    await area.office.exchange.acknowledgeTransfer({ transferId });
  };

/** A work trial begins: the status changes, and the payer is told for how long. */
export const beginsWorkTrial =
  (toDate: string): Act =>
  async (scene) => {
    const { served, today, area } = scene;
    await hasStatus('07')(scene);
    await area.settle();
    const value = {
      serviceCode: 'WORK_TRIAL',
      period: { fromDate: today, toDate },
      daysPerWeek: 5,
      expenseAllowance: ExpenseAllowance.EXPENSE_ALLOWANCE_BASIC,
      allowanceCents: 0n,
    };
    await served.desk.guidance.issueStatement({
      clientId: served.clientId,
      content: { content: { $case: 'serviceParticipation', value } },
      groundCode: 'PROMOTING_SERVICE',
      recipientCode: 'KELA',
      language: MatterLanguage.MATTER_LANGUAGE_FI,
    });
  };

/** The client has been in a service long enough for the work obligation, which is stated to be met. */
export const meetsWorkObligation =
  (fromDate: string): Act =>
  async ({ served: { clientId, desk }, today }) => {
    const { obligations } = await desk.guidance.listStatements({ clientId });
    const [obligation] = obligations.filter(({ metDate }) => metDate === '');
    if (obligation === undefined) throw new Error('no work obligation runs');
    const { obligationStatementId } = obligation;
    await desk.guidance.meetWorkObligation({
      clientId,
      obligationStatementId,
      activity: ObligationActivity.OBLIGATION_ACTIVITY_SERVICE,
      fromDate,
      toDate: today,
    });
    const value = { obligationStatementId, metDate: '' };
    await desk.guidance.issueStatement({
      clientId,
      content: { content: { $case: 'obligationMet', value } },
      groundCode: 'OBLIGATION_FULFILLED',
      recipientCode: 'KELA',
      language: MatterLanguage.MATTER_LANGUAGE_FI,
    });
  };
