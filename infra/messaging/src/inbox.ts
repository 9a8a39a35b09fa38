import type { ReceivedEvent } from '@tyovayla/kernel/domain-event';
import type { SessionActor, Transactions, Tx } from '@tyovayla/kernel/sql';
import { isDatabaseFault } from './database-fault.ts';
import type { IncomingEvent } from './event-headers.ts';
import { planInbox } from './inbox-plan.ts';
import {
  type InboxId,
  isKnownEvent,
  lockInbox,
  noteFailure,
  placesPerBlock,
  type RetryPolicy,
  readStands,
  writePlan,
} from './inbox-store.ts';
import type { Logger } from './logger.ts';

export type InboxOptions = InboxId & {
  readonly transactions: Transactions;
  readonly actor: SessionActor;
  /** Applies facts, in order, in the transaction that remembers them. Throws where it can't. */
  apply(tx: Tx, events: readonly ReceivedEvent[]): Promise<void>;
  readonly policy: RetryPolicy;
  readonly logger: Logger;
};

/** What to work off: events that arrived, or aggregates whose waiting events may have their turn. */
export type InboxWork = { readonly events: readonly IncomingEvent[]; readonly aggregateIds: readonly string[] };

/** What one piece of work came to. */
export type InboxOutcome = { readonly applied: readonly ReceivedEvent[]; readonly held: number };

/** The facts that were being applied when it failed, and why. */
class ApplyFailed extends Error {
  override readonly name = 'ApplyFailed';
  readonly events: readonly ReceivedEvent[];

  constructor(events: readonly ReceivedEvent[], cause: unknown) {
    super('facts could not be applied', { cause });
    this.events = events;
  }
}

type RunMode = { readonly limit: number; readonly isCareful: boolean };

/** One transaction: plan, log, effect and new versions together. */
const runOnce = async (
  options: InboxOptions,
  work: InboxWork,
  { limit, isCareful }: RunMode,
): Promise<InboxOutcome> => {
  const ids = new Set([...work.events.map((event) => event.aggregateId), ...work.aggregateIds]);
  let tried: readonly ReceivedEvent[] = [];
  try {
    return await options.transactions.transact(options.actor, async (tx) => {
      // Sent at once; the second waits in the server for the first, and sees what was committed before the turn came.
      const [firstPosition, stands] = await Promise.all([lockInbox(tx, options), readStands(tx, options, [...ids])]);
      const plan = planInbox(work.events, stands, limit);
      tried = plan.apply.map(({ event }) => ({ ...event, position: 0n }));
      const written = writePlan(tx, options, { plan, firstPosition, isCareful });
      // The log goes out with the first statements of the effect; only a careful look must know first what is new.
      const applied = isCareful ? await written.logged : written.events;
      const effect = applied.length > 0 ? options.apply(tx, applied) : undefined;
      await Promise.allSettled([written.logged, effect]);
      await written.logged;
      await effect;
      return { applied, held: plan.hold.length };
    });
  } catch (error) {
    if (isDatabaseFault(error) || tried.length === 0) throw error;
    if (isKnownEvent(error) && !isCareful) return runOnce(options, work, { limit, isCareful: true });
    throw new ApplyFailed(tried, error);
  }
};

/** The class, code and constraint of an error with its text, but not what the text quotes: that may be a person's. */
const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown';
  const { code, constraint } = error as { readonly code?: unknown; readonly constraint?: unknown };
  const details = [code, constraint].filter((detail) => typeof detail === 'string');
  const text = error.message.replace(/"[^"]*"|'[^']*'|\d{5,}/g, '…');
  return `${[error.name, ...details].join(' ')}: ${text}`.slice(0, 500);
};

const noteOne = async (options: InboxOptions, event: ReceivedEvent, cause: unknown): Promise<void> => {
  const noted = await options.transactions.transact(options.actor, async (tx) => {
    await lockInbox(tx, options);
    return noteFailure(tx, options, { event, reason: reasonOf(cause), policy: options.policy });
  });
  const fields = {
    err: cause,
    consumer: options.consumer,
    producer: options.producer,
    eventId: event.eventId,
    type: event.type,
    ...noted,
  };
  if (noted.state === 'PARKED') options.logger.error(fields, 'event parked');
  else options.logger.warn(fields, 'event could not be applied');
};

const halves = <Item>(items: readonly Item[]): readonly [readonly Item[], readonly Item[]] => {
  const middle = Math.ceil(items.length / 2);
  return [items.slice(0, middle), items.slice(middle)];
};

const both = async (options: InboxOptions, parts: readonly InboxWork[]): Promise<InboxOutcome> => {
  const outcomes: InboxOutcome[] = [];
  for (const part of parts) outcomes.push(await workOff(options, part));
  return {
    applied: outcomes.flatMap((outcome) => outcome.applied),
    held: outcomes.reduce((sum, outcome) => sum + outcome.held, 0),
  };
};

/**
 * Works off events so that afterwards each is in the log for good: applied, or waiting for an earlier version, for
 * its next try or for an operator. What fails is tried again in halves until the one bad event is alone; that one is
 * noted and the rest goes on. Throws only where the database is away: then nothing was decided and nobody is to blame.
 */
export const workOff = async (
  options: InboxOptions,
  work: InboxWork,
  limit = placesPerBlock,
): Promise<InboxOutcome> => {
  try {
    return await runOnce(options, work, { limit, isCareful: false });
  } catch (error) {
    if (!(error instanceof ApplyFailed)) throw error;
    const [only] = error.events;
    if (error.events.length === 1 && only !== undefined) {
      await noteOne(options, only, error.cause);
      return workOff(options, work, limit);
    }
    if (work.events.length > 1) {
      const [first, second] = halves(work.events);
      return both(options, [
        { events: first, aggregateIds: work.aggregateIds },
        { events: second, aggregateIds: [] },
      ]);
    }
    if (work.aggregateIds.length > 1) {
      const [first, second] = halves(work.aggregateIds);
      return both(options, [
        { events: work.events, aggregateIds: first },
        { events: [], aggregateIds: second },
      ]);
    }
    return workOff(options, work, 1);
  }
};
