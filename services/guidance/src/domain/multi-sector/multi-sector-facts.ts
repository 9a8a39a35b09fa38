import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { ExitReason } from './multi-sector-case.ts';
import type { Signer } from './multi-sector-plan.ts';
import type { OtherParty, Party } from './party.ts';

/** What happened in a multi-sector case. No client, no ground and no text: the register is its members' alone. */
export type MultiSectorFact =
  | { readonly kind: 'ClientReferredToMultiSector'; readonly referredOn: LocalDate }
  | {
      readonly kind: 'MultiSectorConsultationStarted';
      readonly startedOn: LocalDate;
      readonly involved: readonly OtherParty[];
    }
  | {
      readonly kind: 'MultiSectorAssessmentStarted';
      readonly startedOn: LocalDate;
      readonly dueOn: LocalDate;
      readonly clientInformedOn: LocalDate;
    }
  | { readonly kind: 'ClientAcceptedIntoMultiSector'; readonly acceptedOn: LocalDate }
  | { readonly kind: 'MultiSectorPlanMade'; readonly planId: string; readonly madeOn: LocalDate }
  | {
      readonly kind: 'MultiSectorPlanSigned';
      readonly planId: string;
      readonly signer: Signer;
      readonly signedOn: LocalDate;
    }
  | {
      readonly kind: 'MultiSectorPlanTookForce';
      readonly planId: string;
      readonly inForceOn: LocalDate;
      readonly reviewDueOn: LocalDate;
    }
  | {
      readonly kind: 'MultiSectorPlanReviewed';
      readonly planId: string;
      readonly reviewedOn: LocalDate;
      readonly reviewDueOn: LocalDate;
    }
  | { readonly kind: 'MultiSectorMeetingAgreed'; readonly meetingId: string; readonly on: LocalDate }
  | { readonly kind: 'ClientExitedMultiSector'; readonly exitedOn: LocalDate; readonly reason: ExitReason }
  | { readonly kind: 'MultiSectorMemberAppointed'; readonly staffId: string; readonly party: Party }
  | { readonly kind: 'MultiSectorMembershipEnded'; readonly staffId: string; readonly endedOn: LocalDate };
