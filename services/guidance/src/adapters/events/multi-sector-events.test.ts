import { localDate } from '@tyovayla/kernel/local-date';
import { ActorKind } from '@tyovayla/proto/tyovayla/common/v1/event_meta';
import { ExpertProvider } from '@tyovayla/proto/tyovayla/guidance/v1/expert_order';
import * as orders from '@tyovayla/proto/tyovayla/guidance/v1/expert_order_events';
import { GroupVote } from '@tyovayla/proto/tyovayla/guidance/v1/management_group';
import { MultiSectorExitReason, MultiSectorParty } from '@tyovayla/proto/tyovayla/guidance/v1/multi_sector';
import * as told from '@tyovayla/proto/tyovayla/guidance/v1/multi_sector_events';
import type { ExpertOrderFact } from '../../domain/expert-order/expert-order.ts';
import type { ManagementGroup, ManagementGroupFact } from '../../domain/multi-sector/management-group.ts';
import type { MultiSectorFact } from '../../domain/multi-sector/multi-sector-facts.ts';
import { clientIdOf, specialist } from '../../testing/builders.ts';
import { aReferredCase } from '../../testing/multi-sector-builders.ts';
import { multiSectorEvents } from './multi-sector-events.ts';
import { caseEvents } from './outgoing.ts';

const now = new Date('2026-02-02T10:00:00Z');
const day = localDate('2026-02-02');
const due = localDate('2026-05-02');
const one = { ...aReferredCase(), version: 7 };
const group = { groupId: 'group', version: 3 } as ManagementGroup;

const context = {
  actor: specialist,
  now,
  today: day,
  correlationId: 'correlation',
  requestId: 'request',
  newId: () => 'event',
};

type Codec = { decode(body: Uint8Array): object };

const decoded = ({ type, body }: { type: string; body: Uint8Array }): object => {
  const name = type.replace('tyovayla.guidance.v1.', '');
  const codec = { ...told, ...orders }[name as keyof typeof told] as Codec | undefined;
  if (codec === undefined) throw new Error(`no message for ${type}`);
  const { meta: _meta, ...message } = codec.decode(body) as { readonly meta?: object };
  return message;
};

type CaseMessages = {
  readonly [Kind in MultiSectorFact['kind']]: readonly [Extract<MultiSectorFact, { kind: Kind }>, object];
};

/** Every fact with what its message says; a fact that is missing here does not compile. */
const ofCase: CaseMessages = {
  ClientReferredToMultiSector: [{ kind: 'ClientReferredToMultiSector', referredOn: day }, { referredDate: day }],
  MultiSectorConsultationStarted: [
    { kind: 'MultiSectorConsultationStarted', startedOn: day, involved: ['KELA'] },
    { startedDate: day, parties: [MultiSectorParty.MULTI_SECTOR_PARTY_KELA] },
  ],
  MultiSectorAssessmentStarted: [
    { kind: 'MultiSectorAssessmentStarted', startedOn: day, dueOn: due, clientInformedOn: day },
    { startedDate: day, assessmentDueDate: due, clientInformedDate: day },
  ],
  ClientAcceptedIntoMultiSector: [{ kind: 'ClientAcceptedIntoMultiSector', acceptedOn: day }, { acceptedDate: day }],
  MultiSectorPlanMade: [
    { kind: 'MultiSectorPlanMade', planId: 'plan', madeOn: day },
    { planId: 'plan', madeDate: day },
  ],
  MultiSectorPlanSigned: [
    { kind: 'MultiSectorPlanSigned', planId: 'plan', signer: 'CLIENT', signedOn: day },
    { planId: 'plan', signer: 'CLIENT', signedDate: day },
  ],
  MultiSectorPlanTookForce: [
    { kind: 'MultiSectorPlanTookForce', planId: 'plan', inForceOn: day, reviewDueOn: due },
    { planId: 'plan', inForceDate: day, reviewDueDate: due },
  ],
  MultiSectorPlanReviewed: [
    { kind: 'MultiSectorPlanReviewed', planId: 'plan', reviewedOn: day, reviewDueOn: due },
    { planId: 'plan', reviewedDate: day, reviewDueDate: due },
  ],
  MultiSectorMeetingAgreed: [
    { kind: 'MultiSectorMeetingAgreed', meetingId: 'meeting', on: day },
    { meetingId: 'meeting', meetingDate: day },
  ],
  ClientExitedMultiSector: [
    { kind: 'ClientExitedMultiSector', exitedOn: day, reason: 'KELA_ONLY' },
    { exitedDate: day, reason: MultiSectorExitReason.MULTI_SECTOR_EXIT_REASON_KELA_ONLY },
  ],
  MultiSectorMemberAppointed: [
    { kind: 'MultiSectorMemberAppointed', staffId: 'staff-0009', party: 'WELLBEING_COUNTY' },
    { staffId: 'staff-0009', party: MultiSectorParty.MULTI_SECTOR_PARTY_WELLBEING_COUNTY },
  ],
  MultiSectorMembershipEnded: [
    { kind: 'MultiSectorMembershipEnded', staffId: 'staff-0009', endedOn: day },
    { staffId: 'staff-0009', endedDate: day },
  ],
};

type GroupMessages = {
  readonly [Kind in ManagementGroupFact['kind']]: readonly [Extract<ManagementGroupFact, { kind: Kind }>, object];
};

