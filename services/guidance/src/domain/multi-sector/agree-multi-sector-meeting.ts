import type { LocalDate } from '@tyovayla/kernel/local-date';
import { nonWorkingReason } from '@tyovayla/kernel/working-day';
import { involvedOf, isOpen, type MultiSectorCase } from './multi-sector-case.ts';
import { type Deciding, decided, type MultiSectorDecision, refusedWith } from './multi-sector-decision.ts';
import {
  meetingDayClosed,
  multiSectorDateTooEarly,
  partyNotInvolved,
  stepNotAllowed,
} from './multi-sector-refusals.ts';
import { isOtherParty, type Party } from './party.ts';

export type AgreeMultiSectorMeeting = {
  readonly on: LocalDate;
  /** Absent where none is named. */
  readonly officeId?: string;
  readonly parties: readonly Party[];
};

/** Agrees on a working day on which parties meet with the client. */
export const agreeMultiSectorMeeting = (
  one: MultiSectorCase,
  meeting: AgreeMultiSectorMeeting,
  { today, newId }: Deciding,
): MultiSectorDecision => {
  if (!isOpen(one)) return refusedWith(stepNotAllowed(one.stage.state));
  if (meeting.on < today) return refusedWith(multiSectorDateTooEarly(today));
  const closed = nonWorkingReason(meeting.on);
  if (closed !== undefined) return refusedWith(meetingDayClosed(closed));
  const involved = involvedOf(one);
  const stranger = meeting.parties.find((party) => isOtherParty(party) && !involved.includes(party));
  if (stranger !== undefined) return refusedWith(partyNotInvolved(stranger));
  const meetingId = newId();
  return decided({ ...one, meetings: [...one.meetings, { meetingId, ...meeting }] }, [
    { kind: 'MultiSectorMeetingAgreed', meetingId, on: meeting.on },
  ]);
};
