import type { LocalDate } from '@tyovayla/kernel/local-date';
import { refused } from '@tyovayla/kernel/result';
import type { ClientProfile } from './profile.ts';
import { type ProfileDecision, type ProfileOf, profileDecided } from './profile-decision.ts';
import { profileNotPublished } from './profile-refusals.ts';

export type WithdrawProfile = { readonly today: LocalDate };

/** The profile as it is when nothing of it is published any more. */
export const unpublished = ({ version, profile }: ClientProfile): ClientProfile => ({ version: version + 1, profile });

/** Publishes a profile no longer, also where no job search runs any more: a client may always withdraw. */
export const withdrawProfile = (of: ProfileOf, { today }: WithdrawProfile): ProfileDecision => {
  const { client, current } = of;
  if (current?.publication === undefined) return refused(profileNotPublished());
  const next = unpublished(current);
  return profileDecided(of, next, [
    { type: 'ProfileWithdrawn', clientId: client.clientId, profileVersion: next.version, withdrawnOn: today },
  ]);
};
