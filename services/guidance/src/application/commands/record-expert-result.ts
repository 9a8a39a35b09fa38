import { allOf, checkDate } from '@tyovayla/kernel/field-check';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import { understood } from '../../domain/client-case/case-refusals.ts';
import type { ExpertOrder, ExpertResult } from '../../domain/expert-order/expert-order.ts';
import { recordExpertResult } from '../../domain/expert-order/record-expert-result.ts';
import { checkFreeText } from '../../domain/free-text/check-free-text.ts';
import { orderChanged, orderNotFound } from '../../domain/multi-sector/multi-sector-refusals.ts';
import { type CaseCommand, caseCommand } from '../case-command.ts';
import { ordersExperts } from '../multi-sector-access.ts';
import type { MultiSectorPorts } from '../multi-sector-ports.ts';

type Input = {
  readonly clientId: string;
  readonly orderId: string;
  readonly expectedVersion?: number;
  readonly result: ExpertResult;
};

type Changed = { readonly before: ExpertOrder; readonly after: ExpertOrder };

/** Understands what was written, or names every bad field. */
export const readRecordExpertResult = (
  on: Omit<Input, 'result'>,
  written: { readonly doneDate: string; readonly deliveredMinutes: number; readonly resultText: string },
): Result<Input, Refusal> => {
  const fields = allOf({
    doneOn: checkDate('done_date', written.doneDate),
    text: checkFreeText('result_text', written.resultText, { maxLength: 2000 }),
  });
  const { deliveredMinutes } = written;
  return understood(fields.ok ? accepted({ ...on, result: { ...fields.value, deliveredMinutes } }) : fields);
};

/** Records what came of an order. */
export const recordExpertResultCommand = (
  ports: MultiSectorPorts,
): CaseCommand<Input, ExpertOrder | undefined, Changed, { readonly version: number }> =>
  caseCommand(ports, {
    name: 'RecordExpertResult',
    access: ordersExperts,
    load: (tx, { clientId, orderId }) => ports.expertOrders.lock(tx, { clientId, orderId }),
    decide: ({ loaded: order }, { expectedVersion, result }, { today }) => {
      if (order === undefined) return refused(orderNotFound);
      if (expectedVersion !== undefined && expectedVersion !== order.version) return refused(orderChanged);
      const recorded = recordExpertResult(order, result, { today });
      if (!recorded.ok) return recorded;
      const { order: after, fact } = recorded.value;
      return accepted({ next: { before: order, after }, facts: [fact], answer: { version: after.version } });
    },
    save: ({ before, after }) => ports.expertOrders.save(before, after),
  });
