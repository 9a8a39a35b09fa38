import type { Write } from '@tyovayla/kernel/sql';
import type { MemoryTransactions } from '@tyovayla/runtime/testing/memory-transactions';
import type { HearingExplanation, NeglectPorts } from '../application/neglect-ports.ts';
import { inOrderOfTime, type Neglect, type NeglectCandidate } from '../domain/neglect/neglect.ts';

type TimerRow = { readonly timerId: string; readonly neglectId: string; readonly state: 'SET' | 'FIRED' };

export type InMemoryNeglects = {
  readonly ports: NeglectPorts;
  all(): readonly Neglect[];
  candidateWrite(candidate: NeglectCandidate): Write;
  /** Puts a candidate there as if a fact had led to it. */
  propose(candidate: NeglectCandidate): Promise<void>;
  candidates(): readonly NeglectCandidate[];
  timers(): readonly TimerRow[];
};

const asItself = { actorId: 'guidance', program: 'guidance', roles: [] } as const;

const byDay = (one: NeglectCandidate, other: NeglectCandidate): number => (one.occurredOn < other.occurredOn ? -1 : 1);

/** Neglects and their candidates in memory, without row-level security. */
export const inMemoryNeglects = (transactions: MemoryTransactions): InMemoryNeglects => {
  const table = transactions.table<Neglect>();
  const candidates = transactions.table<NeglectCandidate>();
  const explanations = transactions.table<HearingExplanation>();
  const timers = transactions.table<TimerRow>();
  const settled = (candidateId: string, status: NeglectCandidate['status']) => {
    const candidate = candidates.get(candidateId);
    if (candidate === undefined) throw new Error('no such candidate');
    return [candidates.update(candidateId, { ...candidate, status }, (current) => current.status === 'OPEN')];
  };
  const candidateWrite = (candidate: NeglectCandidate) => candidates.insert(candidate.candidateId, candidate);
  return {
    ports: {
      neglects: {
        ofClient: async (_sql, clientId) => inOrderOfTime(table.all().filter((each) => each.clientId === clientId)),
        candidate: async (_sql, { clientId, candidateId }) => {
          const candidate = candidates.get(candidateId);
          return candidate?.clientId === clientId ? candidate : undefined;
        },
        openCandidates: async (_sql, clientId) =>
          candidates
            .all()
            .filter((each) => each.clientId === clientId && each.status === 'OPEN')
            .toSorted(byDay),
        explanations: async (_sql, clientId) =>
          new Map(
            explanations
              .all()
              .filter((each) => each.clientId === clientId)
              .map(({ hearingId, explanation }) => [hearingId, explanation]),
          ),
        add: (neglect) => [table.insert(neglect.neglectId, neglect)],
        change: (before, after) =>
          before === after ? [] : [table.update(after.neglectId, after, ({ version }) => version === before.version)],
        explain: (explanation) => [explanations.insert(explanation.hearingId, explanation)],
        settle: ({ candidateId, status }) => settled(candidateId, status),
      },
      hearingTimers: {
        set: ({ neglectId }, timerId) => [timers.insert(timerId, { timerId, neglectId, state: 'SET' })],
        fired: (timerId) => {
          const timer = timers.get(timerId);
          if (timer === undefined) throw new Error('no such timer');
          return timers.update(timerId, { ...timer, state: 'FIRED' });
        },
      },
    },
    all: table.all,
    candidateWrite,
    propose: (candidate) => transactions.transact(asItself, (tx) => tx.write([candidateWrite(candidate)])),
    candidates: candidates.all,
    timers: timers.all,
  };
};
