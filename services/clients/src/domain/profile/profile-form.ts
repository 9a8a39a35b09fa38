import { allOf, badField, type Checked, checkCode } from '@tyovayla/kernel/field-check';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import { type MunicipalityCode, parseMunicipalityCode } from '@tyovayla/kernel/municipality';
import { accepted } from '@tyovayla/kernel/result';
import { listOf } from '../client/field-list.ts';
import { checkDrivingLicence } from './driving-licence.ts';
import { checkEducation, type Education, type EducationForm } from './education.ts';
import { checkLanguage, type LanguageSkill, languageLevels } from './language-skill.ts';
import { checkOccupation } from './occupation-code.ts';
import { type Profile, type Wishes, workingTimes, workPermits } from './profile.ts';
import { checkSkill } from './skill-id.ts';
import { checkWorkExperience, type WorkExperience, type WorkExperienceForm } from './work-experience.ts';

/** A profile as it was written down: nothing in it has been understood yet. */
export type ProfileForm = {
  readonly occupationsSought: readonly string[];
  readonly occupationsHeld: readonly string[];
  readonly skills: readonly string[];
  readonly languages: readonly { readonly language: string; readonly level: string }[];
  readonly drivingLicence: readonly string[];
  readonly workPermits: readonly string[];
  readonly workHistory: readonly WorkExperienceForm[];
  readonly education: readonly EducationForm[];
  readonly wishedMunicipalities: readonly string[];
  readonly wishedWorkingTimes: readonly string[];
  /** Minutes there and back; 0 for no limit. */
  readonly commutingMinutes: number;
};

/** Half a day: nobody commutes longer. */
const longestCommute = 720;

const checkLanguages = (field: string, written: ProfileForm['languages']): Checked<readonly LanguageSkill[]> => {
  const read = listOf(field, written, (at, { language, level }) =>
    allOf({
      language: checkLanguage(`${at}.language`, language),
      level: checkCode(`${at}.level`, level, languageLevels),
    }),
  );
  if (!read.ok) return read;
  const again = read.value.findIndex(
    ({ language }, index) => read.value.findIndex((other) => other.language === language) < index,
  );
  return again < 0 ? read : badField(`${field}[${again}].language`, 'LANGUAGE_TWICE', 'stands there twice');
};

const newestFirst = (works: readonly WorkExperience[]): readonly WorkExperience[] =>
  works.toSorted((one, other) => (one.from < other.from ? 1 : -1));

const checkWorkHistory = (
  written: readonly WorkExperienceForm[],
  today: LocalDate,
): Checked<Profile['workHistory']> => {
  const read = listOf('profile.work_history', written, (at, form) => checkWorkExperience(at, form, today));
  return read.ok ? accepted(newestFirst(read.value)) : read;
};

const checkEducations = (written: readonly EducationForm[], today: LocalDate): Checked<readonly Education[]> => {
  const read = listOf('profile.education', written, (at, form) => checkEducation(at, form, today));
  return read.ok ? accepted(read.value.toSorted((one, other) => (one.level < other.level ? 1 : -1))) : read;
};

const checkMunicipality = (field: string, text: string): Checked<MunicipalityCode> => {
  const code = parseMunicipalityCode(text);
  return code === undefined ? badField(field, 'MUNICIPALITY_CODE_FORMAT', 'is no municipality code') : accepted(code);
};

const checkCommute = (minutes: number): Checked<number | undefined> => {
  if (minutes === 0) return accepted(undefined);
  return Number.isInteger(minutes) && minutes > 0 && minutes <= longestCommute
    ? accepted(minutes)
    : badField('profile.commuting_limit_minutes', 'COMMUTE_IMPOSSIBLE', 'is no time of commuting in a day');
};

const checkWishes = (form: ProfileForm): Checked<Wishes> => {
  const fields = allOf({
    municipalities: listOf('profile.wished_municipality_codes', form.wishedMunicipalities, checkMunicipality),
    workingTimes: listOf('profile.wished_working_times', form.wishedWorkingTimes, (at, text) =>
      checkCode(at, text, workingTimes),
    ),
    commutingMinutes: checkCommute(form.commutingMinutes),
  });
  if (!fields.ok) return fields;
  const { commutingMinutes, ...lists } = fields.value;
  return accepted({ ...lists, ...(commutingMinutes !== undefined && { commutingMinutes }) });
};

/** Understands a whole profile, or names every field that can't be accepted, all at once. */
export const readProfileForm = (form: ProfileForm, today: LocalDate): Checked<Profile> =>
  allOf({
    occupationsSought: listOf('profile.occupations_sought', form.occupationsSought, checkOccupation),
    occupationsHeld: listOf('profile.occupations_held', form.occupationsHeld, checkOccupation),
    skills: listOf('profile.skill_ids', form.skills, checkSkill),
    languages: checkLanguages('profile.languages', form.languages),
    drivingLicence: listOf('profile.driving_licence_classes', form.drivingLicence, checkDrivingLicence),
    workPermits: listOf('profile.work_permits', form.workPermits, (at, text) => checkCode(at, text, workPermits)),
    workHistory: checkWorkHistory(form.workHistory, today),
    education: checkEducations(form.education, today),
    wishes: checkWishes(form),
  });
