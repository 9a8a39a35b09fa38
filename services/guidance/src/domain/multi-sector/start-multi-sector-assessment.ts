import { addMonths, type LocalDate } from '@tyovayla/kernel/local-date';
import { multiSectorOn } from '../rules/multi-sector.ts';
import { activeMembers, type MultiSectorCase } from './multi-sector-case.ts';
import { type Deciding, decided, type MultiSectorDecision, refusedWith, stepRefusal } from './multi-sector-decision.ts';
import { clientNotInformed, clientNotPresent, partyWithoutMember, stepNotAllowed } from './multi-sector-refusals.ts';
import type { Party } from './party.ts';

export type StartAssessment = {
  readonly startedOn: LocalDate;
  readonly clientInformedOn: LocalDate;
  readonly client: 'PRESENT' | 'ABSENT';
};

const partyAlone = (one: MultiSectorCase, involved: readonly Party[]): Party | undefined => {
  const members = activeMembers(one);
  return involved.find((party) => !members.some((member) => member.party === party));
};

/**
 * Starts the parties' joint assessment, due within the months of the rule of the day. The client is informed before and
 * takes part, which is not their consent; each involved party has a member, or it could not assess. Handbook R3.3, R3.8.
 */
export const startMultiSectorAssessment = (
  one: MultiSectorCase,
  { startedOn, clientInformedOn, client }: StartAssessment,
  { today }: Deciding,
): MultiSectorDecision => {
  const refusal = stepRefusal(one, { to: 'ASSESSMENT', on: startedOn, today });
  if (refusal !== undefined) return refusedWith(refusal);
  if (one.stage.state !== 'CONSULTATION') return refusedWith(stepNotAllowed(one.stage.state));
  if (client === 'ABSENT') return refusedWith(clientNotPresent);
  if (clientInformedOn > startedOn) return refusedWith(clientNotInformed(startedOn));
  const { consultation } = one.stage;
  const alone = partyAlone(one, consultation.involved);
  if (alone !== undefined) return refusedWith(partyWithoutMember(alone));
  const dueOn = addMonths(startedOn, multiSectorOn(startedOn).params.assessmentMaxMonths);
  const assessment = { startedOn, dueOn, clientInformedOn };
  return decided({ ...one, stage: { state: 'ASSESSMENT', consultation, assessment } }, [
    { kind: 'MultiSectorAssessmentStarted', ...assessment },
  ]);
};
