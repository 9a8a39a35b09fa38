import { MeetingKind, MeetingStatus } from '@tyovayla/proto/tyovayla/guidance/v1/meeting';
import { ConsequenceKind, NeglectKind, ReasonVerdict } from '@tyovayla/proto/tyovayla/guidance/v1/neglect';
import { StatementKind } from '@tyovayla/proto/tyovayla/guidance/v1/statement';
import { CallError } from '@tyovayla/runtime/grpc/call-error';
import { meetingsOf, type Served } from '../../scripts/simulate/casework.ts';
import { wordOf } from '../../scripts/simulate/code-words.ts';
import { neglectsOf } from '../../scripts/simulate/neglect-handling.ts';

/** A client's meetings in order of time, "discussion held 2026-03-09, version 2026-01-01". */
export const meetingLines = async (served: Served): Promise<readonly string[]> =>
  (await meetingsOf(served))
    .map(({ kind, status, doneDate, dueDate, ruleValidFromDate }) => {
      const [what, how] = [
        wordOf(MeetingKind, kind, 'MEETING_KIND_'),
        wordOf(MeetingStatus, status, 'MEETING_STATUS_'),
      ];
      const on = doneDate || dueDate;
      return { on, line: `${what} ${how} ${on}, version ${ruleValidFromDate || 'none'}` };
    })
    .toSorted((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)))
    .map(({ line }) => line);

/** What the accepted contents of a client's plans asked for, the oldest first: "2026-03-09 4/1, REMINDER_FIRST, version 2026-01-01". */
export const planLines = async ({ clientId, desk }: Served): Promise<readonly string[]> =>
  (await desk.guidance.listPlans({ clientId })).plans
    .flatMap(({ contents }) => contents)
    .filter(({ acceptedDate }) => acceptedDate !== '')
    .map(({ acceptedDate, consequencesCode, obligation }) => {
      const quota = obligation?.numbered ? `${obligation.count}/${obligation.perMonths}` : 'no number';
      return `${acceptedDate} ${quota}, ${consequencesCode}, version ${obligation?.ruleValidFromDate ?? ''}`;
    })
    .toSorted((one, other) => (one < other ? -1 : 1));

/** Neglects with what followed, the oldest first: "2026-02-28 obligation not met, not acceptable: reminder, version 2022-05-02". */
export const neglectLines = async (served: Served): Promise<readonly string[]> =>
  (await neglectsOf(served))
    .map(({ occurredDate, kind, verdict, proposal }) => {
      const found = `${wordOf(NeglectKind, kind, 'NEGLECT_KIND_')}, ${wordOf(ReasonVerdict, verdict, 'REASON_VERDICT_')}`;
      if (proposal === undefined || proposal.ruleValidFromDate === '') return `${occurredDate} ${found}: nothing`;
      const follows = wordOf(ConsequenceKind, proposal.consequence, 'CONSEQUENCE_KIND_');
      const length = proposal.days > 0 ? ` ${proposal.days} d` : proposal.weeks > 0 ? ` ${proposal.weeks} wk` : '';
      return `${occurredDate} ${found}: ${follows}${length}, version ${proposal.ruleValidFromDate}`;
    })
    .toSorted((one, other) => (one < other ? -1 : 1));

/** Statements, the oldest first: "2026-04-09 waiting period 2026-04-09–2026-04-15". */
export const statementLines = async ({ clientId, desk }: Served): Promise<readonly string[]> =>
  (await desk.guidance.listStatements({ clientId })).statements
    .map(({ issuedDate, kind, validFromDate, validToDate }) => {
      const what = wordOf(StatementKind, kind, 'STATEMENT_KIND_');
      return `${issuedDate} ${what} ${validFromDate}–${validToDate}`;
    })
    .toSorted((one, other) => (one < other ? -1 : 1));

/** The code with which a call was refused; "done" where it was not. */
export const refusalOf = async (call: Promise<unknown>): Promise<string> => {
  try {
    await call;
    return 'done';
  } catch (error) {
    if (error instanceof CallError) return error.reason;
    throw error;
  }
};
