import * as contract from '@tyovayla/proto/tyovayla/clients/v1/profile';
import type { ClientProfile, Profile, Publication } from '../../domain/profile/profile.ts';
import type { ProfileForm } from '../../domain/profile/profile-form.ts';
import { codesOf } from './contract-codes.ts';

const levels = codesOf({
  prefix: 'LANGUAGE_LEVEL_',
  toJSON: contract.languageLevelToJSON,
  fromJSON: contract.languageLevelFromJSON,
});
const permits = codesOf({
  prefix: 'WORK_PERMIT_',
  toJSON: contract.workPermitToJSON,
  fromJSON: contract.workPermitFromJSON,
});
const employerKinds = codesOf({
  prefix: 'EMPLOYER_KIND_',
  toJSON: contract.employerKindToJSON,
  fromJSON: contract.employerKindFromJSON,
});
const workingTimes = codesOf({
  prefix: 'WORKING_TIME_',
  toJSON: contract.workingTimeToJSON,
  fromJSON: contract.workingTimeFromJSON,
});
const publishers = codesOf({
  prefix: 'PROFILE_PUBLISHER_',
  toJSON: contract.profilePublisherToJSON,
  fromJSON: contract.profilePublisherFromJSON,
});

/** Parts of a profile as codes of the domain. */
export const partCodes = codesOf({
  prefix: 'PROFILE_PART_',
  toJSON: contract.profilePartToJSON,
  fromJSON: contract.profilePartFromJSON,
});

/** A profile as it was written down; an absent message is one with nothing in it. */
export const profileFormFrom = (message: contract.Profile | undefined): ProfileForm => {
  const profile = message ?? contract.Profile.fromPartial({});
  return {
    occupationsSought: profile.occupationsSought,
    occupationsHeld: profile.occupationsHeld,
    skills: profile.skillIds,
    languages: profile.languages.map(({ language, level }) => ({ language, level: levels.from(level) })),
    drivingLicence: profile.drivingLicenceClasses,
    workPermits: profile.workPermits.map(permits.from),
    workHistory: profile.workHistory.map(({ occupationCode, fromDate, toDate, employerKind }) => ({
      occupation: occupationCode,
      from: fromDate,
      to: toDate,
      employerKind: employerKinds.from(employerKind),
    })),
    education: profile.education.map(({ levelCode, fieldCode, completedYear }) => ({
      level: levelCode,
      field: fieldCode,
      completedYear,
    })),
    wishedMunicipalities: profile.wishedMunicipalityCodes,
    wishedWorkingTimes: profile.wishedWorkingTimes.map(workingTimes.from),
    commutingMinutes: profile.commutingLimitMinutes,
  };
};

const profileTo = (profile: Profile): contract.Profile => ({
  occupationsSought: [...profile.occupationsSought],
  occupationsHeld: [...profile.occupationsHeld],
  skillIds: [...profile.skills],
  languages: profile.languages.map(({ language, level }) => ({ language, level: levels.to(level) })),
  drivingLicenceClasses: [...profile.drivingLicence],
  workPermits: profile.workPermits.map(permits.to),
  workHistory: profile.workHistory.map(({ occupation, from, to = '', employerKind }) => ({
    occupationCode: occupation,
    fromDate: from,
    toDate: to,
    employerKind: employerKinds.to(employerKind),
  })),
  education: profile.education.map(({ level, field, completedYear = 0 }) => ({
    levelCode: level,
    fieldCode: field,
    completedYear,
  })),
  wishedMunicipalityCodes: [...profile.wishes.municipalities],
  wishedWorkingTimes: profile.wishes.workingTimes.map(workingTimes.to),
  commutingLimitMinutes: profile.wishes.commutingMinutes ?? 0,
});

const publicationTo = ({ publisher, parts, publishedOn }: Publication): contract.ProfilePublication => ({
  publisher: publishers.to(publisher),
  parts: parts.map(partCodes.to),
  publishedDate: publishedOn,
});

/** A client's profile as the contract has it; version 0 where none is recorded. */
export const clientProfileTo = (current: ClientProfile | undefined): contract.GetProfileResponse => ({
  profile: current && profileTo(current.profile),
  publication: current?.publication && publicationTo(current.publication),
  profileVersion: current?.version ?? 0,
});
