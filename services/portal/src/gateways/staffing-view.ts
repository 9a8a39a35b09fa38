import {
  NeedReason,
  type StatedNeed,
  type Substitution,
  type Team,
} from '@tyovayla/proto/tyovayla/guidance/v1/assignment';
import {
  DayTaskKind,
  type GetMyDayResponse,
  type GetTeamLoadResponse,
} from '@tyovayla/proto/tyovayla/guidance/v1/my_day';
import { StatementKind, type UndeliveredStatement } from '@tyovayla/proto/tyovayla/guidance/v1/statement';
import type { UndeliveredListView } from '../api/delivery-schemas.ts';
import type { MyDayView, NeedListView, SubstitutionView, TeamListView, TeamLoadView } from '../api/staffing-schemas.ts';
import { codeOf, filled } from './contract-codes.ts';

export const dayTaskKindPrefix = 'DAY_TASK_KIND_';
export const needReasonPrefix = 'NEED_REASON_';
const statementKindPrefix = 'STATEMENT_KIND_';

type Kind = MyDayView['counts'][number]['kind'];
type Reason = NeedListView['needs'][number]['reason'];

const kindOf = (kind: DayTaskKind): Kind => codeOf(DayTaskKind, dayTaskKindPrefix, kind) as Kind;

/** A day, as the API shows it. */
export const dayView = (day: GetMyDayResponse): MyDayView => ({
  todayDate: day.todayDate,
  counts: day.counts.map(({ kind, overdue, today, laterThisWeek }) => ({
    kind: kindOf(kind),
    overdue,
    today,
    laterThisWeek,
  })),
  tasks: day.tasks.map(({ taskId, clientId, kind, dueDate, sourceId, municipalityCode, specialistId }) => ({
    taskId,
    clientId,
    kind: kindOf(kind),
    dueDate,
    sourceId,
    ...filled({ municipalityCode, specialistId }),
  })),
  ...filled({ nextPageToken: day.nextPageToken }),
  substitutedStaffIds: [...day.substitutedStaffIds],
});

type Punctual = Pick<TeamLoadView['teams'][number], 'overdueTasks' | 'meetingsHeld' | 'meetingsHeldOnTime'>;

const punctuality = ({ overdueTasks, meetingsHeld, meetingsHeldOnTime }: Punctual): Punctual => ({
  overdueTasks,
  meetingsHeld,
  meetingsHeldOnTime,
});

/** Load and punctuality, as the API shows them. */
export const loadView = ({
  todayDate,
  most,
  warningFrom,
  teams,
  municipalities,
}: GetTeamLoadResponse): TeamLoadView => ({
  todayDate,
  most,
  warningFrom,
  teams: teams.map((team) => ({
    teamId: team.teamId,
    clients: team.clients,
    unassigned: team.unassigned,
    ...punctuality(team),
    specialists: team.specialists.map((one) => ({
      staffId: one.staffId,
      municipalityCode: one.municipalityCode,
      clients: one.clients,
      shareOfMostPercent: one.shareOfMostPercent,
      warning: one.warning,
      ...punctuality(one),
    })),
  })),
  municipalities: municipalities.map(({ municipalityCode, teamId, clients, overdueTasks }) => ({
    municipalityCode,
    teamId,
    clients,
    overdueTasks,
  })),
});

/** A team with its names by language. */
export const teamView = ({ teamId, nameFi, nameSv, nameEn, specialists }: Team): TeamListView['teams'][number] => ({
  teamId,
  names: { fi: nameFi, sv: nameSv, en: nameEn },
  specialists: specialists.map(({ staffId, municipalityCode, statementPower }) => ({
    staffId,
    municipalityCode,
    statementPower,
  })),
});

export const substitutionView = (substitution: Substitution): SubstitutionView => {
  const { substitutionId, version, absentStaffId, substituteStaffId, fromDate, toDate } = substitution;
  return { substitutionId, version, absentStaffId, substituteStaffId, fromDate, toDate };
};

/** An instant of a contract as text. */
export const instantText = (time: Date | undefined): string => time?.toISOString() ?? '';

export const needView = (need: StatedNeed): NeedListView['needs'][number] => {
  const { needId, clientId, staffId, text, open } = need;
  const reason = codeOf(NeedReason, needReasonPrefix, need.reason) as Reason;
  const times = { openTime: instantText(need.openTime), untilTime: instantText(need.untilTime) };
  return { needId, clientId, staffId, reason, text, ...times, open };
};

/** A statement of the undelivered pile. */
export const undeliveredView = (statement: UndeliveredStatement): UndeliveredListView['statements'][number] => {
  const { statementId, clientId, recipientCode, issuedDate, delivery } = statement;
  const { sentTime, failureCode, nextAttemptTime } = delivery ?? {};
  return {
    statementId,
    clientId,
    kind: codeOf(StatementKind, statementKindPrefix, statement.kind) ?? '',
    recipientCode,
    issuedDate,
    attempts: delivery?.attempts ?? 0,
    ...filled({ sentTime, failureCode, nextAttemptTime }),
  };
};
