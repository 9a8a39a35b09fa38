import type { Result } from '@tyovayla/kernel/result';
import type { Client } from '../client/client.ts';
import type { ClientRefusal } from '../client/client-refusals.ts';
import type { ClientProfile } from './profile.ts';
import type { ProfileFact } from './profile-events.ts';

/** What a decision on a profile gives when it says yes. */
export type ProfileDecided = { readonly next: ClientProfile; readonly facts: readonly ProfileFact[] };

export type ProfileDecision = Result<ProfileDecided, ClientRefusal>;

/** A client and their profile; none is recorded yet where it is absent. */
export type ProfileOf = { readonly client: Client; readonly current?: ClientProfile };

/** Says yes. Of a client under a protection order nothing is told (handbook 1.6). */
export const profileDecided = (
  { client }: ProfileOf,
  next: ClientProfile,
  facts: readonly ProfileFact[],
): ProfileDecision => ({
  ok: true,
  value: { next, facts: client.protectionOrder === undefined ? facts : [] },
});
