import { localDate } from '@tyovayla/kernel/local-date';
import fc from 'fast-check';
import { somePartyPeople } from '../../testing/in-memory-multi-sector.ts';
import { aReferredCase, deciding, newestPlanId, someTasks, today } from '../../testing/multi-sector-builders.ts';
import { acceptIntoMultiSector } from './accept-into-multi-sector.ts';
import { agreeMultiSectorMeeting } from './agree-multi-sector-meeting.ts';
import { appointMultiSectorMember } from './appoint-multi-sector-member.ts';
import { endMultiSectorMembership } from './end-multi-sector-membership.ts';
import { exitMultiSector } from './exit-multi-sector.ts';
import { makeMultiSectorPlan } from './make-multi-sector-plan.ts';
import { activeMembers, involvedOf, type MultiSectorCase, multiSectorStates, plansOf } from './multi-sector-case.ts';
import type { MultiSectorDecision } from './multi-sector-decision.ts';
import { awaitedSigners, type MultiSectorPlan } from './multi-sector-plan.ts';
import { reviewMultiSectorPlan } from './review-multi-sector-plan.ts';
import { signMultiSectorPlan } from './sign-multi-sector-plan.ts';
import { startMultiSectorAssessment } from './start-multi-sector-assessment.ts';
import { startMultiSectorConsultation } from './start-multi-sector-consultation.ts';

const tomorrow = localDate('2026-02-03');
const laphaAndKela = ['WELLBEING_COUNTY', 'KELA'] as const;

type Try = (one: MultiSectorCase) => MultiSectorDecision;

/** Everything that may be tried on a case, whatever its state. */
const tries: readonly Try[] = [
  (one) => startMultiSectorConsultation(one, { involved: laphaAndKela, startedOn: today }, deciding()),
  (one) => startMultiSectorConsultation(one, { involved: ['KELA'], startedOn: today }, deciding()),
  (one) =>
    startMultiSectorAssessment(one, { startedOn: today, clientInformedOn: today, client: 'PRESENT' }, deciding()),
  (one) => acceptIntoMultiSector(one, { acceptedOn: today }, deciding()),
  (one) => makeMultiSectorPlan(one, { tasks: someTasks }, deciding()),
  ...(['CLIENT', 'EMPLOYMENT_AUTHORITY', 'WELLBEING_COUNTY', 'KELA'] as const).map(
    (signer): Try =>
      (one) =>
        signMultiSectorPlan(one, { planId: newestPlanId(one), signer, signedOn: today }, deciding()),
  ),
  (one) => reviewMultiSectorPlan(one, { reviewedOn: today, doneTaskIds: [] }, deciding()),
  (one) => agreeMultiSectorMeeting(one, { on: tomorrow, parties: ['EMPLOYMENT_AUTHORITY'] }, deciding()),
  (one) => exitMultiSector(one, { exitedOn: today, reason: 'NEED_ENDED' }, deciding()),
  ...(
    [
      ['staff-0009', 'WELLBEING_COUNTY'],
      ['staff-0010', 'KELA'],
    ] as const
  ).map(
    ([staffId, party]): Try =>
      (one) =>
        appointMultiSectorMember(one, { staffId, party, people: somePartyPeople }, deciding()),
  ),
  (one) => endMultiSectorMembership(one, { staffId: 'staff-0010' }, deciding()),
  (one) => endMultiSectorMembership(one, { staffId: 'staff-0001' }, deciding()),
];

/** Plans that bind though somebody who must sign has not. */
const unsignedInForce = (one: MultiSectorCase): readonly MultiSectorPlan[] =>
  plansOf(one).filter((plan) => plan.state === 'IN_FORCE' && awaitedSigners(plan, involvedOf(one)).length > 0);

describe('a multi-sector case, whatever is tried on it in whatever order', () => {
  const anyTries = fc.array(fc.integer({ min: 0, max: tries.length - 1 }), { maxLength: 60 });
  // Most orders end early: these words lead far into the case more often than chance would.
  const far = fc.constant([0, 12, 13, 2, 3, 4, 5, 8, 7, 6]);

  it('moves forward by the table of steps alone, one version a fact, and never without somebody of the authority', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyTries,
          fc.tuple(far, anyTries).map((parts) => parts.flat()),
        ),
        (order) => {
          let one = aReferredCase();
          for (const index of order) {
            const decision = tries[index]?.(one);
            if (decision?.ok !== true) continue;
            const { next, facts } = decision.value;
            expect(next.version - one.version).toBe(facts.length);
            const [was, is] = [one.stage.state, next.stage.state].map((state) => multiSectorStates.indexOf(state));
            expect(is === was || is === (was ?? 0) + 1 || next.stage.state === 'EXITED').toBe(true);
            expect(activeMembers(next).some(({ party }) => party === 'EMPLOYMENT_AUTHORITY')).toBe(true);
            expect(new Set(activeMembers(next).map(({ staffId }) => staffId)).size).toBe(activeMembers(next).length);
            const plans = plansOf(next);
            expect(plans.filter(({ state }) => state === 'IN_FORCE').length).toBeLessThanOrEqual(1);
            expect(plans.filter(({ state }) => state === 'DRAFT').length).toBeLessThanOrEqual(1);
            expect(unsignedInForce(next)).toEqual([]);
            one = next;
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('comes to a plan in force and to an exit in some of them', () => {
    const run = (order: readonly number[]): MultiSectorCase =>
      order.reduce((one, index) => {
        const decision = tries[index]?.(one);
        return decision?.ok === true ? decision.value.next : one;
      }, aReferredCase());
    const order = [0, 12, 13, 2, 3, 4, 5, 7, 8, 6, 9];
    expect(plansOf(run(order))).toMatchObject([{ state: 'IN_FORCE', reviewedOn: [today] }]);
    expect(run([...order, 11]).stage).toMatchObject({ state: 'EXITED', last: { state: 'CLIENT' } });
  });
});
