import { aClient, anEndedJobSearch, aProtectedClient, clientId, today } from '../../testing/builders.ts';
import { given } from '../../testing/given.ts';
import { aClientProfile, aProfile, aProfileOf } from '../../testing/part-builders.ts';
import { emptyProfile, hasPart, type ProfilePart, type Publication, profileParts } from './profile.ts';
import type { ProfileOf } from './profile-decision.ts';
import { publishProfile } from './publish-profile.ts';
import { withdrawProfile } from './withdraw-profile.ts';

const publishing =
  (...parts: ProfilePart[]) =>
  (of: ProfileOf) =>
    publishProfile(of, { parts, today });

const withdrawing = (of: ProfileOf) => withdrawProfile(of, { today });

const published = (...parts: ProfilePart[]): Publication => ({ publisher: 'CLIENT', parts, publishedOn: today });

describe('publishing a profile on the client’s behalf (handbook 1.3, 2.7)', () => {
  it('shows the parts that the client chose, in one order', () => {
    const publication = published('OCCUPATIONS_SOUGHT', 'SKILLS');
    const next = given(aProfileOf())
      .when(publishing('SKILLS', 'OCCUPATIONS_SOUGHT'))
      .then({ type: 'ProfilePublished', clientId: clientId(1), profileVersion: 2, publication });
    expect(next).toEqual({ version: 2, profile: aProfile(), publication });
  });

  it('takes the place of what was published before, also by the authority', () => {
    const publication: Publication = { publisher: 'AUTHORITY', parts: ['OCCUPATIONS_SOUGHT'], publishedOn: today };
    const decision = publishing('OCCUPATIONS_SOUGHT')(aProfileOf(aClientProfile({ publication })));
    expect(decision.ok && decision.value.next.publication).toEqual(published('OCCUPATIONS_SOUGHT'));
  });

  it('refuses the same parts a second time', () => {
    given(aProfileOf(aClientProfile({ publication: published('SKILLS') })))
      .when(publishing('SKILLS'))
      .refuses('PROFILE_PUBLICATION_UNCHANGED');
  });

  it('refuses parts with nothing in them, and names them', () => {
    const { data } = given(aProfileOf(aClientProfile({ profile: aProfile({ skills: [], languages: [] }) })))
      .when(publishing('SKILLS', 'EDUCATION', 'LANGUAGES'))
      .refuses('PROFILE_PART_EMPTY');
    expect(data).toEqual({ parts: 'SKILLS LANGUAGES' });
  });

  it('knows of each part whether there is anything in it', () => {
    expect(profileParts.filter((part) => hasPart(aProfile(), part))).toEqual(profileParts);
    expect(profileParts.filter((part) => hasPart(emptyProfile, part))).toEqual([]);
  });

  it('publishes nothing of a client under a protection order (handbook 1.6 (3))', () => {
    given(aProfileOf(aClientProfile(), aProtectedClient()))
      .when(publishing('SKILLS'))
      .refuses('PROFILE_UNDER_PROTECTION');
  });

  it('refuses where nothing is recorded, and where no job search runs', () => {
    given<ProfileOf>({ client: aClient() }).when(publishing('SKILLS')).refuses('PROFILE_NOT_RECORDED');
    given(aProfileOf(aClientProfile(), aClient({ jobSearch: anEndedJobSearch() })))
      .when(publishing('SKILLS'))
      .refuses('JOB_SEARCH_NOT_RUNNING');
  });
});

describe('withdrawing a published profile', () => {
  const shown = aClientProfile({ version: 2, publication: published('SKILLS') });

  it('leaves the profile with the authority alone', () => {
    const next = given(aProfileOf(shown))
      .when(withdrawing)
      .then({ type: 'ProfileWithdrawn', clientId: clientId(1), profileVersion: 3, withdrawnOn: today });
    expect(next).toEqual({ version: 3, profile: aProfile() });
  });

  it('is open to a client whose job search has ended', () => {
    expect(withdrawing(aProfileOf(shown, aClient({ jobSearch: anEndedJobSearch() }))).ok).toBe(true);
  });

  it('refuses where nothing is published', () => {
    given(aProfileOf()).when(withdrawing).refuses('PROFILE_NOT_PUBLISHED');
    given<ProfileOf>({ client: aClient() }).when(withdrawing).refuses('PROFILE_NOT_PUBLISHED');
  });
});
