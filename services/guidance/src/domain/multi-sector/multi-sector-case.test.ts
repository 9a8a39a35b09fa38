import { addMonths, localDate } from '@tyovayla/kernel/local-date';
import { somePartyPeople } from '../../testing/in-memory-multi-sector.ts';
import {
  aCaseWithDraft,
  aCaseWithPlanInForce,
  aConsultedCase,
  anAcceptedCase,
  anAssessedCase,
  aReferral,
  aReferredCase,
  deciding,
  newestPlanId,
  signedBy,
  someTasks,
  today,
  yes,
} from '../../testing/multi-sector-builders.ts';
import { acceptIntoMultiSector } from './accept-into-multi-sector.ts';
import { agreeMultiSectorMeeting } from './agree-multi-sector-meeting.ts';
import { appointMultiSectorMember } from './appoint-multi-sector-member.ts';
import { endMultiSectorMembership } from './end-multi-sector-membership.ts';
import { exitMultiSector } from './exit-multi-sector.ts';
import { makeMultiSectorPlan } from './make-multi-sector-plan.ts';
import { activeMembers, type MultiSectorCase, plansOf } from './multi-sector-case.ts';
import type { MultiSectorDecision } from './multi-sector-decision.ts';
import { referToMultiSector } from './refer-to-multi-sector.ts';
import { reviewMultiSectorPlan } from './review-multi-sector-plan.ts';
import { signMultiSectorPlan } from './sign-multi-sector-plan.ts';
import { startMultiSectorAssessment } from './start-multi-sector-assessment.ts';
import { startMultiSectorConsultation } from './start-multi-sector-consultation.ts';

const codeOf = (decision: MultiSectorDecision): string => (decision.ok ? 'yes' : decision.refusal.code);
const factsOf = (decision: MultiSectorDecision): readonly string[] =>
  decision.ok ? decision.value.facts.map(({ kind }) => kind) : [decision.refusal.code];

const yesterday = localDate('2026-02-01');
const tomorrow = localDate('2026-02-03');

describe('referring a client to the multi-sector support (seed 4.6, handbook R3.2)', () => {
  it('opens a case of which who referred is the first and only member', () => {
    const one = aReferredCase();
    expect(one).toMatchObject({ version: 2, stage: { state: 'REFERRED' }, referral: { grounds: aReferral.grounds } });
    expect(activeMembers(one).map(({ staffId, party }) => [staffId, party])).toEqual([
      ['staff-0001', 'EMPLOYMENT_AUTHORITY'],
    ]);
  });

  it('is refused where consultation between the authorities alone solves it', () => {
    const decision = referToMultiSector('NONE', { ...aReferral, consultation: 'ENOUGH' }, deciding());
    expect(codeOf(decision)).toBe('MULTI_SECTOR_CONSULTATION_ENOUGH');
  });

  it('is refused where a case of the client is open', () => {
    expect(codeOf(referToMultiSector('OPEN', aReferral, deciding()))).toBe('MULTI_SECTOR_CASE_OPEN');
  });
});

describe('the parties’ joint assessment (handbook R3.3, R3.8)', () => {
  const start = { startedOn: today, clientInformedOn: yesterday, client: 'PRESENT' } as const;

  it('is due three months after it started, on the last day of a shorter month', () => {
    const one = yes(startMultiSectorAssessment(aConsultedCase(), start, deciding()));
    expect(one.stage).toMatchObject({ assessment: { dueOn: '2026-05-02', clientInformedOn: '2026-02-01' } });
    const thirtieth = localDate('2026-11-30');
    const later = startMultiSectorAssessment(aConsultedCase(), { ...start, startedOn: thirtieth }, deciding(thirtieth));
    expect(yes(later).stage).toMatchObject({ assessment: { dueOn: '2027-02-28' } });
  });

  it('starts with nobody who is absent, and with nobody who was not told before', () => {
    const one = aConsultedCase();
    expect(codeOf(startMultiSectorAssessment(one, { ...start, client: 'ABSENT' }, deciding()))).toBe(
      'MULTI_SECTOR_CLIENT_NOT_PRESENT',
    );
    const late = { ...start, clientInformedOn: tomorrow };
    expect(codeOf(startMultiSectorAssessment(one, late, deciding()))).toBe('MULTI_SECTOR_CLIENT_NOT_INFORMED');
  });

  it('waits until each involved party has somebody in the network', () => {
    const alone = yes(
      startMultiSectorConsultation(aReferredCase(), { involved: ['KELA'], startedOn: today }, deciding()),
    );
    const decision = startMultiSectorAssessment(alone, start, deciding());
    expect(decision).toMatchObject({
      ok: false,
      refusal: { code: 'MULTI_SECTOR_PARTY_WITHOUT_MEMBER', data: { party: 'KELA' } },
    });
  });

  it('lets a client in whose assessment took too long: the delay is not theirs', () => {
    const late = localDate('2026-08-03');
    expect(factsOf(acceptIntoMultiSector(anAssessedCase(), { acceptedOn: late }, deciding(late)))).toEqual([
      'ClientAcceptedIntoMultiSector',
    ]);
  });
});

