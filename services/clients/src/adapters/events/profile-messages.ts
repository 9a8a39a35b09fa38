import {
  JobSeekerProfileRecorded,
  ProfilePublished,
  ProfileWithdrawn,
} from '@tyovayla/proto/tyovayla/clients/v1/clients_events';
import {
  languageLevelFromJSON,
  profilePartFromJSON,
  profilePublisherFromJSON,
  workingTimeFromJSON,
  workPermitFromJSON,
} from '@tyovayla/proto/tyovayla/clients/v1/profile';
import type { ProfileFact } from '../../domain/profile/profile-events.ts';
import type { Messages } from './telling.ts';

/** Messages of profiles: what matching needs, by code. */
export const profileMessages: Messages<ProfileFact> = {
  JobSeekerProfileRecorded: ({ clientId, profileVersion, profile, experience }, { meta }) =>
    JobSeekerProfileRecorded.encode({
      meta,
      clientId,
      profileVersion,
      occupationsSought: [...profile.occupationsSought],
      occupationsHeld: [...profile.occupationsHeld],
      skillIds: [...profile.skills],
      languages: profile.languages.map(({ language, level }) => ({
        language,
        level: languageLevelFromJSON(`LANGUAGE_LEVEL_${level}`),
      })),
      drivingLicenceClasses: [...profile.drivingLicence],
      workPermits: profile.workPermits.map((permit) => workPermitFromJSON(`WORK_PERMIT_${permit}`)),
      experience: experience.map(({ occupation, months }) => ({ occupationCode: occupation, months })),
      wishedMunicipalityCodes: [...profile.wishes.municipalities],
      wishedWorkingTimes: profile.wishes.workingTimes.map((time) => workingTimeFromJSON(`WORKING_TIME_${time}`)),
      commutingLimitMinutes: profile.wishes.commutingMinutes ?? 0,
    }).finish(),
  ProfilePublished: ({ clientId, profileVersion, publication }, { meta }) =>
    ProfilePublished.encode({
      meta,
      clientId,
      profileVersion,
      publisher: profilePublisherFromJSON(`PROFILE_PUBLISHER_${publication.publisher}`),
      parts: publication.parts.map((part) => profilePartFromJSON(`PROFILE_PART_${part}`)),
      publishedDate: publication.publishedOn,
    }).finish(),
  ProfileWithdrawn: ({ clientId, profileVersion, withdrawnOn }, { meta }) =>
    ProfileWithdrawn.encode({ meta, clientId, profileVersion, withdrawnDate: withdrawnOn }).finish(),
};
