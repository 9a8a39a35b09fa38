import type { LocalDate } from '@tyovayla/kernel/local-date';
import { refused } from '@tyovayla/kernel/result';
import { jobSearchNotRunning } from '../client/client-refusals.ts';
import { againstMinimumProfile, minimumProfileParts } from '../rules/minimum-profile.ts';
import type { OccupationCode } from './occupation-code.ts';
import { type ClientProfile, emptyProfile, type Publication } from './profile.ts';
import { type ProfileDecision, type ProfileOf, profileDecided } from './profile-decision.ts';
import type { ProfileFact } from './profile-events.ts';
import {
  minimumProfileNeedsOccupation,
  minimumProfileNotDue,
  profilePublishedAlready,
  profileUnderProtection,
} from './profile-refusals.ts';
import { profilePublished } from './publish-profile.ts';
import { profileRecorded } from './record-profile.ts';

export type PublishMinimumProfile = {
  /** The last day on which the client should have published. */
  readonly dueOn: LocalDate;
  /** Used where the profile names none. */
  readonly occupationsSought: readonly OccupationCode[];
  readonly today: LocalDate;
};

/** The profile with occupations sought: the client's own, or those that the authority names where there are none. */
const withOccupations = (
  current: ClientProfile | undefined,
  occupationsSought: readonly OccupationCode[],
): ClientProfile | undefined => {
  if (current !== undefined && current.profile.occupationsSought.length > 0) return current;
  if (occupationsSought.length === 0) return undefined;
  return { version: current?.version ?? 0, profile: { ...(current?.profile ?? emptyProfile), occupationsSought } };
};

/**
 * Publishes a minimum profile on the authority's behalf, where the client has not published in time. Never of a client
 * under a protection order. The client may publish more, or withdraw it, at any time. Source: handbook 2.7.
 */
export const publishMinimumProfile = (of: ProfileOf, command: PublishMinimumProfile): ProfileDecision => {
  const { client, current } = of;
  const { dueOn, today } = command;
  const underProtection = client.protectionOrder !== undefined;
  if (underProtection) return refused(profileUnderProtection());
  if (client.jobSearch.status !== 'RUNNING') return refused(jobSearchNotRunning());
  const published = current?.publication !== undefined;
  if (published) return refused(profilePublishedAlready());
  const against = againstMinimumProfile({ dueOn, today, published, underProtection });
  if (against.length > 0) return refused(minimumProfileNotDue(against));
  const filled = withOccupations(current, command.occupationsSought);
  if (filled === undefined) return refused(minimumProfileNeedsOccupation());
  const publication: Publication = {
    publisher: 'AUTHORITY',
    parts: minimumProfileParts(dueOn),
    publishedOn: today,
  };
  const next: ClientProfile = { ...filled, version: filled.version + 1, publication };
  const recorded: readonly ProfileFact[] = filled === current ? [] : [profileRecorded(client, next, today)];
  return profileDecided(of, next, [...recorded, profilePublished(client.clientId, next.version, publication)]);
};
