import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/my_day';
import { queryMethod } from '@tyovayla/runtime/grpc/query-method';
import type { GuidanceCatalogue } from '../../application/catalogue.ts';
import type { DayCount, DayRow } from '../../application/queries/day-view.ts';
import type { SpecialistLoad, TeamLoad } from '../../application/queries/sum-team-load.ts';
import { type DayTaskKind, dayTaskKinds } from '../../domain/assignment/day-task.ts';

const kindTo = (kind: DayTaskKind): contract.DayTaskKind => contract.dayTaskKindFromJSON(`DAY_TASK_KIND_${kind}`);

const kindsFrom = (kinds: readonly contract.DayTaskKind[]): readonly DayTaskKind[] =>
  dayTaskKinds.filter((kind) => kinds.includes(kindTo(kind)));

const taskTo = ({ taskId, clientId, kind, dueOn, sourceId, ...row }: DayRow): contract.DayTask => ({
  taskId,
  clientId,
  kind: kindTo(kind),
  dueDate: dueOn,
  sourceId,
  municipalityCode: row.municipalityCode ?? '',
  specialistId: row.specialistId ?? '',
});

const countTo = ({ kind, ...counts }: DayCount): contract.DayCount => ({ kind: kindTo(kind), ...counts });

const specialistTo = ({ shareOfMost, ...load }: SpecialistLoad): contract.SpecialistLoad => ({
  ...load,
  shareOfMostPercent: shareOfMost,
});

const teamTo = ({ specialists, ...load }: TeamLoad): contract.TeamLoad => ({
  ...load,
  specialists: specialists.map(specialistTo),
});

/** The contract's methods for the specialist's day and the manager's view. */
export const dayMethods = ({ queries }: GuidanceCatalogue) => ({
  getMyDay: queryMethod({
    query: queries.getMyDay,
    request: contract.GetMyDayRequest,
    response: contract.GetMyDayResponse,
    input: ({ teamId, municipalityCode, kinds, pageSize, pageToken }) => ({
      ...(teamId !== '' && { teamId }),
      ...(municipalityCode !== '' && { municipalityCode }),
      ...(pageToken !== '' && { pageToken }),
      kinds: kindsFrom(kinds),
      pageSize,
    }),
    view: ({ today, counts, tasks, nextPageToken = '', substitutedStaffIds }) => ({
      todayDate: today,
      counts: counts.map(countTo),
      tasks: tasks.map(taskTo),
      nextPageToken,
      substitutedStaffIds: [...substitutedStaffIds],
    }),
  }),
  getTeamLoad: queryMethod({
    query: queries.getTeamLoad,
    request: contract.GetTeamLoadRequest,
    response: contract.GetTeamLoadResponse,
    input: ({ teamId }) => ({ ...(teamId !== '' && { teamId }) }),
    view: ({ today, most, warningFrom, teams, municipalities }) => ({
      todayDate: today,
      most,
      warningFrom,
      teams: teams.map(teamTo),
      municipalities: [...municipalities],
    }),
  }),
});
