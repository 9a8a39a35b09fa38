import { localDate } from '@tyovayla/kernel/local-date';
import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/assignment';
import * as told from '@tyovayla/proto/tyovayla/guidance/v1/assignment_events';
import type { AssignmentFact } from '../../domain/assignment/assignment-facts.ts';
import { clientIdOf, manager } from '../../testing/builders.ts';
import { caseEvents } from './outgoing.ts';
import { substitutionEvents } from './substitution-events.ts';

const now = new Date('2026-02-02T10:00:00Z');
const context = {
  actor: manager,
  now,
  today: localDate('2026-02-02'),
  correlationId: 'correlation-1',
  newId: () => 'event-1',
};

const bodyOf = (fact: AssignmentFact): Uint8Array => {
  const clientCase = { clientId: clientIdOf(1), version: 4 };
  const [event] = caseEvents.outgoing([fact], { ...context, clientCase, causationId: 'request-1' });
  expect(event).toMatchObject({
    type: `tyovayla.guidance.v1.${fact.kind}`,
    concept: 'case',
    aggregateId: clientIdOf(1),
    aggregateVersion: 5,
  });
  return event?.body ?? new Uint8Array();
};

const of = {
  clientId: clientIdOf(1),
  meta: { aggregateId: clientIdOf(1), aggregateVersion: 5, actorId: 'staff-0003' },
};

describe('what others are told of who serves a client', () => {
  it.each([
    ['PROGRAM', { automatic: true, overMost: false }],
    ['PERSON', { automatic: false, overMost: false }],
    ['PERSON_OVER_MOST', { automatic: false, overMost: true }],
  ] as const)('is the specialist and the team, and that %s decided', (by, flags) => {
    const body = bodyOf({ kind: 'SpecialistAssigned', teamId: 'skills', staffId: 'staff-0138', by });
    expect(told.SpecialistAssigned.decode(body)).toMatchObject({
      ...of,
      ...flags,
      teamId: 'skills',
      staffId: 'staff-0138',
    });
  });

  it('is the team alone where no specialist has room', () => {
    const body = bodyOf({ kind: 'SpecialistAssigned', teamId: 'skills', by: 'PROGRAM' });
    expect(told.SpecialistAssigned.decode(body)).toMatchObject({ ...of, teamId: 'skills', staffId: '' });
  });

  it('is that nobody does any more', () => {
    const body = bodyOf({ kind: 'SpecialistReleased', staffId: 'staff-0001' });
    expect(told.SpecialistReleased.decode(body)).toMatchObject({ ...of, staffId: 'staff-0001' });
  });

  it('is a hand-over that is proposed, declined and done', () => {
    const between = { fromStaffId: 'staff-0001', toStaffId: 'staff-0002' };
    const proposed = bodyOf({ kind: 'HandOverProposed', ...between });
    expect(told.HandOverProposed.decode(proposed)).toMatchObject({ ...of, ...between });
    const declined = bodyOf({ kind: 'HandOverDeclined', staffId: 'staff-0001' });
    expect(told.HandOverDeclined.decode(declined)).toMatchObject({ ...of, staffId: 'staff-0001' });
    const done = bodyOf({
      kind: 'CaseHandedOver',
      ...between,
      teamId: 'multi-sector',
      reason: 'CLIENT_MOVED',
      openTasks: 3,
      by: 'PERSON',
    });
    expect(told.CaseHandedOver.decode(done)).toMatchObject({
      ...of,
      ...between,
      teamId: 'multi-sector',
      reason: contract.HandOverReason.HAND_OVER_REASON_CLIENT_MOVED,
      openTasks: 3,
      overMost: false,
    });
  });

  it('is that somebody opened the client’s data, for how long, and not in which words', () => {
    const need = { needId: 'need-1', staffId: 'staff-0002', until: new Date('2026-02-02T18:00:00Z') };
    const body = bodyOf({ kind: 'AccessOpened', ...need, reason: 'URGENT' });
    expect(told.AccessOpened.decode(body)).toMatchObject({
      ...of,
      needId: 'need-1',
      staffId: 'staff-0002',
      reason: contract.NeedReason.NEED_REASON_URGENT,
      untilTime: need.until,
    });
  });
});

describe('what others are told of a substitution', () => {
  const substitution = {
    substitutionId: 'substitution-1',
    version: 1,
    absentId: 'staff-0001',
    substituteId: 'staff-0101',
    from: localDate('2026-02-02'),
    to: localDate('2026-02-06'),
  };
  const requested = { ...context, requestId: 'request-1' };

  it('is who serves whose clients, from when to when, and when that ended', () => {
    const set = substitutionEvents.outgoing({ kind: 'SubstituteSet', substitution }, 1, requested);
    expect(set).toMatchObject({ concept: 'substitution', aggregateId: 'substitution-1', aggregateVersion: 1 });
    expect(told.SubstituteSet.decode(set.body)).toMatchObject({
      substitutionId: 'substitution-1',
      absentStaffId: 'staff-0001',
      substituteStaffId: 'staff-0101',
      fromDate: '2026-02-02',
      toDate: '2026-02-06',
    });
    const endedOn = localDate('2026-02-04');
    const fact = { kind: 'SubstitutionEnded', substitutionId: 'substitution-1', endedOn } as const;
    const ended = substitutionEvents.outgoing(fact, 2, requested);
    expect(ended).toMatchObject({ type: 'tyovayla.guidance.v1.SubstitutionEnded', aggregateVersion: 2 });
    expect(told.SubstitutionEnded.decode(ended.body)).toMatchObject({
      substitutionId: 'substitution-1',
      endedDate: '2026-02-04',
    });
  });
});
