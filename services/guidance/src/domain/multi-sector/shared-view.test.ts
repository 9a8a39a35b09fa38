import { aCaseWithPlanInForce, aReferral, deciding, today, yes } from '../../testing/multi-sector-builders.ts';
import { agreeMultiSectorMeeting } from './agree-multi-sector-meeting.ts';
import { parties } from './party.ts';
import { sharedView, withoutPlaces } from './shared-view.ts';

const meeting = { on: today, officeId: 'kemi-city-hall', parties: ['KELA', 'EMPLOYMENT_AUTHORITY'] } as const;
const one = yes(agreeMultiSectorMeeting(aCaseWithPlanInForce(), meeting, deciding()));

const wordsSeenBy = (party: (typeof parties)[number]): readonly string[] =>
  sharedView(one, party).plans.flatMap(({ plan }) => plan.tasks.map(({ description }) => description));

describe('what each party sees of a multi-sector case (handbook R3.8)', () => {
  it('is all tasks for the employment authority, and its own and the joint ones for another party', () => {
    expect(wordsSeenBy('EMPLOYMENT_AUTHORITY')).toHaveLength(5);
    expect(wordsSeenBy('WELLBEING_COUNTY')).toEqual(['Opens social rehabilitation', 'Meets once a month']);
    expect(wordsSeenBy('KELA')).toEqual(['Decides on rehabilitation', 'Meets once a month']);
  });

  it.each(['WELLBEING_COUNTY', 'KELA'] as const)('is the shared data set for %s: state, plan, meetings', (party) => {
    expect(sharedView(one, party)).toMatchObject({
      seenAs: party,
      state: 'CLIENT',
      involved: ['WELLBEING_COUNTY', 'KELA'],
      assessmentDueOn: '2026-05-02',
      meetings: [{ on: today }],
      plans: [{ plan: { state: 'IN_FORCE' }, awaited: [] }],
    });
  });

  it.each(['WELLBEING_COUNTY', 'KELA'] as const)(
    'tells %s no ground, no internal note, and nobody of the authority’s staff',
    (party) => {
      const seen = JSON.stringify(sharedView(one, party));
      for (const hidden of [...aReferral.grounds, aReferral.internalNote, 'staff-']) expect(seen).not.toContain(hidden);
      const own = JSON.stringify(sharedView(one, 'EMPLOYMENT_AUTHORITY'));
      for (const shown of [...aReferral.grounds, aReferral.internalNote, 'staff-']) expect(own).toContain(shown);
    },
  );

  it('is without places where a protection order hides the client', () => {
    for (const party of parties) {
      expect(JSON.stringify(withoutPlaces(sharedView(one, party)))).not.toContain('kemi');
      expect(JSON.stringify(sharedView(one, party))).toContain('kemi');
    }
  });
});
