import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { MultiSectorCase } from './multi-sector-case.ts';
import { type Deciding, decided, type MultiSectorDecision, refusedWith, stepRefusal } from './multi-sector-decision.ts';
import type { OtherParty } from './party.ts';

export type StartConsultation = { readonly involved: readonly OtherParty[]; readonly startedOn: LocalDate };

/** Starts the consultation with the parties that the client's need involves. Handbook R3.7. */
export const startMultiSectorConsultation = (
  one: MultiSectorCase,
  { involved, startedOn }: StartConsultation,
  { today }: Deciding,
): MultiSectorDecision => {
  const refusal = stepRefusal(one, { to: 'CONSULTATION', on: startedOn, today });
  if (refusal !== undefined) return refusedWith(refusal);
  return decided({ ...one, stage: { state: 'CONSULTATION', consultation: { startedOn, involved } } }, [
    { kind: 'MultiSectorConsultationStarted', startedOn, involved },
  ]);
};
