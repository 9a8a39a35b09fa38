import { draftOf, emptyProfile, filledParts, profileBody } from './profile-draft.ts';

const profile = {
  ...emptyProfile,
  occupationsSought: ['5120', '9412'],
  languages: [
    { language: 'fi', level: 'C2' },
    { language: 'smn', level: 'B1' },
  ],
  workHistory: [{ occupationCode: '5120', fromDate: '2019-01-01', employerKind: 'COMPANY' }],
  education: [{ levelCode: '3', fieldCode: '10', completedYear: 0 }],
  commutingLimitMinutes: 90,
};

describe('A job-applicant profile', () => {
  it('that nobody has changed is sent as it was recorded', () => {
    expect(profileBody(draftOf(profile))).toEqual(profile);
    expect(profileBody(draftOf(emptyProfile))).toEqual(emptyProfile);
  });

  it('takes lists as people type them', () => {
    const draft = { ...draftOf(emptyProfile), occupationsSought: ' 5120,9412\n5120 ', drivingLicenceClasses: 'b, c1e' };
    expect(profileBody(draft)).toMatchObject({
      occupationsSought: ['5120', '9412'],
      drivingLicenceClasses: ['B', 'C1E'],
    });
  });

  it('loses nothing that is wrong: it is sent and refused', () => {
    const draft = { ...draftOf(emptyProfile), occupationsHeld: 'cook', commutingLimitMinutes: 'an hour' };
    expect(profileBody(draft)).toMatchObject({ occupationsHeld: ['cook'], commutingLimitMinutes: 'an hour' });
  });

  it('can be published as far as something stands in it', () => {
    expect(filledParts(profile)).toEqual(['OCCUPATIONS_SOUGHT', 'LANGUAGES', 'WORK_HISTORY', 'EDUCATION', 'WISHES']);
    expect(filledParts(emptyProfile)).toEqual([]);
  });
});
