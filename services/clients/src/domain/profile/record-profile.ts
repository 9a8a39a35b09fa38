import type { LocalDate } from '@tyovayla/kernel/local-date';
import { refused } from '@tyovayla/kernel/result';
import type { Client } from '../client/client.ts';
import { jobSearchNotRunning } from '../client/client-refusals.ts';
import type { ClientProfile, Profile } from './profile.ts';
import { type ProfileDecision, type ProfileOf, profileDecided } from './profile-decision.ts';
import type { JobSeekerProfileRecorded } from './profile-events.ts';
import { experienceOf } from './work-experience.ts';

export type RecordProfile = { readonly profile: Profile; readonly today: LocalDate };

/** The fact that a profile is as it is now. */
export const profileRecorded = (
  client: Client,
  { version, profile }: ClientProfile,
  today: LocalDate,
): JobSeekerProfileRecorded => {
  const { workHistory, education: _education, ...matched } = profile;
  return {
    type: 'JobSeekerProfileRecorded',
    clientId: client.clientId,
    profileVersion: version,
    profile: matched,
    experience: experienceOf(workHistory, today),
  };
};

/**
 * Records the whole profile of a job seeker in place of the one before. What is published stays so, with its new
 * content. Refused where no job search runs: then there is no purpose for it (handbook 1.3).
 */
export const recordProfile = (of: ProfileOf, { profile, today }: RecordProfile): ProfileDecision => {
  const { client, current } = of;
  if (client.jobSearch.status !== 'RUNNING') return refused(jobSearchNotRunning());
  const next: ClientProfile = {
    version: (current?.version ?? 0) + 1,
    profile,
    ...(current?.publication && { publication: current.publication }),
  };
  return profileDecided(of, next, [profileRecorded(client, next, today)]);
};
