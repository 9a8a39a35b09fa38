import { accepted } from '@tyovayla/kernel/result';
import { closePeriod, type PeriodClosed } from '../../domain/obligation/close-period.ts';
import type { HeldMeetings } from '../../domain/obligation/held-meetings.ts';
import { lastDayOf } from '../../domain/obligation/obligation-period.ts';
import { periodNotOpen } from '../../domain/obligation/obligation-refusals.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { firesTimers } from '../access.ts';
import { type CaseCommand, caseCommand, type OnCase } from '../case-command.ts';
import type { PeriodRecord, PlanPorts } from '../plan-ports.ts';
import { beginPeriod, endPeriod, loadHeldMeetings, obligationFacts } from './plan-state.ts';

export type CloseObligationPeriodInput = OnCase & { readonly periodId: string };

type Around = {
  readonly record: PeriodRecord | undefined;
  readonly plan: Plan | undefined;
  readonly held: HeldMeetings;
};

/**
 * Ends a period of the obligation after its last day: fired by the service's own timer, whose id is the request id and
 * which is done in the same transaction. A missed period is proposed as a neglect; a person looks at it.
 */
export const closeObligationPeriodCommand = (
  ports: PlanPorts,
): CaseCommand<CloseObligationPeriodInput, Around, PeriodClosed, { readonly closed: boolean }> =>
  caseCommand(ports, {
    name: 'CloseObligationPeriod',
    access: firesTimers('plan'),
    load: async (tx, input, clientCase) => {
      const [record, held] = await Promise.all([
        ports.obligations.period(tx, input),
        loadHeldMeetings(ports, tx, clientCase),
      ]);
      const { clientId } = input;
      const plan = record && (await ports.plans.find(tx, { clientId, planId: record.period.planId }));
      return { record, plan, held };
    },
    decide: ({ clientCase, loaded: { record, plan, held } }, _input, { today, newId }) => {
      if (record === undefined) return { ok: false, refusal: periodNotOpen };
      const { jobSearch } = clientCase;
      const area = ports.obligationArea;
      const facts = jobSearch && obligationFacts(clientCase, jobSearch, { held, area });
      const decision = closePeriod({ ...record, plan, facts }, { today, nextPeriodId: newId() });
      if (!decision.ok) return decision;
      const { closes } = decision.value;
      return accepted({
        next: decision.value,
        facts: decision.value.facts,
        answer: { closed: closes !== undefined },
      });
    },
    save: ({ closes, opens }, { clientCase: { clientId } }, { newId, requestId }) => [
      ...(closes === undefined ? [] : endPeriod(ports, closes)),
      ...(closes?.state === 'MISSED'
        ? ports.neglectCandidates.propose({
            candidateId: newId(),
            clientId,
            kind: 'OBLIGATION_NOT_MET',
            occurredOn: lastDayOf(closes),
            sourceId: closes.periodId,
          })
        : []),
      ...(opens === undefined ? [] : beginPeriod(ports, opens, newId)),
      ports.periodTimers.fired(requestId),
    ],
  });
