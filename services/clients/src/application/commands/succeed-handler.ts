import { refused } from '@tyovayla/kernel/result';
import type { Command } from '@tyovayla/runtime/command';
import type { Client } from '../../domain/client/client.ts';
import type { ClientFact } from '../../domain/client/client-events.ts';
import { handlerUnchanged } from '../../domain/client/life-cycle-refusals.ts';
import { reassignProtectedHandler } from '../../domain/client/reassign-protected-handler.ts';
import { firesTimers } from '../access.ts';
import type { ClientsPorts } from '../ports.ts';
import { clientCommand, type NewVersion, type OnClient, type Requested } from './client-command.ts';

/** The client, and who follows their handler; absent where the handler is not gone. */
type Succeeding = Requested & { readonly successorId?: string };

export type SucceedHandlerCommand = Command<OnClient, Succeeding, Client, ClientFact, NewVersion>;

const name = 'SucceedHandler';
const access = { ...firesTimers, dataGroup: 'protection-order' };

/** Hands one client over to the successor of their handler, in the client's own access log. By the service's own timer. */
export const succeedHandlerCommand = (ports: ClientsPorts): SucceedHandlerCommand => {
  const to = (handlerId: string | undefined) =>
    clientCommand<OnClient>(ports, {
      name,
      access,
      decide: (client) =>
        handlerId === undefined ? refused(handlerUnchanged()) : reassignProtectedHandler(client, { handlerId }),
    });
  const command = to(undefined);
  return {
    ...command,
    load: async (tx, input, context) => {
      const state = await command.load(tx, input, context);
      const handlerId = state.client?.protectionOrder?.handlerId;
      const successorId = handlerId === undefined ? undefined : await ports.successions.successorOf(tx, handlerId);
      return { ...state, ...(successorId && { successorId }) };
    },
    decide: (state, input, context) => to(state.successorId).decide(state, input, context),
    save: (decision, state, context) => [
      ...command.save(decision, state, context),
      ports.successions.followed(context.requestId),
    ],
  };
};
