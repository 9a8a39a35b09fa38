import type { MemoryTable, MemoryTransactions } from '@tyovayla/runtime/testing/memory-transactions';
import type {
  JobOffers,
  NeglectCandidates,
  Obligations,
  PeriodRecord,
  PeriodTimers,
  Plans,
  PlanTextTimers,
  StudyApplications,
  StudyDeadline,
  StudyTimers,
} from '../application/plan-ports.ts';
import type { Application } from '../domain/obligation/application.ts';
import type { FollowedUpOffer } from '../domain/obligation/job-offer.ts';
import type { ObligationPeriod, OpenPeriod } from '../domain/obligation/obligation-period.ts';
import type { Plan, PlanEdit } from '../domain/plan/plan.ts';
import type { PlanContent } from '../domain/plan/plan-content.ts';

type StoredEdit = { readonly planId: string; readonly clientId: string; readonly edit: PlanEdit };
type StoredApplication = Application & { readonly clientId: string };
type Candidate = Parameters<NeglectCandidates['propose']>[0];
type StudyTimer = { readonly timerId: string; readonly deadline: StudyDeadline };
type StoredTimer = { readonly timerId: string; readonly period: OpenPeriod; readonly fired: boolean };

const newestFirst = <Row>(day: (row: Row) => string, id: (row: Row) => string) => {
  return (one: Row, other: Row): number =>
    day(one) === day(other) ? (id(one) < id(other) ? 1 : -1) : day(one) < day(other) ? 1 : -1;
};

const withoutTexts = (content: PlanContent): PlanContent => {
  const { goalText: _goal, obligation, tasks, ...rest } = content;
  const { reduction, ...byRule } = obligation;
  return {
    ...rest,
    tasks: tasks.map(({ note: _note, ...task }) => task),
    obligation: { ...byRule, ...(reduction && { reduction: { ground: reduction.ground } as never }) },
  };
};

const forgotten = (plan: Plan): Plan => ({
  ...plan,
  ...('binding' in plan && plan.binding && { binding: withoutTexts(plan.binding) }),
  ...(plan.proposed && { proposed: withoutTexts(plan.proposed) }),
});

const inMemoryPlanTable = (transactions: MemoryTransactions): Plans => {
  const plans = transactions.table<Plan>();
  const edits = transactions.table<StoredEdit>();
  const ofClient = (clientId: string): Plan[] => plans.all().filter((plan) => plan.clientId === clientId);
  return {
    find: async (_sql, { clientId, planId }) => ofClient(clientId).find((plan) => plan.planId === planId),
    binding: async (_sql, clientId) => ofClient(clientId).find((plan) => plan.status === 'BINDING'),
    running: async (_sql, clientId) => ofClient(clientId).filter((plan) => plan.status !== 'ENDED'),
    list: async (_sql, clientId) =>
      ofClient(clientId)
        .toSorted((one, other) => (one.planId < other.planId ? 1 : -1))
        .map((plan) => ({
          plan,
          edits: edits
            .all()
            .filter(({ planId }) => planId === plan.planId)
            .map(({ edit }) => edit),
        })),
    save: ({ before, after, edit }) => {
      const { planId, clientId } = after;
      const own =
        before === undefined
          ? plans.insert(planId, after)
          : plans.update(planId, after, ({ version }) => version === before.version);
      return [own, edits.insert(`${planId} ${edit.version}`, { planId, clientId, edit })];
    },
    forgetTexts: (clientId) =>
      transactions.write(() => {
        const all = ofClient(clientId).map((plan) => plans.update(plan.planId, forgotten(plan)));
        const lines = edits
          .all()
          .filter((stored) => stored.clientId === clientId && stored.edit.content !== undefined)
          .map(({ edit, ...of }) => {
            const content = edit.content === undefined ? {} : { content: withoutTexts(edit.content) };
            return edits.update(`${of.planId} ${edit.version}`, { ...of, edit: { ...edit, ...content } });
          });
        for (const write of [...all, ...lines]) (write.values[0] as () => number)();
        return all.length;
      }),
  };
};

type PeriodTables = {
  readonly periods: MemoryTable<ObligationPeriod>;
  readonly applications: MemoryTable<StoredApplication>;
};

const byFrom = newestFirst<ObligationPeriod>(
  ({ from }) => from,
  ({ periodId }) => periodId,
);
const byAppliedOn = newestFirst<StoredApplication>(
  ({ appliedOn }) => appliedOn,
  ({ applicationId }) => applicationId,
);

const periodsIn = ({ periods, applications }: PeriodTables) => {
  const reportedIn = (periodId: string): StoredApplication[] =>
    applications.all().filter((application) => application.periodId === periodId);
  return {
    ofClient: (clientId: string): ObligationPeriod[] =>
      periods
        .all()
        .filter((period) => period.clientId === clientId)
        .toSorted(byFrom),
    reportedIn,
    recordOf: (period: ObligationPeriod): PeriodRecord => ({
      period,
      reported: period.state === 'OPEN' ? reportedIn(period.periodId).length : period.reported,
    }),
  };
};

type ReadsPeriods = Omit<Obligations, 'begin' | 'close' | 'report' | 'forgetTexts'>;

