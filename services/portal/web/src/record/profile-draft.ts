import type { ProfileView } from '../lib/api-types.ts';

export const emptyProfile: ProfileView = {
  occupationsSought: [],
  occupationsHeld: [],
  skillIds: [],
  languages: [],
  drivingLicenceClasses: [],
  workPermits: [],
  workHistory: [],
  education: [],
  wishedMunicipalityCodes: [],
  wishedWorkingTimes: [],
  commutingLimitMinutes: 0,
};

/** What people type as a list, parted by commas, blanks or lines; each entry once. */
export const listOf = (text: string): readonly string[] => [
  ...new Set(text.split(/[\s,;]+/).filter((entry) => entry !== '')),
];

/** A language as it is chosen. */
export type LanguageRow = { readonly language: string; readonly level: string };

/** A row of work history as it is typed. */
export type WorkRow = {
  readonly occupationCode: string;
  readonly fromDate: string;
  readonly toDate: string;
  readonly employerKind: string;
};

/** A row of education as it is typed. */
export type EducationRow = { readonly levelCode: string; readonly fieldCode: string; readonly completedYear: string };

/** The profile as it is typed. */
export type ProfileDraft = {
  readonly occupationsSought: string;
  readonly occupationsHeld: string;
  readonly skillIds: string;
  readonly languages: readonly LanguageRow[];
  readonly drivingLicenceClasses: string;
  readonly workPermits: readonly string[];
  readonly workHistory: readonly WorkRow[];
  readonly education: readonly EducationRow[];
  readonly wishedMunicipalityCodes: readonly string[];
  readonly wishedWorkingTimes: readonly string[];
  readonly commutingLimitMinutes: string;
};

/** A recorded profile as it is typed. */
export const draftOf = (profile: ProfileView): ProfileDraft => ({
  occupationsSought: profile.occupationsSought.join(', '),
  occupationsHeld: profile.occupationsHeld.join(', '),
  skillIds: profile.skillIds.join('\n'),
  languages: profile.languages,
  drivingLicenceClasses: profile.drivingLicenceClasses.join(', '),
  workPermits: profile.workPermits,
  workHistory: profile.workHistory.map(({ toDate = '', ...work }) => ({ ...work, toDate })),
  education: profile.education.map(({ completedYear, ...degree }) => ({
    ...degree,
    completedYear: completedYear === 0 ? '' : String(completedYear),
  })),
  wishedMunicipalityCodes: profile.wishedMunicipalityCodes,
  wishedWorkingTimes: profile.wishedWorkingTimes,
  commutingLimitMinutes: profile.commutingLimitMinutes === 0 ? '' : String(profile.commutingLimitMinutes),
});

/** A number as it was typed: 0 where nothing was, the text itself where it is none, so that it is refused. */
const numberFrom = (text: string): number | string => {
  const typed = text.trim();
  return /^\d*$/.test(typed) ? Number(typed) : text;
};

/** What was typed, as the API wants it. */
export const profileBody = (draft: ProfileDraft): object => ({
  ...draft,
  occupationsSought: listOf(draft.occupationsSought),
  occupationsHeld: listOf(draft.occupationsHeld),
  skillIds: listOf(draft.skillIds),
  drivingLicenceClasses: listOf(draft.drivingLicenceClasses.toUpperCase()),
  workHistory: draft.workHistory.map(({ toDate, ...work }) => (toDate === '' ? work : { ...work, toDate })),
  education: draft.education.map(({ completedYear, ...degree }) => ({
    ...degree,
    completedYear: numberFrom(completedYear),
  })),
  commutingLimitMinutes: numberFrom(draft.commutingLimitMinutes),
});

/** Parts of a profile in which something stands: only these can be published. */
export const filledParts = (profile: ProfileView): readonly string[] => {
  const filled: readonly (readonly [part: string, is: boolean])[] = [
    ['OCCUPATIONS_SOUGHT', profile.occupationsSought.length > 0],
    ['OCCUPATIONS_HELD', profile.occupationsHeld.length > 0],
    ['SKILLS', profile.skillIds.length > 0],
    ['LANGUAGES', profile.languages.length > 0],
    ['PERMITS', profile.drivingLicenceClasses.length + profile.workPermits.length > 0],
    ['WORK_HISTORY', profile.workHistory.length > 0],
    ['EDUCATION', profile.education.length > 0],
    [
      'WISHES',
      profile.wishedMunicipalityCodes.length + profile.wishedWorkingTimes.length + profile.commutingLimitMinutes > 0,
    ],
  ];
  return filled.flatMap(([part, is]) => (is ? [part] : []));
};
