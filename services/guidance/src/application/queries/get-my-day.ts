import { addDays, type LocalDate, parseLocalDate, weekday } from '@tyovayla/kernel/local-date';
import { accepted, refused } from '@tyovayla/kernel/result';
import type { Sql } from '@tyovayla/kernel/sql';
import type { CallContext } from '@tyovayla/runtime/command';
import { pageOf, pageTokenInvalid } from '@tyovayla/runtime/page';
import type { Query } from '@tyovayla/runtime/query';
import { notYourTeam } from '../../domain/assignment/assignment-refusals.ts';
import type { DayTaskKind } from '../../domain/assignment/day-task.ts';
import { specialistOn } from '../../domain/assignment/organisation.ts';
import { servesClients } from '../access.ts';
import type { AssignmentPorts } from '../assignment-ports.ts';
import { deciderOf } from '../deciders.ts';
import type { DayCount, DayPosition, DayRow } from './day-view.ts';

export type GetMyDayInput = {
  /** The whole team's day; absent for the caller's own clients and those of whom they substitute. */
  readonly teamId?: string;
  readonly municipalityCode?: string;
  readonly kinds: readonly DayTaskKind[];
  /** 0 for the usual one. */
  readonly pageSize: number;
  readonly pageToken?: string;
};

export type MyDay = {
  readonly today: LocalDate;
  readonly counts: readonly DayCount[];
  readonly tasks: readonly DayRow[];
  readonly nextPageToken?: string;
  readonly substitutedStaffIds: readonly string[];
};

const usualPageSize = 50;
const largestPageSize = 200;
const sunday = 7;
const tokenShape = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/;

const positionOf = (token: string): DayPosition | undefined => {
  const [, day = '', taskId] = tokenShape.exec(token) ?? [];
  const dueOn = parseLocalDate(day);
  return dueOn === undefined || taskId === undefined ? undefined : { dueOn, taskId };
};

const tokenOf = ({ dueOn, taskId }: DayRow): string => `${dueOn}_${taskId}`;

/** The team's members and service managers see a team's day; its clients are served by all of the team. */
const seesTeam = ({ organisation }: AssignmentPorts, teamId: string, { actor, today }: CallContext): boolean =>
  deciderOf(actor).leads === 'SERVICE' || specialistOn(organisation, actor.id, today)?.teamId === teamId;

const pageLimit = (asked: number): number => (asked === 0 ? usualPageSize : Math.min(asked, largestPageSize));

const load = async (ports: AssignmentPorts, sql: Sql, call: { input: GetMyDayInput; context: CallContext }) => {
  const { teamId, municipalityCode, kinds, pageSize, pageToken } = call.input;
  const { actor, today } = call.context;
  if (teamId !== undefined && !seesTeam(ports, teamId, call.context)) return refused(notYourTeam());
  const after = pageToken === undefined ? undefined : positionOf(pageToken);
  if (pageToken !== undefined && after === undefined) return refused(pageTokenInvalid);
  const substitutedStaffIds = await ports.substitutions.substitutedBy(sql, actor.id, today);
  const size = pageLimit(pageSize);
  const { counts, tasks } = await ports.dayTasks.day(sql, {
    of: teamId === undefined ? { staffIds: [actor.id, ...substitutedStaffIds] } : { teamId },
    today,
    until: addDays(today, sunday - weekday(today)),
    ...(municipalityCode !== undefined && { municipalityCode }),
    kinds,
    limit: size + 1,
    ...(after && { after }),
  });
  const { rows, nextPageToken } = pageOf(tasks, size, tokenOf);
  const next = nextPageToken === undefined ? {} : { nextPageToken };
  return accepted({ today, counts, tasks: rows, substitutedStaffIds, ...next });
};

/** What the caller has to do, overdue, today and up to Sunday: for their own clients and those they substitute today. */
export const getMyDayQuery = (ports: AssignmentPorts): Query<GetMyDayInput, MyDay> => ({
  name: 'GetMyDay',
  access: servesClients('client-process'),
  load: (sql, input, context) => load(ports, sql, { input, context }),
});
