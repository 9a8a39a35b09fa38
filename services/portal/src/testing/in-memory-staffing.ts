import type { Caller, Change } from '../api/ports.ts';
import { refuse } from '../api/problem.ts';
import type { StaffingService } from '../api/staffing-ports.ts';
import type { MyDayView, NeedListView, SubstitutionView, TeamLoadView } from '../api/staffing-schemas.ts';
import { newClientId } from './people.ts';
import { someDayTasks, someStaffNames, someTeams, someUndelivered } from './some-staffing.ts';

export type StaffingOptions = {
  readonly today: string;
  readonly empty?: boolean;
};

type World = {
  readonly options: StaffingOptions;
  readonly needs: NeedListView['needs'][number][];
  substitutions: readonly SubstitutionView[];
  undelivered: ReturnType<typeof someUndelivered>;
  readonly answers: Map<string, unknown>;
};

const conflict = (reason: string, status = 409) => refuse({ status, reason, domain: 'guidance' });

/** The answer to a change sent again is the first one. */
const once = async <Answer>(world: World, { requestId }: Change, work: () => Answer): Promise<Answer> => {
  const known = world.answers.get(requestId);
  if (known !== undefined) return known as Answer;
  const answer = work();
  world.answers.set(requestId, answer);
  return answer;
};

const countsOf = (tasks: MyDayView['tasks'], today: string): MyDayView['counts'] =>
  [...new Set(tasks.map(({ kind }) => kind))].map((kind) => {
    const same = tasks.filter((task) => task.kind === kind);
    return {
      kind,
      overdue: same.filter(({ dueDate }) => dueDate < today).length,
      today: same.filter(({ dueDate }) => dueDate === today).length,
      laterThisWeek: same.filter(({ dueDate }) => dueDate > today).length,
    };
  });

const pageOf = <Row>(rows: readonly Row[], { pageSize, pageToken }: { pageSize: number; pageToken: string }) => {
  const from = Number(pageToken || '0');
  const to = from + pageSize;
  return { rows: rows.slice(from, to), next: to < rows.length ? { nextPageToken: String(to) } : {} };
};

const myDay = (world: World): StaffingService['myDay'] => {
  const { today, empty } = world.options;
  return async (_: Caller, query) => {
    const all = (empty ? [] : someDayTasks(today)).filter(
      ({ municipalityCode }) => query.municipality === undefined || municipalityCode === query.municipality,
    );
    const asked = all.filter(({ kind }) => query.kind === undefined || kind === query.kind);
    const { rows, next } = pageOf(asked, query);
    const substitutedStaffIds = empty ? [] : ['staff-0102'];
    return { todayDate: today, counts: countsOf(all, today), tasks: rows, ...next, substitutedStaffIds };
  };
};

const warningFrom = 108;
const most = 120;

const loadOf = ({ options }: World): TeamLoadView => {
  const teams = options.empty ? [] : someTeams();
  return {
    todayDate: options.today,
    most,
    warningFrom,
    teams: teams.map(({ teamId, specialists }, team) => ({
      teamId,
      clients: specialists.length * 100,
      unassigned: team === 0 ? 3 : 0,
      overdueTasks: 4 + team,
      meetingsHeld: 40,
      meetingsHeldOnTime: 36,
      specialists: specialists.map(({ staffId, municipalityCode }, at) => ({
        staffId,
        municipalityCode,
        clients: 84 + at * 14,
        shareOfMostPercent: Math.round(((84 + at * 14) / most) * 1000) / 10,
        warning: 84 + at * 14 >= warningFrom,
        overdueTasks: at,
        meetingsHeld: at === 0 ? 0 : 10,
        meetingsHeldOnTime: at === 0 ? 0 : 9,
      })),
    })),
    municipalities: teams.flatMap(({ teamId }, team) =>
      ['240', '751', '851'].map((municipalityCode, at) => ({
        municipalityCode,
        teamId,
        clients: 50 + at * 20 + team,
        overdueTasks: at,
      })),
    ),
  };
};

const substituting = (world: World): Pick<StaffingService, 'substitutions' | 'setSubstitute' | 'endSubstitution'> => ({
  substitutions: async () => ({ substitutions: [...world.substitutions] }),
  setSubstitute: (change, input) =>
    once(world, change, () => {
      const same = world.substitutions.some(({ absentStaffId }) => absentStaffId === input.absentStaffId);
      if (same) throw conflict('SUBSTITUTIONS_OVERLAP');
      const substitution = { ...input, substitutionId: newClientId(900 + world.substitutions.length), version: 1 };
      world.substitutions = [...world.substitutions, substitution];
      return { substitution };
    }),
  endSubstitution: (change, substitutionId, { expectedVersion }) =>
    once(world, change, () => {
      const found = world.substitutions.find((one) => one.substitutionId === substitutionId);
      if (!found) throw conflict('SUBSTITUTION_NOT_FOUND', 404);
      if (found.version !== expectedVersion) throw conflict('SUBSTITUTION_CHANGED_MEANWHILE');
      world.substitutions = world.substitutions.filter((one) => one !== found);
      return { version: found.version + 1 };
    }),
});

const hourMs = 3_600_000;
const mostHours = 8;

const needing = (world: World): Pick<StaffingService, 'openAccess' | 'openNeeds'> => ({
  openAccess: (change, clientId, { hours, ...stated }) =>
    once(world, change, () => {
      const openTime = `${world.options.today}T09:15:00.000Z`;
      const untilTime = new Date(Date.parse(openTime) + (hours || mostHours) * hourMs).toISOString();
      const needId = newClientId(800 + world.needs.length);
      world.needs.unshift({ needId, clientId, staffId: 'staff-0001', ...stated, openTime, untilTime, open: true });
      return { needId, untilTime };
    }),
  openNeeds: async (_, query) => {
    const { rows, next } = pageOf(world.needs, query);
    return { needs: rows, ...next };
  },
});

/** Who does what by when, in memory. */
export const inMemoryStaffing = (options: StaffingOptions): StaffingService => {
  const undelivered = options.empty ? [] : someUndelivered();
  const world: World = { options, needs: [], substitutions: [], undelivered, answers: new Map() };
  return {
    myDay: myDay(world),
    teams: async () => ({ teams: someTeams(), staffNames: someStaffNames }),
    teamLoad: async (_, { team }) => {
      const load = loadOf(world);
      return team === undefined ? load : { ...load, teams: load.teams.filter(({ teamId }) => teamId === team) };
    },
    ...substituting(world),
    ...needing(world),
    undeliveredStatements: async (_, page) => {
      const { rows, next } = pageOf(world.undelivered, page);
      return { statements: rows, ...next };
    },
    resendStatement: (change, { statementId }) =>
      once(world, change, () => {
        if (!world.undelivered.some((one) => one.statementId === statementId))
          throw conflict('STATEMENT_NOT_FOUND', 404);
        world.undelivered = world.undelivered.filter((one) => one.statementId !== statementId);
        return {};
      }),
  };
};
