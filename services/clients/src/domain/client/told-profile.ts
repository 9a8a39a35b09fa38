import type { LocalDate } from '@tyovayla/kernel/local-date';
import { type ClientProfile, emptyProfile } from '../profile/profile.ts';
import type { ProfileFact } from '../profile/profile-events.ts';
import { profilePublished } from '../profile/publish-profile.ts';
import { profileRecorded } from '../profile/record-profile.ts';
import type { Client } from './client.ts';

const withdrawn = (client: Client, profileVersion: number, today: LocalDate): ProfileFact => ({
  type: 'ProfileWithdrawn',
  clientId: client.clientId,
  profileVersion,
  withdrawnOn: today,
});

/**
 * What is told of a profile that is another after records became one, or two again: whoever matches people must know
 * it. One that is no more is told as an empty one. Nothing is told where it is as before, and nothing of a client under
 * protection (handbook 1.6).
 */
export const profileTold = (
  client: Client,
  { before, after }: { readonly before?: ClientProfile | undefined; readonly after?: ClientProfile | undefined },
  today: LocalDate,
): readonly ProfileFact[] => {
  if (client.protectionOrder !== undefined || before === after) return [];
  const now = after ?? { version: (before?.version ?? 0) + 1, profile: emptyProfile };
  const wasPublished = before?.publication !== undefined;
  return [
    profileRecorded(client, now, today),
    ...(now.publication ? [profilePublished(client.clientId, now.version, now.publication)] : []),
    ...(wasPublished && now.publication === undefined ? [withdrawn(client, now.version, today)] : []),
  ];
};
