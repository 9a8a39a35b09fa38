import { type SessionActor, StaleWrite, type Transactions } from '@tyovayla/kernel/sql';
import { dueTimers, stuckTimers, type Timer, timerFailedWrite, timerFiredWrite } from '@tyovayla/persistence/timer';
import type { Command } from '@tyovayla/runtime/command';
import { type CommandCall, runCommand } from '@tyovayla/runtime/pipeline/run-command';
import type { PipelinePorts } from '@tyovayla/runtime/ports';
import { observeFigure } from '@tyovayla/runtime/telemetry/call-metrics';
import { type Sweep, startSweep } from './sweep.ts';

/** What happens when a timer of one kind is due. */
export type TimerKind = {
  /** Gives the code of the refusal, or undefined where it was done. */
  fire(pipeline: PipelinePorts, timer: Timer, call: TimerCall): Promise<string | undefined>;
  /** Refusals after which there is nothing left to do: the timer is done as well. */
  readonly settledBy: readonly string[];
};

type TimerCall = Pick<CommandCall<unknown, unknown>, 'actor' | 'requestId' | 'payload'>;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/**
 * A kind of timer: the command that it runs, with what input. The command stores `timerFiredWrite(requestId)` itself,
 * in the transaction of its effect: the timer's id is the request id.
 */
export const timerKind = <Input, State, Next, Fact, Answer>(about: {
  readonly command: Command<Input, State, Next, Fact, Answer>;
  input(timer: Timer): Input;
  readonly settledBy?: readonly string[];
}): TimerKind => ({
  fire: async (pipeline, timer, call) => {
    const encode = (answer: Answer): Uint8Array => bytes(JSON.stringify(answer ?? {}));
    const done = await runCommand(pipeline, about.command, { ...call, input: about.input(timer), encode });
    return done.ok ? undefined : done.refusal.code;
  },
  settledBy: about.settledBy ?? [],
});

export type TimerSweeperOptions = {
  readonly transactions: Transactions;
  readonly pipeline: PipelinePorts;
  /** By the kind that stands in the timer's row. */
  readonly kinds: Readonly<Record<string, TimerKind>>;
  /** How often to look for timers that are due, ms. */
  readonly everyMs?: number;
};

/** `runOnce` fires all timers that are due, and gives the number of those that are done. */
export type TimerSweeper = Sweep<number> & {
  /** How many timers had failed again and again when the last round ended. */
  stuck(): number;
};

const batchSize = 100;
const usualEveryMs = 10_000;
/** Failed attempts after which somebody should look: by then the timer has been tried for 20 minutes. */
const stuckAfterAttempts = 8;

/** Fires one timer, and puts it off where it can't be fired. Gives whether it is done. */
type Firing = (timer: Timer) => Promise<boolean>;

const firing = ({ transactions, pipeline, kinds }: TimerSweeperOptions, session: SessionActor): Firing => {
  const { logger, service } = pipeline;
  const actor = { kind: 'PROGRAM', id: service, program: service, roles: [] } as const;

  const settle = async (timer: Timer): Promise<void> => {
    try {
      await transactions.transact(session, (tx) => tx.write([timerFiredWrite(timer.timerId)]));
    } catch (error) {
      // Another replica saw the same timer at once, and has settled it.
      if (!(error instanceof StaleWrite)) throw error;
    }
  };

  const fire = async (timer: Timer): Promise<boolean> => {
    const { timerId, kind: name, subjectId, dueOn } = timer;
    const kind = kinds[name];
    if (kind === undefined) {
      logger.warn({ timerId, kind: name }, 'timer of a kind that nobody knows');
      return false;
    }
    const payload = bytes(`${name} ${subjectId} ${dueOn}`);
    const code = await kind.fire(pipeline, timer, { actor, requestId: timerId, payload });
    if (code === undefined) return true;
    const settled = kind.settledBy.includes(code);
    logger.warn({ timerId, kind: name, code }, settled ? 'timer has nothing left to do' : 'timer not fired');
    if (settled) await settle(timer);
    return settled;
  };

  return async (timer) => {
    const { timerId, kind } = timer;
    const done = await fire(timer).catch((error: unknown) => {
      logger.error({ err: error, timerId, kind }, 'timer failed');
      return false;
    });
    // Where the database itself is away this fails as well, and ends the round.
    if (!done) await transactions.transact(session, (tx) => tx.write([timerFailedWrite(timerId)]));
    return done;
  };
};

/**
 * Fires a service's timers through the same pipeline as every command, by the service's own clock. The timer's id is
 * the request id, so two replicas that see one timer at once fire it once. One that can't be fired is put off, longer
 * each time and never for good, so that those behind it come through.
 */
export const startTimerSweeper = (options: TimerSweeperOptions): TimerSweeper => {
  const { transactions, pipeline, everyMs = usualEveryMs } = options;
  const { clock, logger, service } = pipeline;
  const session = { actorId: service, program: service, roles: [] };
  const fire = firing(options, session);
  let stuck = 0;

  const countStuck = async (): Promise<void> => {
    const before = stuck;
    stuck = await transactions.transact(session, (sql) => stuckTimers(sql, stuckAfterAttempts));
    if (stuck > before) logger.error({ count: stuck }, 'timers fail again and again');
  };

  const fireDue = async (): Promise<number> => {
    let done = 0;
    for (;;) {
      const due = await transactions.transact(session, (sql) => dueTimers(sql, clock.today(), batchSize));
      for (const timer of due) done += (await fire(timer)) ? 1 : 0;
      if (due.length < batchSize) break;
    }
    await countStuck();
    return done;
  };

  observeFigure('tyovayla.timers.stuck', '{timer}', () => stuck);
  const sweep = startSweep({ work: fireDue, everyMs, logger, failed: 'timers could not be looked at' });
  return { ...sweep, stuck: () => stuck };
};
