import { type LocalDate, localDate } from '@tyovayla/kernel/local-date';
import { aClient, anEndedJobSearch, aProtectedClient, clientId } from '../../testing/builders.ts';
import { given } from '../../testing/given.ts';
import { aClientProfile, aProfile, aProfileOf, occupation } from '../../testing/part-builders.ts';
import { emptyProfile, type Publication } from './profile.ts';
import type { ProfileOf } from './profile-decision.ts';
import { publishMinimumProfile } from './publish-minimum-profile.ts';

const due = localDate('2026-09-21');
const dayAfter = localDate('2026-09-22');

const publishing =
  (about: { readonly dueOn?: LocalDate; readonly today?: LocalDate; readonly occupations?: readonly string[] } = {}) =>
  (of: ProfileOf) =>
    publishMinimumProfile(of, {
      dueOn: about.dueOn ?? due,
      today: about.today ?? dayAfter,
      occupationsSought: (about.occupations ?? []).map(occupation),
    });

const minimum: Publication = { publisher: 'AUTHORITY', parts: ['OCCUPATIONS_SOUGHT'], publishedOn: dayAfter };

describe('publishing a minimum profile on the authority’s behalf, from 1 September 2026 (handbook 2.7)', () => {
  it('shows the occupations sought and nothing else, once the due day is over', () => {
    const next = given(aProfileOf())
      .when(publishing())
      .then({ type: 'ProfilePublished', clientId: clientId(1), profileVersion: 2, publication: minimum });
    expect(next).toEqual({ version: 2, profile: aProfile(), publication: minimum });
  });

  it('uses the client’s own occupations where there are some, not those that the authority names', () => {
    const decision = publishing({ occupations: ['9629'] })(aProfileOf());
    expect(decision.ok && decision.value.next.profile).toEqual(aProfile());
  });

  it('records the occupations that the authority names where there is no profile', () => {
    const decision = publishing({ occupations: ['9629'] })({ client: aClient() });
    expect(decision.ok && decision.value).toMatchObject({
      next: { version: 1, profile: { ...emptyProfile, occupationsSought: ['9629'] }, publication: minimum },
      facts: [{ type: 'JobSeekerProfileRecorded' }, { type: 'ProfilePublished' }],
    });
  });

  it('refuses where nobody has named an occupation', () => {
    given<ProfileOf>({ client: aClient() }).when(publishing()).refuses('MINIMUM_PROFILE_NEEDS_OCCUPATION');
  });

  it.each([
    ['on the due day itself', { today: due }, 'DUE_DAY_NOT_PASSED'],
    ['for a due day before the duty began', { dueOn: localDate('2026-08-31') }, 'NO_DUTY_ON_DUE_DAY'],
  ])('refuses %s', (_, about, because) => {
    const { data } = given(aProfileOf()).when(publishing(about)).refuses('MINIMUM_PROFILE_NOT_DUE');
    expect(data).toEqual({ because });
  });

  it('never publishes of a client under a protection order', () => {
    given(aProfileOf(aClientProfile(), aProtectedClient())).when(publishing()).refuses('PROFILE_UNDER_PROTECTION');
  });

  it('refuses where the client has published, and where no job search runs', () => {
    const publication: Publication = { publisher: 'CLIENT', parts: ['SKILLS'], publishedOn: due };
    given(aProfileOf(aClientProfile({ publication })))
      .when(publishing())
      .refuses('PROFILE_PUBLISHED_ALREADY');
    given(aProfileOf(aClientProfile(), aClient({ jobSearch: anEndedJobSearch() })))
      .when(publishing())
      .refuses('JOB_SEARCH_NOT_RUNNING');
  });
});
