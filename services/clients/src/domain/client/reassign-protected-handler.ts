import { refused } from '@tyovayla/kernel/result';
import type { Client } from './client.ts';
import { type ClientDecision, decided } from './client-decision.ts';
import { protectionOrderNotInForce } from './client-refusals.ts';
import { handlerUnchanged } from './life-cycle-refusals.ts';

export type ReassignProtectedHandler = {
  /** Opaque staff id of the handler from now on. */
  readonly handlerId: string;
};

/**
 * Hands a client under protection over to another handler. The present handler alone sees the client to do so, and
 * does not see them afterwards. Source: handbook 1.6 (2).
 */
export const reassignProtectedHandler = (client: Client, { handlerId }: ReassignProtectedHandler): ClientDecision => {
  const { clientId, protectionOrder } = client;
  if (protectionOrder === undefined) return refused(protectionOrderNotInForce());
  if (handlerId === protectionOrder.handlerId) return refused(handlerUnchanged());
  return decided({ ...client, protectionOrder: { ...protectionOrder, handlerId } }, [
    { type: 'ProtectedHandlerReassigned', clientId, handlerId },
  ]);
};