describe('the multi-sector employment plan, kind 07 (handbook R3.4)', () => {
  const sign = (one: MultiSectorCase, signer: 'CLIENT' | 'KELA' | 'EMPLOYMENT_AUTHORITY', planId = newestPlanId(one)) =>
    signMultiSectorPlan(one, { planId, signer, signedOn: today }, deciding());

  it('binds with the signatures of the client and all parties, and not with one fewer', () => {
    const waiting = signedBy(aCaseWithDraft(), 'CLIENT', 'KELA', 'WELLBEING_COUNTY');
    expect(plansOf(waiting)).toMatchObject([{ state: 'DRAFT' }]);
    const decision = sign(waiting, 'EMPLOYMENT_AUTHORITY');
    expect(factsOf(decision)).toEqual(['MultiSectorPlanSigned', 'MultiSectorPlanTookForce']);
    expect(plansOf(yes(decision))).toMatchObject([
      { state: 'IN_FORCE', inForceOn: today, reviewDueOn: addMonths(today, 3) },
    ]);
  });

  it('is signed by the employment authority last', () => {
    expect(codeOf(sign(signedBy(aCaseWithDraft(), 'CLIENT', 'KELA'), 'EMPLOYMENT_AUTHORITY'))).toBe(
      'MULTI_SECTOR_AUTHORITY_SIGNS_LAST',
    );
  });

  it('is signed once by each, and never by a party that is not involved', () => {
    const one = signedBy(aCaseWithDraft(), 'CLIENT');
    expect(codeOf(sign(one, 'CLIENT'))).toBe('MULTI_SECTOR_PLAN_SIGNED_ALREADY');
    expect(codeOf(sign(one, 'CLIENT', 'another-plan'))).toBe('MULTI_SECTOR_PLAN_NOT_AWAITED');
  });

  it('loses its signatures when another content is written: that is another plan', () => {
    const signed = signedBy(aCaseWithDraft(), 'CLIENT', 'KELA');
    const again = yes(makeMultiSectorPlan(signed, { tasks: someTasks }, deciding()));
    expect(plansOf(again)).toMatchObject([{ state: 'ENDED' }, { state: 'DRAFT', signatures: [] }]);
  });

  it('stays in force until another one binds, and then ends that day', () => {
    const old = aCaseWithPlanInForce();
    const waiting = signedBy(
      yes(makeMultiSectorPlan(old, { tasks: someTasks }, deciding())),
      ...(['CLIENT', 'KELA', 'WELLBEING_COUNTY'] as const),
    );
    expect(plansOf(waiting).map(({ state }) => state)).toEqual(['IN_FORCE', 'DRAFT']);
    const bound = yes(sign(waiting, 'EMPLOYMENT_AUTHORITY'));
    expect(plansOf(bound)).toMatchObject([{ state: 'ENDED', endedOn: today, inForceOn: today }, { state: 'IN_FORCE' }]);
  });

  it('gives each involved party something to do, and others nothing', () => {
    const one = anAcceptedCase();
    const withoutKela = someTasks.filter(({ owner }) => owner !== 'KELA');
    expect(codeOf(makeMultiSectorPlan(one, { tasks: withoutKela }, deciding()))).toBe(
      'MULTI_SECTOR_PARTY_WITHOUT_TASK',
    );
  });

  it('is reviewed every three months, and remembers what was found done', () => {
    const one = aCaseWithPlanInForce();
    const [first] = plansOf(one)[0]?.tasks ?? [];
    const day = localDate('2026-04-30');
    const review = { reviewedOn: day, doneTaskIds: [first?.taskId ?? ''] };
    const next = yes(reviewMultiSectorPlan(one, review, deciding(day)));
    expect(plansOf(next)).toMatchObject([{ reviewDueOn: '2026-07-30', reviewedOn: [day] }]);
    expect(plansOf(next)[0]?.tasks[0]?.doneOn).toBe(day);
    expect(codeOf(reviewMultiSectorPlan(next, { ...review, reviewedOn: today }, deciding(day)))).toBe(
      'MULTI_SECTOR_DATE_TOO_EARLY',
    );
    expect(codeOf(reviewMultiSectorPlan(one, { ...review, doneTaskIds: ['unknown'] }, deciding(day)))).toBe(
      'MULTI_SECTOR_TASK_NOT_FOUND',
    );
  });
});

