import { randomUUID } from 'node:crypto';
import type { Write } from '@tyovayla/kernel/sql';
import type { Meetings } from '../../application/ports.ts';
import { isOpen, type Meeting, type MeetingChange } from '../../domain/meeting/meeting.ts';
import { dayTaskDoneWrite, dayTaskWrite } from './day-task.ts';
import { bookedFrom, type MeetingRow, meetingColumns, meetingFrom, valuesOf } from './meeting-row.ts';
import { neglectCandidateWrites } from './neglect-candidate.ts';
import { recordsOfClient } from './records-of.ts';

const selectText = `SELECT ${meetingColumns} FROM meeting`;
const ofClientText = `${selectText} WHERE client_id = ANY (${recordsOfClient})
  ORDER BY coalesce(done_on, booked_on, schedule_by) DESC, meeting_id DESC`;
const bookingsText = `${selectText} WHERE specialist_id = $1 AND booked_on = $2 AND status = 'BOOKED'`;

// Named by specialist and day; whoever comes second waits until the first has stored their booking.
const lockDayText = "SELECT pg_advisory_xact_lock(hashtextextended('meeting ' || $1 || ' ' || $2, 0))";

const insertText = `INSERT INTO meeting (${meetingColumns})
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`;

const updateText = `UPDATE meeting SET status = $2, version = $3, booked_on = $4, starts_at = $5, minutes = $6,
  channel = $7, office_id = $8, booked_by = $9, specialist_id = $10, remote_reason = $11, done_on = $12,
  channel_code = $13, missed_effect = $14, cancel_reason = $15 WHERE meeting_id = $1 AND version = $16`;

const stored = ({ before, after }: MeetingChange): Write => {
  const values = valuesOf(after);
  if (before === undefined) return { text: insertText, values, expectRows: 1 };
  // The first columns never change: id, client, job search, kind … what asks for it.
  const [meetingId, , , , status, version, , , , ...rest] = values;
  return { text: updateText, values: [meetingId, status, version, ...rest, before.version], expectRows: 1 };
};

type Task = { readonly kind: 'MEETING_DUE' | 'MEETING_BOOKED'; readonly dueOn: string };

/** What a meeting puts on the day list of whoever serves the client. */
const taskOf = (meeting: Meeting | undefined): Task | undefined => {
  if (meeting === undefined || !isOpen(meeting)) return undefined;
  return meeting.status === 'BOOKED'
    ? { kind: 'MEETING_BOOKED', dueOn: meeting.booking.on }
    : { kind: 'MEETING_DUE', dueOn: meeting.asked.scheduleBy };
};

const tasks = ({ before, after }: MeetingChange): readonly Write[] => {
  const { meetingId, clientId } = after;
  const [former, next] = [taskOf(before), taskOf(after)];
  const done = former !== undefined && former.kind !== next?.kind ? [dayTaskDoneWrite(meetingId, former.kind)] : [];
  if (next === undefined || (former?.kind === next.kind && former.dueOn === next.dueOn)) return done;
  const { kind, dueOn } = next;
  const task = { taskId: randomUUID(), clientId, kind, dueOn: dueOn as never, sourceId: meetingId };
  return [...done, dayTaskWrite(task)];
};

/** Meetings in Postgres, with the tasks that they put on the day list. */
export const meetingRepository: Meetings = {
  ofClient: async (sql, clientId) => (await sql.query<MeetingRow>(ofClientText, [clientId])).map(meetingFrom),
  bookingsOf: async (tx, { specialistId, on }) => {
    // Locked by one statement and read by the next, which sees what the one before us has stored.
    const [, rows] = await Promise.all([
      tx.query(lockDayText, [specialistId, on]),
      tx.query<MeetingRow>(bookingsText, [specialistId, on]),
    ]);
    return rows.map(bookedFrom);
  },
  save: (changes) => changes.flatMap((change) => [stored(change), ...tasks(change)]),
  proposeNeglect: ({ clientId, meetingId, missedOn, effect }, candidateId) =>
    neglectCandidateWrites({
      candidateId,
      clientId,
      kind: effect === 'NEGLECT' ? 'MISSED_MEETING' : 'SELF_BOOKED_MEETING_MISSED',
      occurredOn: missedOn,
      sourceId: meetingId,
    }),
};
