import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { ClientId } from '../client/client.ts';
import type { Profile, Publication } from './profile.ts';
import type { OccupationExperience } from './work-experience.ts';

/** The profile is as it says from now on: what matching needs of it, without education, dates and employers. */
export type JobSeekerProfileRecorded = {
  readonly type: 'JobSeekerProfileRecorded';
  readonly clientId: ClientId;
  readonly profileVersion: number;
  readonly profile: Omit<Profile, 'workHistory' | 'education'>;
  readonly experience: readonly OccupationExperience[];
};

/** These parts are published and no others. */
export type ProfilePublished = {
  readonly type: 'ProfilePublished';
  readonly clientId: ClientId;
  readonly profileVersion: number;
  readonly publication: Publication;
};

export type ProfileWithdrawn = {
  readonly type: 'ProfileWithdrawn';
  readonly clientId: ClientId;
  readonly profileVersion: number;
  /** The first day on which nothing is published. */
  readonly withdrawnOn: LocalDate;
};

/** What can be told of a profile; nothing is, while a protection order is in force. */
export type ProfileFact = JobSeekerProfileRecorded | ProfilePublished | ProfileWithdrawn;
