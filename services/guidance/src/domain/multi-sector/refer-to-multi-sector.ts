import type { MultiSectorGround } from './multi-sector-case.ts';
import { type Deciding, decided, type MultiSectorDecision, refusedWith } from './multi-sector-decision.ts';
import { caseOpen, consultationEnough } from './multi-sector-refusals.ts';

export const consultationFindings = ['NOT_ENOUGH', 'ENOUGH'] as const;

/** What came of asking the other authorities before the referral. */
export type ConsultationFinding = (typeof consultationFindings)[number];

export type ReferToMultiSector = {
  readonly clientId: string;
  readonly grounds: readonly MultiSectorGround[];
  readonly consultation: ConsultationFinding;
  readonly internalNote: string;
};

/** Whether the client has a case that is open, whoever its members are. */
export type OpenCase = 'NONE' | 'OPEN';

/**
 * Refers a client to the multi-sector support: refused where consultation between the authorities alone solves it
 * (CONSULTATION_ENOUGH), and where a case is open. Whoever refers is the case's first member: nobody else may see it.
 * No number of days refers anybody. Source: seed 4.6, handbook R3.2.
 */
export const referToMultiSector = (
  openCase: OpenCase,
  { clientId, grounds, consultation, internalNote }: ReferToMultiSector,
  { today, by, newId }: Deciding,
): MultiSectorDecision => {
  if (consultation === 'ENOUGH') return refusedWith(consultationEnough);
  if (openCase === 'OPEN') return refusedWith(caseOpen);
  const first = {
    memberId: newId(),
    staffId: by,
    party: 'EMPLOYMENT_AUTHORITY',
    from: today,
    appointedBy: by,
  } as const;
  return decided(
    {
      caseId: newId(),
      clientId,
      version: 0,
      referral: { referredOn: today, referredBy: by, grounds, internalNote },
      stage: { state: 'REFERRED' },
      members: [first],
      meetings: [],
    },
    [
      { kind: 'ClientReferredToMultiSector', referredOn: today },
      { kind: 'MultiSectorMemberAppointed', staffId: by, party: 'EMPLOYMENT_AUTHORITY' },
    ],
  );
};
