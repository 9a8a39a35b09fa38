import {
  meetingBookedByFromJSON,
  meetingCancelReasonFromJSON,
  meetingChannelFromJSON,
  meetingKindFromJSON,
  missedMeetingEffectFromJSON,
} from '@tyovayla/proto/tyovayla/guidance/v1/meeting';
import * as told from '@tyovayla/proto/tyovayla/guidance/v1/meeting_events';
import type { MeetingBooked, MeetingFact, MeetingRescheduled } from '../../domain/meeting/meeting-facts.ts';
import type { MeetingKind } from '../../domain/meeting/meeting-kinds.ts';
import type { FactEncoders } from './outgoing.ts';

const kindTo = (kind: MeetingKind) => meetingKindFromJSON(`MEETING_KIND_${kind}`);

const timed = ({ meetingId, meetingKind, bookedOn, channel, bookedBy }: MeetingBooked | MeetingRescheduled) => ({
  meetingId,
  kind: kindTo(meetingKind),
  bookedDate: bookedOn,
  channel: meetingChannelFromJSON(`MEETING_CHANNEL_${channel}`),
  bookedBy: meetingBookedByFromJSON(`MEETING_BOOKED_BY_${bookedBy}`),
});

const typeOf = (name: string): string => `tyovayla.guidance.v1.${name}`;

/** Facts about meetings as messages of the contract. */
export const meetingEvents: FactEncoders<MeetingFact> = {
  MeetingPlanned: ({ kind, meetingId, meetingKind, dueOn, scheduleBy, ruleValidFrom = '' }, meta) => ({
    type: typeOf(kind),
    body: told.MeetingPlanned.encode({
      meta,
      clientId: meta.aggregateId,
      meetingId,
      kind: kindTo(meetingKind),
      dueDate: dueOn,
      scheduleByDate: scheduleBy,
      ruleValidFromDate: ruleValidFrom,
    }).finish(),
  }),
  MeetingBooked: (fact, meta) => ({
    type: typeOf(fact.kind),
    body: told.MeetingBooked.encode({ meta, clientId: meta.aggregateId, ...timed(fact) }).finish(),
  }),
  MeetingRescheduled: (fact, meta) => ({
    type: typeOf(fact.kind),
    body: told.MeetingRescheduled.encode({ meta, clientId: meta.aggregateId, ...timed(fact) }).finish(),
  }),
  MeetingCancelled: ({ kind, meetingId, meetingKind, reason }, meta) => ({
    type: typeOf(kind),
    body: told.MeetingCancelled.encode({
      meta,
      clientId: meta.aggregateId,
      meetingId,
      kind: kindTo(meetingKind),
      reason: meetingCancelReasonFromJSON(`MEETING_CANCEL_REASON_${reason}`),
    }).finish(),
  }),
  MeetingHeld: ({ kind, meetingId, meetingKind, heldOn, channelCode, dueOn = '' }, meta) => ({
    type: typeOf(kind),
    body: told.MeetingHeld.encode({
      meta,
      clientId: meta.aggregateId,
      meetingId,
      kind: kindTo(meetingKind),
      heldDate: heldOn,
      channelCode,
      dueDate: dueOn,
    }).finish(),
  }),
  MeetingMissed: ({ kind, meetingId, meetingKind, missedOn, bookedBy, effect, ruleValidFrom }, meta) => ({
    type: typeOf(kind),
    body: told.MeetingMissed.encode({
      meta,
      clientId: meta.aggregateId,
      meetingId,
      kind: kindTo(meetingKind),
      missedDate: missedOn,
      bookedBy: meetingBookedByFromJSON(`MEETING_BOOKED_BY_${bookedBy}`),
      effect: missedMeetingEffectFromJSON(`MISSED_MEETING_EFFECT_${effect}`),
      ruleValidFromDate: ruleValidFrom,
    }).finish(),
  }),
};
