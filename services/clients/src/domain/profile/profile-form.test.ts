import { today } from '../../testing/builders.ts';
import { aProfile, aProfileForm } from '../../testing/part-builders.ts';
import { emptyProfile } from './profile.ts';
import { type ProfileForm, readProfileForm } from './profile-form.ts';

const wrong = (about: Partial<ProfileForm>): unknown => {
  const read = readProfileForm(aProfileForm(about), today);
  return read.ok ? 'accepted' : read.refusal.map(({ field, code }) => [field, code]);
};

const nothing: ProfileForm = {
  occupationsSought: [],
  occupationsHeld: [],
  skills: [],
  languages: [],
  drivingLicence: [],
  workPermits: [],
  workHistory: [],
  education: [],
  wishedMunicipalities: [],
  wishedWorkingTimes: [],
  commutingMinutes: 0,
};

describe('a job-applicant profile as it is written down (handbook 1.3, 2.7, 5.2)', () => {
  it('is understood as a whole, work history with the newest first', () => {
    expect(readProfileForm(aProfileForm(), today)).toEqual({ ok: true, value: aProfile() });
  });

  it('may be empty in every part', () => {
    expect(readProfileForm(nothing, today)).toEqual({ ok: true, value: emptyProfile });
  });

  it('keeps each occupation and permit once', () => {
    const read = readProfileForm(aProfileForm({ occupationsSought: ['5223', '5120', '5223'] }), today);
    expect(read.ok && read.value.occupationsSought).toEqual(['5223', '5120']);
  });

  it('has every bad field named at once, by its place', () => {
    const read = wrong({
      occupationsSought: ['5223', '27'],
      skills: ['cooking'],
      languages: [
        { language: 'fi', level: 'C2' },
        { language: 'suomi', level: 'D1' },
      ],
      drivingLicence: ['X'],
      workPermits: ['HAPPINESS'],
      wishedMunicipalities: ['Kemi'],
      wishedWorkingTimes: ['NEVER'],
      commutingMinutes: 1441,
    });
    expect(read).toEqual([
      ['profile.occupations_sought[1]', 'OCCUPATION_CODE_UNKNOWN'],
      ['profile.skill_ids[0]', 'SKILL_ID_FORMAT'],
      ['profile.languages[1].language', 'LANGUAGE_CODE_FORMAT'],
      ['profile.languages[1].level', 'CODE_UNKNOWN'],
      ['profile.driving_licence_classes[0]', 'DRIVING_LICENCE_CLASS_UNKNOWN'],
      ['profile.work_permits[0]', 'CODE_UNKNOWN'],
      ['profile.wished_municipality_codes[0]', 'MUNICIPALITY_CODE_FORMAT'],
      ['profile.wished_working_times[0]', 'CODE_UNKNOWN'],
      ['profile.commuting_limit_minutes', 'COMMUTE_IMPOSSIBLE'],
    ]);
  });

  it('knows a language at one level only', () => {
    const languages = [
      { language: 'sv', level: 'B1' },
      { language: 'sv', level: 'C1' },
    ];
    expect(wrong({ languages })).toEqual([['profile.languages[1].language', 'LANGUAGE_TWICE']]);
  });

  it.each([
    [{ from: '2026-02-03', to: '' }, 'from_date', 'DATE_IN_FUTURE'],
    [{ from: '2020-01-01', to: '2026-02-03' }, 'to_date', 'DATE_IN_FUTURE'],
    [{ from: '2020-02-30', to: '' }, 'from_date', 'DATE_IMPOSSIBLE'],
    [{ from: '2020-01-02', to: '2020-01-01' }, 'to_date', 'PERIOD_REVERSED'],
  ])('takes no work of %j', (period, field, code) => {
    const workHistory = [{ occupation: '5223', employerKind: 'COMPANY', ...period }];
    expect(wrong({ workHistory })).toEqual([[`profile.work_history[0].${field}`, code]]);
  });

  it('takes work of a single day that was today', () => {
    const workHistory = [{ occupation: '5223', employerKind: 'HOUSEHOLD', from: today, to: today }];
    expect(wrong({ workHistory })).toBe('accepted');
  });

  it.each([
    [{ level: '9', field: '10', completedYear: 2008 }, 'level_code', 'EDUCATION_LEVEL_UNKNOWN'],
    [{ level: '3', field: '11', completedYear: 2008 }, 'field_code', 'EDUCATION_FIELD_UNKNOWN'],
    [{ level: '3', field: '10', completedYear: 2027 }, 'completed_year', 'EDUCATION_YEAR_IMPOSSIBLE'],
    [{ level: '3', field: '10', completedYear: 1929 }, 'completed_year', 'EDUCATION_YEAR_IMPOSSIBLE'],
  ])('takes no education of %j', (education, field, code) => {
    expect(wrong({ education: [education] })).toEqual([[`profile.education[0].${field}`, code]]);
  });

  it('never repeats what was written', () => {
    const read = readProfileForm(aProfileForm({ occupationsSought: ['020290-900X'] }), today);
    expect(JSON.stringify(read)).not.toContain('020290');
  });
});
