import { reassignProtectedHandler } from '../../domain/client/reassign-protected-handler.ts';
import { changesProtection } from '../access.ts';
import type { ClientsPorts } from '../ports.ts';
import { type ClientCommand, clientCommand, type OnClient } from './client-command.ts';

export type ReassignProtectedHandlerInput = OnClient & { readonly handlerId: string };

/** Hands a client under protection over to another handler. From then on the one who did it sees the client no more. */
export const reassignProtectedHandlerCommand = (ports: ClientsPorts): ClientCommand<ReassignProtectedHandlerInput> => {
  const command = clientCommand<ReassignProtectedHandlerInput>(ports, {
    name: 'ReassignProtectedHandler',
    access: changesProtection,
    decide: (client, input) => reassignProtectedHandler(client, input),
  });
  return {
    ...command,
    load: async (tx, input, context) => {
      const state = await command.load(tx, input, context);
      await ports.clients.handOver(tx, input.handlerId);
      return state;
    },
  };
};
