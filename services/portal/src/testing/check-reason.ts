import type { Caller } from '../api/ports.ts';
import { refuse } from '../api/problem.ts';
import type { AccessQuery, ClientView } from '../api/schemas.ts';

const reasonRequired = (domain: string) => {
  const violation = { field: 'accessReason', code: 'ACCESS_REASON_REQUIRED', description: 'says why' };
  return refuse({ status: 400, reason: 'ACCESS_REASON_REQUIRED', domain, violations: [violation] });
};
const isHandler = async (caller: Caller): Promise<boolean> => (await caller.tokenFor('clients')).includes('staff-0004');

type Why = AccessQuery & { readonly domain: 'clients' | 'guidance' };

/** Refuses the handler of a client under protection who doesn't say why they look. */
export const checkReason = async (caller: Caller, client: ClientView | undefined, why: Why): Promise<void> => {
  if (client?.protectionOrder && !why.accessReason && (await isHandler(caller))) throw reasonRequired(why.domain);
};