describe('meetings of the parties with the client', () => {
  it('are agreed for a working day from today on', () => {
    const meet = (on: string) =>
      codeOf(agreeMultiSectorMeeting(aConsultedCase(), { on: localDate(on), parties: ['KELA'] }, deciding()));
    expect(meet('2026-02-04')).toBe('yes');
    expect(meet('2026-04-06')).toBe('MULTI_SECTOR_MEETING_DAY_CLOSED');
    expect(meet('2026-02-01')).toBe('MULTI_SECTOR_DATE_TOO_EARLY');
  });

  it('are with parties of the case alone', () => {
    const one = yes(
      startMultiSectorConsultation(aReferredCase(), { involved: ['KELA'], startedOn: today }, deciding()),
    );
    const meeting = { on: tomorrow, parties: ['WELLBEING_COUNTY'] } as const;
    expect(codeOf(agreeMultiSectorMeeting(one, meeting, deciding()))).toBe('MULTI_SECTOR_PARTY_NOT_INVOLVED');
  });
});

describe('the people of a client’s network (handbook R3.6, R3.8)', () => {
  const appoint = (
    one: MultiSectorCase,
    staffId: string,
    party: 'EMPLOYMENT_AUTHORITY' | 'WELLBEING_COUNTY' | 'KELA',
  ) => appointMultiSectorMember(one, { staffId, party, people: somePartyPeople }, deciding());

  it('are members for the party that has assigned them, and for no other', () => {
    const one = aReferredCase();
    expect(codeOf(appoint(one, 'staff-0009', 'WELLBEING_COUNTY'))).toBe('yes');
    expect(codeOf(appoint(one, 'staff-0009', 'KELA'))).toBe('MULTI_SECTOR_PERSON_NOT_OF_PARTY');
    expect(codeOf(appoint(one, 'staff-0009', 'EMPLOYMENT_AUTHORITY'))).toBe('MULTI_SECTOR_PERSON_NOT_OF_PARTY');
    expect(codeOf(appoint(one, 'staff-0002', 'KELA'))).toBe('MULTI_SECTOR_PERSON_NOT_OF_PARTY');
  });

  it('are appointed once', () => {
    expect(codeOf(appoint(aConsultedCase(), 'staff-0010', 'KELA'))).toBe('MULTI_SECTOR_MEMBER_APPOINTED_ALREADY');
  });

  it('leave when their membership ends; the authority’s last one stays', () => {
    const one = aConsultedCase();
    const without = yes(endMultiSectorMembership(one, { staffId: 'staff-0009' }, deciding()));
    expect(activeMembers(without).map(({ staffId }) => staffId)).toEqual(['staff-0001', 'staff-0010']);
    expect(codeOf(endMultiSectorMembership(without, { staffId: 'staff-0009' }, deciding()))).toBe(
      'MULTI_SECTOR_MEMBER_NOT_FOUND',
    );
    expect(codeOf(endMultiSectorMembership(one, { staffId: 'staff-0001' }, deciding()))).toBe(
      'MULTI_SECTOR_LAST_AUTHORITY_MEMBER',
    );
  });
});

describe('leaving the multi-sector support (handbook R3.7)', () => {
  it('ends the plans and the memberships of the other parties, and keeps the authority’s', () => {
    const one = aCaseWithPlanInForce();
    const decision = exitMultiSector(one, { exitedOn: today, reason: 'EMPLOYED' }, deciding());
    expect(factsOf(decision)).toEqual([
      'ClientExitedMultiSector',
      'MultiSectorMembershipEnded',
      'MultiSectorMembershipEnded',
    ]);
    const left = yes(decision);
    expect(activeMembers(left).map(({ party }) => party)).toEqual(['EMPLOYMENT_AUTHORITY']);
    expect(plansOf(left).map(({ state }) => state)).toEqual(['ENDED']);
  });
});
