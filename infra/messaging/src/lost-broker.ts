import { JetStreamApiCodes, JetStreamApiError, type JetStreamManager, type StreamInfo } from '@nats-io/jetstream';
import type { Sql } from '@tyovayla/kernel/sql';
import { headerNames } from './event-headers.ts';
import { isDenied } from './is-denied.ts';
import type { Logger } from './logger.ts';
import { type RelayState, readRelayState, storedBelow, unpublishAfter, writeRelayState } from './relay-store.ts';
import { openStream } from './stream.ts';
import { epochKey } from './stream-epoch.ts';
import type { StreamPlan } from './stream-settings.ts';

export type LossCheck = {
  readonly manager: JetStreamManager;
  readonly plan: StreamPlan;
  /** Also compares the last stored message itself: after a reconnect, when numbers may have been given anew. */
  readonly isThorough: boolean;
  readonly logger: Logger;
};

const chunk = 5_000;

/**
 * Finds out whether the broker still has what it acknowledged, and marks what it lost as not published. Makes the
 * stream where it is gone; throws UnsafeStream where it must not be used. Gives what the relay now knows of it.
 * Runs under the relay's lock.
 *
 * A stream that was made anew lost everything; one whose last number went back lost its end. After a power cut new
 * messages may have taken the numbers of lost ones before anybody looked, so after a reconnect the message at the
 * last number is compared with the event that was stored there.
 */
export const checkForLoss = async (sql: Sql, check: LossCheck): Promise<RelayState> => {
  const info = await openStream(check.manager, check.plan);
  const known = await readRelayState(sql, info.config.name);
  const fresh: RelayState = { created: info.created, lastSeq: 0 };
  if (known === undefined) {
    await writeRelayState(sql, info.config.name, fresh);
    return fresh;
  }
  if (known.created !== info.created) return fillAgain(sql, check, { info, intact: 0 });
  const intact = await intactUpTo(sql, check, { info, known });
  if (intact >= known.lastSeq) return known;
  await startEpoch(check.manager, info);
  return fillAgain(sql, check, { info, intact });
};

type Found = { readonly info: StreamInfo; readonly intact: number };

const fillAgain = async (sql: Sql, { logger }: LossCheck, { info, intact }: Found): Promise<RelayState> => {
  const count = await unpublishAfter(sql, intact);
  const [last] = intact === 0 ? [] : await storedBelow(sql, intact + 1, 1);
  const state: RelayState = {
    created: info.created,
    lastSeq: last?.seq ?? 0,
    ...(last === undefined ? {} : { lastEventId: last.eventId }),
  };
  await writeRelayState(sql, info.config.name, state);
  logger.warn({ stream: info.config.name, count }, 'broker lost events, publishing them again');
  return state;
};

type Compared = { readonly info: StreamInfo; readonly known: RelayState };

/** The last sequence number up to which stream and outbox agree. */
const intactUpTo = async (sql: Sql, check: LossCheck, { info, known }: Compared): Promise<number> => {
  const stream = info.config.name;
  const holds = (row: { readonly seq: number; readonly eventId: string }): Promise<boolean> =>
    row.seq < info.state.first_seq ? Promise.resolve(true) : isStoredAt(check, stream, row);
  if (info.state.last_seq >= known.lastSeq) {
    if (!check.isThorough || known.lastEventId === undefined) return known.lastSeq;
    if (await holds({ seq: known.lastSeq, eventId: known.lastEventId })) return known.lastSeq;
  }
  let below = known.lastSeq + 1;
  for (;;) {
    const rows = await storedBelow(sql, below, chunk);
    const oldest = rows.at(-1);
    if (oldest === undefined) return 0;
    if (await holds(oldest)) return lastHeld(rows, holds);
    below = oldest.seq;
  }
};

type Row = { readonly seq: number; readonly eventId: string };

/** Losses are at the end, so the rows (newest first) are lost ones and then held ones: halve until the border. */
const lastHeld = async (rows: readonly Row[], holds: (row: Row) => Promise<boolean>): Promise<number> => {
  let [lost, held] = [-1, rows.length - 1];
  while (held - lost > 1) {
    const middle = Math.floor((lost + held) / 2);
    if (await holds(rows[middle] as Row)) held = middle;
    else lost = middle;
  }
  return rows[held]?.seq ?? 0;
};

const isStoredAt = async ({ manager, logger }: LossCheck, stream: string, row: Row): Promise<boolean> => {
  try {
    const message = await manager.streams.getMessage(stream, { seq: row.seq });
    return message?.header.get(headerNames.id) === row.eventId;
  } catch (error) {
    if (error instanceof JetStreamApiError && error.code === JetStreamApiCodes.NoMessageFound) return false;
    if (!isDenied(error)) throw error;
    // Publishing must not depend on it: the numbers alone still show all losses but those covered up at once.
    logger.error({ stream }, 'not allowed to read the own stream, losses may stay unseen');
    return row.seq <= (await manager.streams.info(stream)).state.last_seq;
  }
};

/**
 * Tells consumers that numbers of this stream were given twice: one that had read beyond the lost end would never be
 * shown what now lies there. They start over, and their inboxes know what they have seen.
 */
const startEpoch = async (manager: JetStreamManager, info: StreamInfo): Promise<void> => {
  const epoch = Number(info.config.metadata?.[epochKey] ?? '0') + 1;
  await manager.streams.update(info.config.name, { metadata: { ...info.config.metadata, [epochKey]: String(epoch) } });
};
