import type { Transactions } from '@tyovayla/kernel/sql';
import { durabilityFaults } from '@tyovayla/persistence/durability-faults';
import { forgetRequests } from '@tyovayla/persistence/idempotency';
import type { Logger } from '@tyovayla/runtime/ports';
import { type Sweep, startSweep } from './sweep.ts';

export type HousekeepingOptions = {
  readonly database: Transactions;
  readonly service: string;
  readonly logger: Logger;
  /** How long an answer is kept for a request that is sent again, days. */
  readonly keepAnswersDays?: number;
  /** How often to look, ms. */
  readonly everyMs?: number;
};

/** `runOnce` forgets what is old enough, and gives the number of answers. */
export type Housekeeping = Sweep<number>;

const hour = 3_600_000;
const day = 24 * hour;
const batchSize = 1_000;

/**
 * Looks after a service's own tables: forgets the answers to requests that nobody sends again, because answers hold
 * people's data, and warns at start of a database that could lose what it has committed.
 */
export const startHousekeeping = (options: HousekeepingOptions): Housekeeping => {
  const { database, service, logger, keepAnswersDays = 30, everyMs = hour } = options;
  const session = { actorId: service, program: service, roles: [] };

  const forgetOld = async (): Promise<number> => {
    // The table's own times are real ones, also where the service runs at another date.
    const before = new Date(Date.now() - keepAnswersDays * day);
    let forgotten = 0;
    for (;;) {
      const some = await database.transact(session, (tx) => forgetRequests(tx, before, batchSize));
      forgotten += some;
      if (some < batchSize) return forgotten;
    }
  };

  const warn = async (): Promise<void> => {
    const settings = await database.transact(session, durabilityFaults);
    if (settings.length > 0) logger.warn({ settings }, 'database may lose what it has committed');
  };

  warn().catch((error: unknown) => logger.error({ err: error }, 'database settings could not be looked at'));
  return startSweep({ work: forgetOld, everyMs, logger, failed: 'old answers could not be forgotten' });
};
