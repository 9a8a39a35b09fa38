import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { MultiSectorCase } from './multi-sector-case.ts';
import { type Deciding, decided, type MultiSectorDecision, refusedWith, stepRefusal } from './multi-sector-decision.ts';
import { stepNotAllowed } from './multi-sector-refusals.ts';

export type AcceptIntoMultiSector = { readonly acceptedOn: LocalDate };

/**
 * Accepts the client after the assessment. An assessment that took longer than it should ends in the same way: the delay
 * is the authorities' and not the client's. Handbook R3.7.
 */
export const acceptIntoMultiSector = (
  one: MultiSectorCase,
  { acceptedOn }: AcceptIntoMultiSector,
  { today }: Deciding,
): MultiSectorDecision => {
  const refusal = stepRefusal(one, { to: 'CLIENT', on: acceptedOn, today });
  if (refusal !== undefined) return refusedWith(refusal);
  if (one.stage.state !== 'ASSESSMENT') return refusedWith(stepNotAllowed(one.stage.state));
  const { consultation, assessment } = one.stage;
  return decided({ ...one, stage: { state: 'CLIENT', consultation, assessment, acceptedOn, plans: [] } }, [
    { kind: 'ClientAcceptedIntoMultiSector', acceptedOn },
  ]);
};
