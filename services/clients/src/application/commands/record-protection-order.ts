import { accepted, type Result } from '@tyovayla/kernel/result';
import { type ClientRefusal, understood } from '../../domain/client/client-refusals.ts';
import {
  type ProtectionOrder,
  type ProtectionOrderForm,
  readProtectionOrder,
} from '../../domain/client/protection-order.ts';
import { recordProtectionOrder } from '../../domain/client/record-protection-order.ts';
import { changesProtection } from '../access.ts';
import type { ClientsPorts } from '../ports.ts';
import { type ClientCommand, clientCommand, type OnClient } from './client-command.ts';
import { closed } from './closed.ts';

export type RecordProtectionOrderInput = OnClient & { readonly order: ProtectionOrder };

/** Understands what was written, or names every bad field. */
export const readRecordProtectionOrder = (
  written: OnClient & { readonly order: ProtectionOrderForm },
): Result<RecordProtectionOrderInput, ClientRefusal> => {
  const order = readProtectionOrder(written.order);
  return understood(order.ok ? accepted({ ...written, order: order.value }) : order);
};

/** Records a protection order. From then on only the assigned handler sees the person, also where another recorded it, and
 * nothing of the profile is published; needs that others have stated are over. */
export const recordProtectionOrderCommand = (ports: ClientsPorts): ClientCommand<RecordProtectionOrderInput> => {
  const command = clientCommand<RecordProtectionOrderInput>(ports, {
    name: 'RecordProtectionOrder',
    access: changesProtection,
    decide: (client, input, { today }) => recordProtectionOrder(client, { ...input, today }),
  });
  return {
    ...command,
    load: async (tx, input, context) => {
      await ports.clients.handOver(tx, input.order.handlerId);
      return command.load(tx, input, context);
    },
    save: (decision, state, context) => [
      ...command.save(decision, state, context),
      ...closed(ports, state.client?.clientId ?? state.clientId),
    ],
  };
};
