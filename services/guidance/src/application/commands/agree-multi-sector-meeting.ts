import { allOf, checkCode, checkDate, everyOf } from '@tyovayla/kernel/field-check';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { understood } from '../../domain/client-case/case-refusals.ts';
import {
  type AgreeMultiSectorMeeting,
  agreeMultiSectorMeeting,
} from '../../domain/multi-sector/agree-multi-sector-meeting.ts';
import { parties } from '../../domain/multi-sector/party.ts';
import { servesMultiSector } from '../multi-sector-access.ts';
import { multiSectorCommand, type OnMultiSectorCase } from '../multi-sector-command.ts';
import type { MultiSectorPorts } from '../multi-sector-ports.ts';

type Input = OnMultiSectorCase & { readonly meeting: AgreeMultiSectorMeeting };

/** Understands what was written, or names every bad field. */
export const readAgreeMultiSectorMeeting = (
  on: OnMultiSectorCase,
  written: { readonly meetingDate: string; readonly officeId: string; readonly parties: readonly string[] },
): Result<Input, Refusal> => {
  const { officeId } = written;
  const fields = allOf({
    on: checkDate('meeting_date', written.meetingDate),
    parties: everyOf(written.parties.map((party, at) => checkCode(`parties[${at}]`, party, parties))),
  });
  if (!fields.ok) return understood(fields);
  return accepted({ ...on, meeting: { ...fields.value, ...(officeId !== '' && { officeId }) } });
};

/** Agrees on a day on which the parties meet with the client. */
export const agreeMultiSectorMeetingCommand = (ports: MultiSectorPorts) =>
  multiSectorCommand<Input, { readonly version: number; readonly meetingId: string }>(ports, {
    name: 'AgreeMultiSectorMeeting',
    access: servesMultiSector,
    decide: (one, { meeting }, deciding) => agreeMultiSectorMeeting(one, meeting, deciding),
    answer: ({ version, meetings }) => ({ version, meetingId: meetings.at(-1)?.meetingId ?? '' }),
  });
