import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { MunicipalityCode } from '@tyovayla/kernel/municipality';
import type { DrivingLicenceClass } from './driving-licence.ts';
import type { Education } from './education.ts';
import type { LanguageSkill } from './language-skill.ts';
import type { OccupationCode } from './occupation-code.ts';
import type { SkillId } from './skill-id.ts';
import type { WorkExperience } from './work-experience.ts';

/** Cards and qualifications that some work demands (handbook 1.3 "permits", 5.3). */
export const workPermits = [
  'HYGIENE_PASSPORT',
  'HOT_WORK_CARD',
  'OCCUPATIONAL_SAFETY_CARD',
  'ROAD_SAFETY_CARD',
  'ALCOHOL_PASSPORT',
  'ELECTRICAL_SAFETY',
  'FIRST_AID',
  'SECURITY_GUARD',
  'PROFESSIONAL_DRIVER',
  'DANGEROUS_GOODS',
  'TAXI_DRIVER',
] as const;

export type WorkPermit = (typeof workPermits)[number];

export const workingTimes = ['FULL_TIME', 'PART_TIME', 'SHIFT'] as const;

export type WorkingTime = (typeof workingTimes)[number];

/** What the client wishes of work, beside the occupation. */
export type Wishes = {
  /** Empty: anywhere within the commuting limit. */
  readonly municipalities: readonly MunicipalityCode[];
  readonly workingTimes: readonly WorkingTime[];
  /** Longest daily commute there and back; absent where the client sets no limit. */
  readonly commutingMinutes?: number;
};

/** What a client can do and wishes to do (työnhakuprofiili, handbook 2.7). No text, no employer, no contact data. */
export type Profile = {
  /** The most wished first. */
  readonly occupationsSought: readonly OccupationCode[];
  readonly occupationsHeld: readonly OccupationCode[];
  readonly skills: readonly SkillId[];
  readonly languages: readonly LanguageSkill[];
  readonly drivingLicence: readonly DrivingLicenceClass[];
  readonly workPermits: readonly WorkPermit[];
  /** The newest first. */
  readonly workHistory: readonly WorkExperience[];
  readonly education: readonly Education[];
  readonly wishes: Wishes;
};

/** A part of the profile that can be published by itself. */
export const profileParts = [
  'OCCUPATIONS_SOUGHT',
  'OCCUPATIONS_HELD',
  'SKILLS',
  'LANGUAGES',
  'PERMITS',
  'WORK_HISTORY',
  'EDUCATION',
  'WISHES',
] as const;

export type ProfilePart = (typeof profileParts)[number];

/** What others may see, since when, and on whose behalf. */
export type Publication = {
  readonly publisher: 'CLIENT' | 'AUTHORITY';
  /** In the order of `profileParts`. */
  readonly parts: readonly ProfilePart[];
  readonly publishedOn: LocalDate;
};

/** A client's profile with its own version: 1 when first recorded. */
export type ClientProfile = {
  readonly version: number;
  readonly profile: Profile;
  /** Absent where nothing is published. */
  readonly publication?: Publication;
};

export const emptyProfile: Profile = {
  occupationsSought: [],
  occupationsHeld: [],
  skills: [],
  languages: [],
  drivingLicence: [],
  workPermits: [],
  workHistory: [],
  education: [],
  wishes: { municipalities: [], workingTimes: [] },
};

const filled: { readonly [Part in ProfilePart]: (profile: Profile) => boolean } = {
  OCCUPATIONS_SOUGHT: ({ occupationsSought }) => occupationsSought.length > 0,
  OCCUPATIONS_HELD: ({ occupationsHeld }) => occupationsHeld.length > 0,
  SKILLS: ({ skills }) => skills.length > 0,
  LANGUAGES: ({ languages }) => languages.length > 0,
  PERMITS: ({ drivingLicence, workPermits: permits }) => drivingLicence.length + permits.length > 0,
  WORK_HISTORY: ({ workHistory }) => workHistory.length > 0,
  EDUCATION: ({ education }) => education.length > 0,
  WISHES: ({ wishes }) =>
    wishes.municipalities.length + wishes.workingTimes.length > 0 || wishes.commutingMinutes !== undefined,
};

/** Whether there is anything in a part. */
export const hasPart = (profile: Profile, part: ProfilePart): boolean => filled[part](profile);
