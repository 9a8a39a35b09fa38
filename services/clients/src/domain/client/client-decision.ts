import type { Result } from '@tyovayla/kernel/result';
import type { Client } from './client.ts';
import type { ClientFact } from './client-events.ts';
import type { ClientRefusal } from './client-refusals.ts';

/** What a decision on a client gives when it says yes: the client as they are from now on, and what happened. */
export type ClientDecided = { readonly next: Client; readonly facts: readonly ClientFact[] };

export type ClientDecision = Result<ClientDecided, ClientRefusal>;

/** Says yes. Each fact moves the version on by one, so that a receiver can tell that none is missing. */
export const decided = (client: Client, facts: readonly ClientFact[]): ClientDecision => ({
  ok: true,
  value: { next: { ...client, version: client.version + facts.length }, facts },
});