const ofGroup: GroupMessages = {
  ManagementGroupFormed: [
    { kind: 'ManagementGroupFormed', countyArea: 'LAPHA-SOUTH-WEST', formedOn: day },
    { countyArea: 'LAPHA-SOUTH-WEST', formedDate: day },
  ],
  LeaderProposed: [
    { kind: 'LeaderProposed', leaderId: 'leader', staffId: 'director', proposedOn: day },
    { leaderId: 'leader', staffId: 'director', proposedDate: day },
  ],
  LeaderVoteGiven: [
    { kind: 'LeaderVoteGiven', leaderId: 'leader', party: 'KELA', vote: 'REJECT' },
    { leaderId: 'leader', party: MultiSectorParty.MULTI_SECTOR_PARTY_KELA, vote: GroupVote.GROUP_VOTE_REJECT },
  ],
  LeaderApproved: [
    { kind: 'LeaderApproved', leaderId: 'leader', approvedOn: day },
    { leaderId: 'leader', approvedDate: day },
  ],
  LeaderRejected: [
    { kind: 'LeaderRejected', leaderId: 'leader', rejectedOn: day },
    { leaderId: 'leader', rejectedDate: day },
  ],
  LeaderNamed: [
    { kind: 'LeaderNamed', leaderId: 'leader', staffId: 'director', namedOn: day },
    { leaderId: 'leader', staffId: 'director', namedDate: day },
  ],
  CooperationAgreementRecorded: [
    {
      kind: 'CooperationAgreementRecorded',
      agreementId: 'agreement',
      validFrom: day,
      validTo: due,
      resources: [{ party: 'KELA', personYearsHundredths: 50 }],
    },
    {
      agreementId: 'agreement',
      validFromDate: day,
      validToDate: due,
      resources: [{ party: MultiSectorParty.MULTI_SECTOR_PARTY_KELA, personYearsHundredths: 50 }],
    },
  ],
};

const tellCase = (...facts: readonly MultiSectorFact[]) =>
  multiSectorEvents.ofCase({ next: { ...one, version: Math.max(7, facts.length) }, facts }, context);
const tellGroup = (...facts: readonly ManagementGroupFact[]) =>
  multiSectorEvents.ofGroup({ next: group, facts }, context);

describe('telling other services what happened in the multi-sector register', () => {
  it.each(Object.entries(ofCase))('%s says what the fact says', (kind, [fact, message]) => {
    const [event] = tellCase(fact);
    if (event === undefined) throw new Error('nothing told');
    expect(event).toMatchObject({ type: `tyovayla.guidance.v1.${kind}`, concept: 'multi-sector-case' });
    expect(decoded(event)).toMatchObject({ multiSectorCaseId: one.caseId, ...message });
  });

  it.each(Object.entries(ofGroup))('%s says what the fact says', (kind, [fact, message]) => {
    const [event] = tellGroup(fact);
    if (event === undefined) throw new Error('nothing told');
    expect(event).toMatchObject({ type: `tyovayla.guidance.v1.${kind}`, concept: 'management-group' });
    expect(decoded(event)).toMatchObject({ managementGroupId: 'group', ...message });
  });

  it('has a fact for every event of the contract', () => {
    const events = Object.keys(told).filter((name) => /^[A-Z]/.test(name));
    expect([...Object.keys(ofCase), ...Object.keys(ofGroup)].sort()).toEqual(events.sort());
  });

  it('numbers the facts of one change up to the version that it made, and says who acted', () => {
    const events = tellCase(ofCase.MultiSectorPlanSigned[0], ofCase.MultiSectorPlanTookForce[0]);
    expect(events.map(({ aggregateId, aggregateVersion }) => [aggregateId, aggregateVersion])).toEqual([
      [one.caseId, 6],
      [one.caseId, 7],
    ]);
    expect(told.MultiSectorPlanSigned.decode(events[0]?.body ?? new Uint8Array()).meta).toMatchObject({
      aggregateId: one.caseId,
      aggregateVersion: 6,
      actorKind: ActorKind.ACTOR_KIND_STAFF,
      actorId: 'staff-0001',
      causationId: 'request',
    });
  });

  it('names the client in none of them: the register is its members’ alone', () => {
    const bodies = tellCase(...Object.values(ofCase).map(([fact]) => fact)).map(({ body }) =>
      Buffer.from(body).toString('latin1'),
    );
    expect(bodies).toHaveLength(12);
    for (const body of bodies) expect(body).not.toContain(one.clientId);
  });
});

describe('telling other services of experts’ hours', () => {
  const clientId = clientIdOf(1);
  const provider = { kind: 'NEIGHBOUR', area: 'rovaniemi' } as const;

  it.each<[ExpertOrderFact, object]>([
    [
      { kind: 'ExpertAssessmentOrdered', orderId: 'order', provider, orderedMinutes: 90, orderedOn: day },
      {
        provider: ExpertProvider.EXPERT_PROVIDER_NEIGHBOUR,
        neighbourArea: 'rovaniemi',
        orderedMinutes: 90,
        orderedDate: day,
      },
    ],
    [
      { kind: 'ExpertResultRecorded', orderId: 'order', deliveredMinutes: 75, doneOn: day },
      { deliveredMinutes: 75, doneDate: day },
    ],
  ])('says how many and whose, and neither what for nor what came of it', (fact, message) => {
    const [event] = caseEvents.outgoing([fact], {
      ...context,
      causationId: 'request',
      clientCase: { clientId, version: 7 },
    });
    if (event === undefined) throw new Error('nothing told');
    expect(event).toMatchObject({ type: `tyovayla.guidance.v1.${fact.kind}`, concept: 'case', aggregateVersion: 8 });
    expect(decoded(event)).toMatchObject({ clientId, expertOrderId: 'order', ...message });
  });
});
