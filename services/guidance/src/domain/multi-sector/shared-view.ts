import type { LocalDate } from '@tyovayla/kernel/local-date';
import {
  type ExitReason,
  involvedOf,
  type Member,
  type MultiSectorCase,
  type MultiSectorGround,
  type MultiSectorState,
  openStageOf,
  type PartyMeeting,
  plansOf,
} from './multi-sector-case.ts';
import {
  awaitedSigners,
  type MultiSectorPlan,
  type PlanTask,
  type Signer,
  type TaskOwner,
} from './multi-sector-plan.ts';
import type { OtherParty, Party } from './party.ts';

/** A plan as a party sees it. */
export type SeenPlan = { readonly plan: MultiSectorPlan; readonly awaited: readonly Signer[] };

/** The shared data set: what every party sees of a case. */
export type SharedData = {
  readonly caseId: string;
  readonly clientId: string;
  readonly version: number;
  readonly state: MultiSectorState;
  readonly involved: readonly OtherParty[];
  readonly referredOn: LocalDate;
  readonly consultationStartedOn?: LocalDate;
  readonly assessmentStartedOn?: LocalDate;
  readonly assessmentDueOn?: LocalDate;
  readonly clientInformedOn?: LocalDate;
  readonly acceptedOn?: LocalDate;
  readonly exit?: { readonly on: LocalDate; readonly reason: ExitReason };
  readonly meetings: readonly PartyMeeting[];
  /** The newest first. */
  readonly plans: readonly SeenPlan[];
};

/** What the employment authority sees beside the shared data. */
export type AuthorityData = {
  readonly grounds: readonly MultiSectorGround[];
  readonly internalNote: string;
  readonly members: readonly Member[];
};

export type SharedView =
  | (SharedData & { readonly seenAs: 'EMPLOYMENT_AUTHORITY'; readonly authority: AuthorityData })
  | (SharedData & { readonly seenAs: OtherParty });

/** Tasks that another party sees: its own and the joint ones. */
const sharedWith = (party: OtherParty): readonly TaskOwner[] => [party, 'JOINT'];

const tasksFor = (tasks: readonly PlanTask[], party: Party): readonly PlanTask[] =>
  party === 'EMPLOYMENT_AUTHORITY' ? tasks : tasks.filter(({ owner }) => sharedWith(party).includes(owner));

/** Another party sees who has signed, and not which member of staff wrote it down. */
const signaturesFor = (plan: MultiSectorPlan, party: Party): MultiSectorPlan['signatures'] =>
  party === 'EMPLOYMENT_AUTHORITY'
    ? plan.signatures
    : plan.signatures.map((signature) => ({ ...signature, recordedBy: '' }));

const planFor = (plan: MultiSectorPlan, party: Party, involved: readonly OtherParty[]): SeenPlan => ({
  plan: { ...plan, tasks: tasksFor(plan.tasks, party), signatures: signaturesFor(plan, party) },
  awaited: awaitedSigners(plan, involved),
});

const daysOf = (one: MultiSectorCase) => {
  const stage = openStageOf(one);
  if (stage.state === 'REFERRED') return {};
  const consultationStartedOn = stage.consultation.startedOn;
  if (stage.state === 'CONSULTATION') return { consultationStartedOn };
  const { startedOn: assessmentStartedOn, dueOn: assessmentDueOn, clientInformedOn } = stage.assessment;
  const days = { consultationStartedOn, assessmentStartedOn, assessmentDueOn, clientInformedOn };
  return stage.state === 'CLIENT' ? { ...days, acceptedOn: stage.acceptedOn } : days;
};

/**
 * A case as a party sees it. The wellbeing services county and Kela see the shared data set alone: state, meetings, the
 * plans with their own and the joint tasks. Grounds, internal notes and the network's members stay with the employment
 * authority; neglects and statements are not in this register at all. Handbook R3.8.
 */
export const sharedView = (one: MultiSectorCase, party: Party): SharedView => {
  const { caseId, clientId, version, referral, stage, meetings, members } = one;
  const involved = involvedOf(one);
  const shared: SharedData = {
    caseId,
    clientId,
    version,
    state: stage.state,
    involved,
    referredOn: referral.referredOn,
    ...daysOf(one),
    ...(stage.state === 'EXITED' && { exit: { on: stage.exitedOn, reason: stage.reason } }),
    meetings: meetings.toSorted((a, b) => (a.on < b.on ? -1 : 1)),
    plans: plansOf(one)
      .map((plan) => planFor(plan, party, involved))
      .toReversed(),
  };
  if (party !== 'EMPLOYMENT_AUTHORITY') return { ...shared, seenAs: party };
  const { grounds, internalNote } = referral;
  return { ...shared, seenAs: party, authority: { grounds, internalNote, members } };
};

/** The view without where the client can be met: for everybody but the handler, while a protection order hides that. */
export const withoutPlaces = (view: SharedView): SharedView => ({
  ...view,
  meetings: view.meetings.map(({ officeId: _place, ...meeting }) => meeting),
});
