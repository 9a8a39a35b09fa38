import { localDate } from '@tyovayla/kernel/local-date';
import { ActorKind } from '@tyovayla/proto/tyovayla/common/v1/event_meta';
import {
  MeetingBookedBy,
  MeetingCancelReason,
  MeetingChannel,
  MeetingKind,
  MissedMeetingEffect,
} from '@tyovayla/proto/tyovayla/guidance/v1/meeting';
import * as meetings from '@tyovayla/proto/tyovayla/guidance/v1/meeting_events';
import { ServiceNeedAssessed } from '@tyovayla/proto/tyovayla/guidance/v1/service_need_events';
import type { MeetingFact } from '../../domain/meeting/meeting-facts.ts';
import type { ServiceNeedFact } from '../../domain/service-need/service-need-facts.ts';
import { clientIdOf, specialist } from '../../testing/builders.ts';
import { caseEvents } from './outgoing.ts';

const clientId = clientIdOf(1);
const now = new Date('2026-02-10T10:00:00Z');

const tell = (...facts: readonly (MeetingFact | ServiceNeedFact)[]) =>
  caseEvents.outgoing(facts, {
    actor: specialist,
    now,
    correlationId: 'correlation',
    causationId: 'request',
    newId: () => 'event',
    clientCase: { clientId, version: 7 },
  });

const meta = {
  eventId: 'event',
  occurTime: now,
  aggregateId: clientId,
  aggregateVersion: 8,
  actorKind: ActorKind.ACTOR_KIND_STAFF,
  actorId: 'staff-0001',
  correlationId: 'correlation',
  causationId: 'request',
};

const ofMeeting = { meetingId: 'meeting', meetingKind: 'DISCUSSION' } as const;
const told = { meta, clientId, meetingId: 'meeting', kind: MeetingKind.MEETING_KIND_DISCUSSION };
const day = localDate('2026-02-10');
const timed = { bookedOn: day, channel: 'PHONE', bookedBy: 'SELF' } as const;
const toldTimed = {
  bookedDate: '2026-02-10',
  channel: MeetingChannel.MEETING_CHANNEL_PHONE,
  bookedBy: MeetingBookedBy.MEETING_BOOKED_BY_SELF,
};

type Codec = { decode(body: Uint8Array): object };

describe('facts of a client’s case as events of the contract', () => {
  it.each<[MeetingFact | ServiceNeedFact, Codec, object]>([
    [
      { kind: 'MeetingPlanned', ...ofMeeting, dueOn: day, scheduleBy: day, ruleValidFrom: localDate('2026-01-01') },
      meetings.MeetingPlanned,
      { ...told, dueDate: day, scheduleByDate: day, ruleValidFromDate: '2026-01-01' },
    ],
    [{ kind: 'MeetingBooked', ...ofMeeting, ...timed }, meetings.MeetingBooked, { ...told, ...toldTimed }],
    [{ kind: 'MeetingRescheduled', ...ofMeeting, ...timed }, meetings.MeetingRescheduled, { ...told, ...toldTimed }],
    [
      { kind: 'MeetingCancelled', ...ofMeeting, reason: 'JOB_SEARCH_ENDED' },
      meetings.MeetingCancelled,
      { ...told, reason: MeetingCancelReason.MEETING_CANCEL_REASON_JOB_SEARCH_ENDED },
    ],
    [
      { kind: 'MeetingHeld', ...ofMeeting, heldOn: day, channelCode: '27', dueOn: localDate('2026-02-16') },
      meetings.MeetingHeld,
      { ...told, heldDate: day, channelCode: '27', dueDate: '2026-02-16' },
    ],
    [
      {
        kind: 'MeetingMissed',
        ...ofMeeting,
        missedOn: day,
        bookedBy: 'SELF',
        effect: 'NEGLECT',
        ruleValidFrom: localDate('2022-05-02'),
      },
      meetings.MeetingMissed,
      {
        ...told,
        missedDate: day,
        bookedBy: MeetingBookedBy.MEETING_BOOKED_BY_SELF,
        effect: MissedMeetingEffect.MISSED_MEETING_EFFECT_NEGLECT,
        ruleValidFromDate: '2022-05-02',
      },
    ],
    [
      { kind: 'ServiceNeedAssessed', assessmentId: 'assessment', assessedOn: day, segment: '03' },
      ServiceNeedAssessed,
      { meta, clientId, assessmentId: 'assessment', assessedDate: day, segmentCode: '03' },
    ],
  ])('$kind', (fact, codec, expected) => {
    const [event] = tell(fact);
    expect(event).toMatchObject({
      type: `tyovayla.guidance.v1.${fact.kind}`,
      concept: 'case',
      aggregateId: clientId,
      aggregateVersion: 8,
    });
    expect(codec.decode(event?.body ?? new Uint8Array())).toMatchObject(expected);
  });

  it('follow one another in the case’s versions', () => {
    const fact = { kind: 'MeetingCancelled', ...ofMeeting, reason: 'AUTHORITY' } as const;
    expect(tell(fact, fact, fact).map(({ aggregateVersion }) => aggregateVersion)).toEqual([8, 9, 10]);
  });
});
