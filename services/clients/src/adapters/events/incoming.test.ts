import { HandOverReason, NeedReason } from '@tyovayla/proto/tyovayla/guidance/v1/assignment';
import * as told from '@tyovayla/proto/tyovayla/guidance/v1/assignment_events';
import { clientId } from '../../testing/builders.ts';
import { followsGuidance, serviceNewsFrom } from './incoming.ts';

const aino = clientId(1);
const id = '0197d000-0000-7000-8000-000000000001';
const news = (name: string, body: Uint8Array) => serviceNewsFrom({ type: `tyovayla.guidance.v1.${name}`, body });

const assigned = (teamId: string, staffId: string, of: string = aino) =>
  told.SpecialistAssigned.encode(told.SpecialistAssigned.fromPartial({ clientId: of, teamId, staffId })).finish();

describe('what the registry understands of guidance’s events', () => {
  it('who serves a client: a specialist with their team, a team alone, a handler alone', () => {
    expect(news('SpecialistAssigned', assigned('skills', 'staff-0101'))).toEqual({
      kind: 'ServiceAssigned',
      clientId: aino,
      teamId: 'skills',
      specialistId: 'staff-0101',
    });
    expect(news('SpecialistAssigned', assigned('skills', ''))).toEqual({
      kind: 'ServiceAssigned',
      clientId: aino,
      teamId: 'skills',
    });
    expect(news('SpecialistAssigned', assigned('', 'staff-0004'))).toEqual({
      kind: 'ServiceAssigned',
      clientId: aino,
      specialistId: 'staff-0004',
    });
  });

  it('that a case was handed over: to whoever took over, and their team', () => {
    const event = told.CaseHandedOver.fromPartial({
      clientId: aino,
      fromStaffId: 'staff-0101',
      toStaffId: 'staff-0102',
      teamId: 'skills',
      reason: HandOverReason.HAND_OVER_REASON_CLIENT_MOVED,
    });
    expect(news('CaseHandedOver', told.CaseHandedOver.encode(event).finish())).toEqual({
      kind: 'ServiceAssigned',
      clientId: aino,
      teamId: 'skills',
      specialistId: 'staff-0102',
    });
  });

  it('that somebody stated a need, until when and as which code', () => {
    const until = new Date('2026-02-02T18:00:00Z');
    const event = told.AccessOpened.fromPartial({
      clientId: aino,
      needId: id,
      staffId: 'staff-0002',
      reason: NeedReason.NEED_REASON_URGENT,
      untilTime: until,
    });
    expect(news('AccessOpened', told.AccessOpened.encode(event).finish())).toEqual({
      kind: 'NeedOpened',
      need: { needId: id, clientId: aino, staffId: 'staff-0002', reason: 'URGENT', until },
    });
  });

  it('who works in a team, and to which day', () => {
    const event = told.TeamComposed.fromPartial({
      teamId: 'skills',
      members: [
        { staffId: 'staff-0101', fromDate: '2025-01-01' },
        { staffId: 'staff-0102', fromDate: '2025-01-01', toDate: '2026-06-30' },
      ],
    });
    expect(news('TeamComposed', told.TeamComposed.encode(event).finish())).toEqual({
      kind: 'TeamComposed',
      teamId: 'skills',
      members: [
        { staffId: 'staff-0101', from: '2025-01-01' },
        { staffId: 'staff-0102', from: '2025-01-01', to: '2026-06-30' },
      ],
    });
  });

  it('nothing of what guidance does beside: those facts are passed over', () => {
    expect(news('MeetingBooked', new Uint8Array())).toBeUndefined();
    expect(news('toString', new Uint8Array())).toBeUndefined();
    expect(serviceNewsFrom({ type: 'tyovayla.clients.v1.JobSearchEnded', body: new Uint8Array() })).toBeUndefined();
  });

  it('keeps the bodies of what it understands, and of nothing else', () => {
    const ours = [
      'SpecialistAssigned',
      'SpecialistReleased',
      'CaseHandedOver',
      'AccessOpened',
      'SubstituteSet',
      'SubstitutionEnded',
      'TeamComposed',
    ];
    const others = ['MeetingBooked', 'NeglectRecorded', 'StatementIssued', 'toString'];
    expect([...ours, ...others].filter((name) => followsGuidance(`tyovayla.guidance.v1.${name}`))).toEqual(ours);
    expect(followsGuidance('tyovayla.clients.v1.SpecialistAssigned')).toBe(false);
  });

  it('no id that is none: such a fact is parked', () => {
    expect(() => news('SpecialistAssigned', assigned('skills', '', 'nobody'))).toThrow('client_id');
  });
});
