import { z } from 'zod';
import { reading } from '../endpoint.ts';
import { idText } from '../schemas.ts';

const mostNames = 100;

/** Names to ids on a list of tasks. In the body: which clients somebody works with stands in no address. */
export const listClientNames = reading({
  method: 'POST',
  path: '/api/clients/names',
  summary: 'Gets the names of some clients. Those who may not be seen are left out; each look is recorded',
  body: z.strictObject({ clientIds: z.array(idText).max(mostNames) }),
  answer: z.object({ names: z.record(z.string(), z.string()).describe('Family name, given names by client id') }),
  handle: async ({ services, caller, body }) => ({
    names: await services.clients.names(caller, [...new Set(body.clientIds)]),
  }),
});
