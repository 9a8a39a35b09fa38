import type { Transactions } from '@tyovayla/kernel/sql';
import { runCommand } from '@tyovayla/runtime/pipeline/run-command';
import type { PipelinePorts } from '@tyovayla/runtime/ports';
import type { ClientsCatalogue } from './application/catalogue.ts';
import type { BirthdayTimer, BirthdayTimers } from './application/ports.ts';

export type BirthdaySweeperOptions = {
  readonly transactions: Transactions;
  readonly pipeline: PipelinePorts;
  readonly turnAge: ClientsCatalogue['commands']['turnAge'];
  readonly birthdays: BirthdayTimers;
  /** How often to look for birthdays, ms. */
  readonly everyMs?: number;
};

export type BirthdaySweeper = {
  /** Tells all birthdays that have come, and gives their number. */
  runOnce(): Promise<number>;
  stop(): Promise<void>;
};

const batchSize = 100;
const usualEveryMs = 10_000;

const itself = { kind: 'PROGRAM', id: 'clients', program: 'clients', roles: [] } as const;
const session = { actorId: 'clients', program: 'clients', roles: [] } as const;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/**
 * Fires birthday timers through the same pipeline as every command. The timer's id is the request id, so two replicas
 * that see one timer at once tell the birthday once.
 */
export const startBirthdaySweeper = (options: BirthdaySweeperOptions): BirthdaySweeper => {
  const { transactions, pipeline, turnAge, birthdays, everyMs = usualEveryMs } = options;
  const { clock, logger } = pipeline;

  const fire = async ({ timerId, clientId, age, turnsOn }: BirthdayTimer): Promise<boolean> => {
    const told = await runCommand(pipeline, turnAge, {
      actor: itself,
      input: { clientId, age, turnedOn: turnsOn },
      requestId: timerId,
      payload: bytes(`${clientId} ${age} ${turnsOn}`),
      encode: ({ version }) => bytes(String(version)),
    });
    if (!told.ok) logger.warn({ timerId, code: told.refusal.code }, 'birthday not told');
    return told.ok;
  };

  const runOnce = async (): Promise<number> => {
    let told = 0;
    for (;;) {
      const due = await transactions.transact(session, (sql) => birthdays.due(sql, clock.today(), batchSize));
      const before = told;
      for (const timer of due) told += (await fire(timer)) ? 1 : 0;
      // Timers that can't be fired would come again at once: they wait for the next sweep.
      if (due.length < batchSize || told === before) return told;
    }
  };

  let running: Promise<unknown> = Promise.resolve();
  const sweep = (): void => {
    running = runOnce().catch((error: unknown) => logger.error({ err: error }, 'birthday sweep failed'));
  };
  const timer = setInterval(sweep, everyMs);
  timer.unref();
  sweep();
  return {
    runOnce,
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
};
