import type { LocalDate } from '@tyovayla/kernel/local-date';
import { refused } from '@tyovayla/kernel/result';
import type { ClientId } from '../client/client.ts';
import { jobSearchNotRunning } from '../client/client-refusals.ts';
import { type ClientProfile, hasPart, type ProfilePart, type Publication, profileParts } from './profile.ts';
import { type ProfileDecision, type ProfileOf, profileDecided } from './profile-decision.ts';
import type { ProfilePublished } from './profile-events.ts';
import {
  profileNotRecorded,
  profilePartEmpty,
  profilePublicationUnchanged,
  profileUnderProtection,
} from './profile-refusals.ts';

export type PublishProfile = { readonly parts: readonly ProfilePart[]; readonly today: LocalDate };

/** The fact that parts of a profile are published. */
export const profilePublished = (clientId: ClientId, version: number, publication: Publication): ProfilePublished => ({
  type: 'ProfilePublished',
  clientId,
  profileVersion: version,
  publication,
});

const sameAs = (publication: Publication | undefined, parts: readonly ProfilePart[]): boolean =>
  publication?.publisher === 'CLIENT' && publication.parts.join() === parts.join();

/**
 * Publishes the parts that the client chose, in place of what was published before; others are seen by the authority
 * alone. Never of a client under a protection order. Source: handbook 1.3 (profile), 1.6 (3), 2.7.
 */
export const publishProfile = (of: ProfileOf, { parts, today }: PublishProfile): ProfileDecision => {
  const { client, current } = of;
  if (client.protectionOrder !== undefined) return refused(profileUnderProtection());
  if (client.jobSearch.status !== 'RUNNING') return refused(jobSearchNotRunning());
  if (current === undefined) return refused(profileNotRecorded());
  const empty = parts.filter((part) => !hasPart(current.profile, part));
  if (empty.length > 0) return refused(profilePartEmpty(empty));
  const inOrder = profileParts.filter((part) => parts.includes(part));
  if (sameAs(current.publication, inOrder)) return refused(profilePublicationUnchanged());
  const publication: Publication = { publisher: 'CLIENT', parts: inOrder, publishedOn: today };
  const next: ClientProfile = { ...current, version: current.version + 1, publication };
  return profileDecided(of, next, [profilePublished(client.clientId, next.version, publication)]);
};
