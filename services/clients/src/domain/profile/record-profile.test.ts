import { aClient, anEndedJobSearch, aProtectedClient, clientId, today } from '../../testing/builders.ts';
import { given } from '../../testing/given.ts';
import { aClientProfile, aProfile, aProfileOf, occupation } from '../../testing/part-builders.ts';
import type { Publication } from './profile.ts';
import type { ProfileOf } from './profile-decision.ts';
import { recordProfile } from './record-profile.ts';

const published: Publication = { publisher: 'CLIENT', parts: ['OCCUPATIONS_SOUGHT'], publishedOn: today };
const profile = aProfile();
const recording = (of: ProfileOf) => recordProfile(of, { profile, today });

const { workHistory: _history, education: _education, ...told } = profile;

describe('recording a job-applicant profile (handbook 2.7)', () => {
  it('tells what matching needs, with experience in months and without employers, dates and schools', () => {
    const next = given<ProfileOf>({ client: aClient() })
      .when(recording)
      .then({
        type: 'JobSeekerProfileRecorded',
        clientId: clientId(1),
        profileVersion: 1,
        profile: told,
        experience: [
          { occupation: occupation('5120'), months: 24 },
          { occupation: occupation('5223'), months: 37 },
        ],
      });
    expect(next).toEqual({ version: 1, profile });
  });

  it('takes the place of the profile before, and leaves published what was published', () => {
    const before = aClientProfile({ version: 4, profile: aProfile({ skills: [] }), publication: published });
    const decision = recording(aProfileOf(before));
    expect(decision.ok && decision.value.next).toEqual({ version: 5, profile, publication: published });
  });

  it('tells nothing of a client under a protection order (handbook 1.6)', () => {
    const next = given(aProfileOf(aClientProfile(), aProtectedClient())).when(recording).then([]);
    expect(next.version).toBe(2);
  });

  it('refuses where no job search runs: there is no purpose for a profile', () => {
    given(aProfileOf(aClientProfile(), aClient({ jobSearch: anEndedJobSearch() })))
      .when(recording)
      .refuses('JOB_SEARCH_NOT_RUNNING');
  });
});
