import type { Logger } from './logger.ts';
import type { Gap } from './waiting-room.ts';

export type GapWatch = {
  /** Asks for what is missing, each aggregate at most once in its time. Never throws. */
  ask(gaps: readonly Gap[]): Promise<void>;
};

type Asked = { readonly fromVersion: number; readonly nextAt: number; readonly waitMs: number };

const waitMs = { first: 1_000, most: 60_000 };
const mostPerRound = 50;

/**
 * Asks a producer for missing events, without flooding it: again after one second, then two, four … at most a minute,
 * and fifty aggregates a round.
 */
export const gapWatch = (
  request: (aggregateId: string, fromVersion: number) => Promise<void> | void,
  logger: Logger,
): GapWatch => {
  let asked = new Map<string, Asked>();
  const askOne = async (gap: Gap, now: number): Promise<Asked> => {
    const before = asked.get(gap.aggregateId);
    const isSame = before?.fromVersion === gap.fromVersion;
    const wait = isSame ? Math.min(waitMs.most, before.waitMs * 2) : waitMs.first;
    try {
      await request(gap.aggregateId, gap.fromVersion);
      logger.info({ aggregateId: gap.aggregateId, fromVersion: gap.fromVersion }, 'asked for missing events');
    } catch (error) {
      logger.warn({ err: error, aggregateId: gap.aggregateId }, 'could not ask for missing events');
    }
    return { fromVersion: gap.fromVersion, nextAt: now + wait, waitMs: wait };
  };
  return {
    ask: async (gaps) => {
      const now = performance.now();
      const isAskedLately = (gap: Gap): boolean => {
        const before = asked.get(gap.aggregateId);
        return before?.fromVersion === gap.fromVersion && before.nextAt > now;
      };
      const due = new Set(gaps.filter((gap) => !isAskedLately(gap)).slice(0, mostPerRound));
      const next = new Map<string, Asked>();
      for (const gap of gaps) {
        const entry = due.has(gap) ? await askOne(gap, now) : asked.get(gap.aggregateId);
        if (entry !== undefined) next.set(gap.aggregateId, entry);
      }
      // Closed gaps are forgotten.
      asked = next;
    },
  };
};