const periodReader = (tables: PeriodTables): ReadsPeriods => {
  const { ofClient, reportedIn, recordOf } = periodsIn(tables);
  return {
    open: async (_sql, clientId) => {
      const period = ofClient(clientId).find(({ state }) => state === 'OPEN');
      return period?.state === 'OPEN' ? { period, reported: reportedIn(period.periodId).length } : undefined;
    },
    period: async (_sql, { clientId, periodId }) => {
      const period = ofClient(clientId).find((each) => each.periodId === periodId);
      return period && recordOf(period);
    },
    periodAround: async (_sql, { clientId, day }) => {
      const period = ofClient(clientId).find(({ from, to }) => from <= day && day < to);
      if (period === undefined) return undefined;
      const reportedBefore = reportedIn(period.periodId).filter(({ reportedOn }) => reportedOn < day).length;
      return { required: period.required, reportedBefore };
    },
    profileCounted: async (_sql, { clientId, day }) =>
      tables.applications
        .all()
        .some((each) => each.clientId === clientId && each.kind === 'PROFILE_PUBLISHED' && each.appliedOn >= day),
    list: async (_sql, clientId) => ofClient(clientId).map(recordOf),
    applications: async (_sql, { periodId }) =>
      reportedIn(periodId)
        .toSorted(byAppliedOn)
        .map(({ clientId: _client, ...application }) => application),
  };
};

const inMemoryObligations = (transactions: MemoryTransactions): Obligations => {
  const periods = transactions.table<ObligationPeriod>();
  const applications = transactions.table<StoredApplication>();
  return {
    ...periodReader({ periods, applications }),
    begin: (period) => periods.insert(period.periodId, period),
    close: (period) => periods.update(period.periodId, period, ({ state }) => state === 'OPEN'),
    report: (clientId, application) => applications.insert(application.applicationId, { ...application, clientId }),
    forgetTexts: (clientId) =>
      transactions.write(() => {
        const noted = applications.all().filter((each) => each.clientId === clientId && each.note !== undefined);
        for (const { note: _note, ...rest } of noted)
          (applications.update(rest.applicationId, rest).values[0] as () => number)();
        return noted.length;
      }),
  };
};

const inMemoryJobOffers = (transactions: MemoryTransactions): JobOffers => {
  const offers = transactions.table<FollowedUpOffer>();
  const ofClient = (clientId: string): FollowedUpOffer[] => offers.all().filter((offer) => offer.clientId === clientId);
  return {
    find: async (_sql, { clientId, offerId }) => ofClient(clientId).find((offer) => offer.offerId === offerId),
    list: async (_sql, clientId) =>
      ofClient(clientId).toSorted(
        newestFirst(
          ({ offeredOn }) => offeredOn,
          ({ offerId }) => offerId,
        ),
      ),
    record: (offer) => offers.insert(`${offer.clientId} ${offer.offerId}`, offer),
  };
};

const inMemoryStudyApplications = (transactions: MemoryTransactions): StudyApplications => {
  const table = transactions.table<Parameters<StudyApplications['record']>[0]>();
  return {
    ofClient: async (_sql, clientId) =>
      table
        .all()
        .filter((each) => each.clientId === clientId)
        .map(({ application }) => application)
        .toSorted(
          newestFirst(
            ({ appliedOn }) => appliedOn,
            ({ applicationId }) => applicationId,
          ),
        ),
    record: (recorded) => table.insert(recorded.application.applicationId, recorded),
  };
};

export type InMemoryPlans = {
  readonly ports: {
    readonly plans: Plans;
    readonly obligations: Obligations;
    readonly jobOffers: JobOffers;
    readonly neglectCandidates: NeglectCandidates;
    readonly periodTimers: PeriodTimers;
    readonly planTextTimers: PlanTextTimers;
    readonly studyApplications: StudyApplications;
    readonly studyTimers: StudyTimers;
  };
  /** What was put before an official as a possible neglect. */
  candidates(): readonly Candidate[];
  /** Timers of joint applications, fired or not. */
  studyTimers(): readonly StudyTimer[];
  /** Timers that have not fired. */
  timers(): readonly { readonly timerId: string; readonly period: OpenPeriod }[];
};

const inMemoryTextTimers = (transactions: MemoryTransactions): PlanTextTimers => {
  const timers = transactions.table<Parameters<PlanTextTimers['set']>[0]>();
  return {
    set: (of, timerId) => timers.insert(timerId, of),
    fired: () => transactions.write(() => 1, 1),
  };
};

/** Plans, the obligation and offers in memory. */
export const inMemoryPlans = (transactions: MemoryTransactions): InMemoryPlans => {
  const candidates = transactions.table<Candidate>();
  const timers = transactions.table<StoredTimer>();
  const deadlines = transactions.table<StudyTimer>();
  return {
    ports: {
      plans: inMemoryPlanTable(transactions),
      obligations: inMemoryObligations(transactions),
      jobOffers: inMemoryJobOffers(transactions),
      studyApplications: inMemoryStudyApplications(transactions),
      studyTimers: {
        set: (deadline, timerId) => deadlines.insert(timerId, { timerId, deadline }),
        // A test fires each once.
        fired: () => transactions.write(() => 1, 1),
      },
      neglectCandidates: { propose: (candidate) => [candidates.insert(candidate.candidateId, candidate)] },
      periodTimers: {
        set: (period, timerId) => timers.insert(timerId, { timerId, period, fired: false }),
        fired: (timerId) =>
          transactions.write(() => {
            const timer = timers.get(timerId);
            if (timer === undefined || timer.fired) return 0;
            return (timers.update(timerId, { ...timer, fired: true }).values[0] as () => number)();
          }, 1),
      },
      planTextTimers: inMemoryTextTimers(transactions),
    },
    candidates: candidates.all,
    studyTimers: deadlines.all,
    timers: () => timers.all().filter(({ fired }) => !fired),
  };
};
