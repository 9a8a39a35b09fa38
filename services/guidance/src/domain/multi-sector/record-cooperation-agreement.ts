import {
  type CooperationAgreement,
  type GroupDecision,
  groupDecided,
  groupRefused,
  type ManagementGroup,
  missingParty,
} from './management-group.ts';
import type { Deciding } from './multi-sector-decision.ts';
import { agreementOverlaps, groupPartyMissing } from './multi-sector-refusals.ts';

export type RecordCooperationAgreement = Omit<CooperationAgreement, 'agreementId'>;

/**
 * Records the group's agreement on organisation and resources: every party puts something in, and one agreement is valid
 * at a time. `validTo` is the last day, not before `validFrom`. Seed 4.6, handbook R3.6.
 */
export const recordCooperationAgreement = (
  group: ManagementGroup,
  agreement: RecordCooperationAgreement,
  { newId }: Pick<Deciding, 'newId'>,
): GroupDecision => {
  const missing = missingParty(agreement.resources);
  if (missing !== undefined) return groupRefused(groupPartyMissing(missing));
  const overlaps = group.agreements.some(
    ({ validFrom, validTo }) => validFrom <= agreement.validTo && agreement.validFrom <= validTo,
  );
  if (overlaps) return groupRefused(agreementOverlaps);
  const recorded = { agreementId: newId(), ...agreement };
  return groupDecided({ ...group, agreements: [...group.agreements, recorded] }, [
    { kind: 'CooperationAgreementRecorded', ...recorded },
  ]);
};
