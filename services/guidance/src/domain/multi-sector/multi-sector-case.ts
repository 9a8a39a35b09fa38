import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { MultiSectorPlan } from './multi-sector-plan.ts';
import type { OtherParty, Party } from './party.ts';

/** Grounds of a referral: what stands in the way of employment and needs coordinated services. Seed 4.6, handbook R3.2. */
export const multiSectorGrounds = ['WORK_ABILITY', 'FUNCTIONAL_CAPACITY', 'LIFE_MANAGEMENT'] as const;

export type MultiSectorGround = (typeof multiSectorGrounds)[number];

export const exitReasons = [
  'EMPLOYED',
  'EDUCATION',
  'NEED_ENDED',
  'WELLBEING_COUNTY_ONLY',
  'KELA_ONLY',
  'MOVED_AWAY',
] as const;

/** Why a client leaves: handbook R3.7. */
export type ExitReason = (typeof exitReasons)[number];

export const multiSectorStates = ['REFERRED', 'CONSULTATION', 'ASSESSMENT', 'CLIENT', 'EXITED'] as const;

export type MultiSectorState = (typeof multiSectorStates)[number];

/** Which state may follow which: handbook R3.7. */
export const multiSectorSteps: Readonly<Record<MultiSectorState, readonly MultiSectorState[]>> = {
  REFERRED: ['CONSULTATION', 'EXITED'],
  CONSULTATION: ['ASSESSMENT', 'EXITED'],
  ASSESSMENT: ['CLIENT', 'EXITED'],
  CLIENT: ['EXITED'],
  EXITED: [],
};

export type Consultation = { readonly startedOn: LocalDate; readonly involved: readonly OtherParty[] };

export type Assessment = {
  readonly startedOn: LocalDate;
  /** Day by which the parties are to finish it. */
  readonly dueOn: LocalDate;
  /** Day on which the client was told that the parties handle their data together. Consent is not what it rests on. */
  readonly clientInformedOn: LocalDate;
};

export type OpenStage =
  | { readonly state: 'REFERRED' }
  | { readonly state: 'CONSULTATION'; readonly consultation: Consultation }
  | { readonly state: 'ASSESSMENT'; readonly consultation: Consultation; readonly assessment: Assessment }
  | {
      readonly state: 'CLIENT';
      readonly consultation: Consultation;
      readonly assessment: Assessment;
      readonly acceptedOn: LocalDate;
      /** In order of their making. */
      readonly plans: readonly MultiSectorPlan[];
    };

export type Stage =
  | OpenStage
  | {
      readonly state: 'EXITED';
      readonly exitedOn: LocalDate;
      readonly reason: ExitReason;
      /** Where the case stood. */
      readonly last: OpenStage;
    };

export type Referral = {
  readonly referredOn: LocalDate;
  /** Staff id. */
  readonly referredBy: string;
  readonly grounds: readonly MultiSectorGround[];
  /** The employment authority's own; empty where none was written. */
  readonly internalNote: string;
};

/** A named person of a party who may see the case, while the membership lasts. */
export type Member = {
  readonly memberId: string;
  readonly staffId: string;
  readonly party: Party;
  readonly from: LocalDate;
  readonly endedOn?: LocalDate;
  /** Staff id of who appointed them: of a protected client it must be the assigned handler. */
  readonly appointedBy: string;
};

/** A day on which the parties meet with the client. */
export type PartyMeeting = {
  readonly meetingId: string;
  readonly on: LocalDate;
  /** Absent where none was named. */
  readonly officeId?: string;
  readonly parties: readonly Party[];
};

/**
 * One client's way through the multi-sector support: a register of its own (act 381/2023), with a version of its own.
 * At most one case of a client is open.
 */
export type MultiSectorCase = {
  readonly caseId: string;
  readonly clientId: string;
  readonly version: number;
  readonly referral: Referral;
  readonly stage: Stage;
  readonly members: readonly Member[];
  readonly meetings: readonly PartyMeeting[];
};

/** Where the case stands, or stood when the client left. */
export const openStageOf = ({ stage }: MultiSectorCase): OpenStage => (stage.state === 'EXITED' ? stage.last : stage);

export const isOpen = ({ stage }: MultiSectorCase): boolean => stage.state !== 'EXITED';

/** Whether the next step of the case may lead there. */
export const mayBecome = ({ stage }: MultiSectorCase, state: MultiSectorState): boolean =>
  multiSectorSteps[stage.state].includes(state);

export const involvedOf = (one: MultiSectorCase): readonly OtherParty[] => {
  const stage = openStageOf(one);
  return stage.state === 'REFERRED' ? [] : stage.consultation.involved;
};

export const plansOf = (one: MultiSectorCase): readonly MultiSectorPlan[] => {
  const stage = openStageOf(one);
  return stage.state === 'CLIENT' ? stage.plans : [];
};

/** Members today. */
export const activeMembers = ({ members }: MultiSectorCase): readonly Member[] =>
  members.filter(({ endedOn }) => endedOn === undefined);

/** The day on which the present stage began. */
export const stageSince = (one: MultiSectorCase): LocalDate => {
  const { stage, referral } = one;
  if (stage.state === 'REFERRED') return referral.referredOn;
  if (stage.state === 'CONSULTATION') return stage.consultation.startedOn;
  if (stage.state === 'ASSESSMENT') return stage.assessment.startedOn;
  return stage.state === 'CLIENT' ? stage.acceptedOn : stage.exitedOn;
};
