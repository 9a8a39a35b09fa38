import type { SqlMigration } from '@tyovayla/kernel/sql-migration';

/**
 * Events on their way out. `position` is given under the aggregate's row lock, so within an aggregate it grows with
 * the version; `tx_id` need not, because a transaction may get its id before it waits for that lock. `stored_at` is
 * real time, also where the service runs at another date. Every row stays at least 30 days: it is what the broker
 * is filled from again when it lost its data. Nobody but the relay's two marks and the replay counter changes a row.
 */
const outbox: SqlMigration = {
  name: 'Outbox1201',
  up: [
    `CREATE TABLE outbox (
      position bigint GENERATED ALWAYS AS IDENTITY,
      event_id uuid NOT NULL CONSTRAINT outbox_pk PRIMARY KEY,
      tx_id xid8 NOT NULL DEFAULT pg_current_xact_id(),
      type text COLLATE "C" NOT NULL,
      subject text COLLATE "C" NOT NULL,
      aggregate_id text COLLATE "C" NOT NULL,
      aggregate_version integer NOT NULL CONSTRAINT outbox_version CHECK (aggregate_version > 0),
      occur_time timestamptz NOT NULL,
      traceparent text,
      body bytea NOT NULL,
      stored_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      published_at timestamptz,
      stream_seq bigint,
      replays integer NOT NULL DEFAULT 0,
      CONSTRAINT outbox_aggregate_version UNIQUE (aggregate_id, aggregate_version)
    )`,
    'CREATE INDEX outbox_unpublished ON outbox (position) WHERE published_at IS NULL',
    'CREATE INDEX outbox_unpublished_tx ON outbox (tx_id) WHERE published_at IS NULL',
    'GRANT SELECT, INSERT, UPDATE (published_at, stream_seq, replays) ON outbox TO :app',
  ],
};

/** What the relay knows of the stream that it fills: which one it was, and the last message that it stored for good. */
const relayState: SqlMigration = {
  name: 'RelayState1202',
  up: [
    `CREATE TABLE relay_state (
      stream text COLLATE "C" NOT NULL CONSTRAINT relay_state_pk PRIMARY KEY,
      created text NOT NULL,
      last_seq bigint NOT NULL,
      last_event_id uuid,
      updated_at timestamptz NOT NULL DEFAULT clock_timestamp()
    )`,
    'GRANT SELECT, INSERT, UPDATE ON relay_state TO :app',
  ],
};

/**
 * Events that came in: the receiver's own log of facts, in the order in which they took effect (`position`), and the
 * waiting room for those that can't take effect yet: HELD for an earlier version, RETRY after a failure, PARKED after
 * too many, REDRIVE when an operator asked for another try.
 */
const inbox: SqlMigration = {
  name: 'Inbox1203',
  up: [
    'CREATE SEQUENCE inbox_event_block',
    'GRANT USAGE ON SEQUENCE inbox_event_block TO :app',
    `CREATE TABLE inbox_event (
      consumer text COLLATE "C" NOT NULL,
      event_id uuid NOT NULL,
      position bigint NOT NULL,
      producer text COLLATE "C" NOT NULL,
      type text COLLATE "C" NOT NULL,
      aggregate_id text COLLATE "C" NOT NULL,
      aggregate_version integer NOT NULL,
      occur_time timestamptz NOT NULL,
      traceparent text,
      body bytea NOT NULL,
      received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      state text COLLATE "C" NOT NULL
        CONSTRAINT inbox_event_state CHECK (state IN ('APPLIED', 'HELD', 'RETRY', 'PARKED', 'REDRIVE')),
      attempts integer NOT NULL DEFAULT 0,
      next_attempt_at timestamptz,
      last_error text,
      CONSTRAINT inbox_event_pk PRIMARY KEY (consumer, event_id)
    )`,
    'CREATE INDEX inbox_event_log ON inbox_event (consumer, position)',
    `CREATE INDEX inbox_event_waiting ON inbox_event (consumer, producer, aggregate_id, aggregate_version)
      WHERE state <> 'APPLIED'`,
    `GRANT SELECT, INSERT, UPDATE (position, state, attempts, next_attempt_at, last_error) ON inbox_event TO :app`,
    `CREATE TABLE inbox_cursor (
      consumer text COLLATE "C" NOT NULL,
      producer text COLLATE "C" NOT NULL,
      aggregate_id text COLLATE "C" NOT NULL,
      applied_version integer NOT NULL,
      CONSTRAINT inbox_cursor_pk PRIMARY KEY (consumer, producer, aggregate_id)
    ) WITH (fillfactor = 70)`,
    'GRANT SELECT, INSERT, UPDATE (applied_version) ON inbox_cursor TO :app',
  ],
};

/** A message that can't be read can't be applied either: an operator who has looked at it sends it away. */
const dismissal: SqlMigration = {
  name: 'InboxDismissal1204',
  up: [
    'ALTER TABLE inbox_event DROP CONSTRAINT inbox_event_state',
    `ALTER TABLE inbox_event ADD CONSTRAINT inbox_event_state CHECK (
      state IN ('APPLIED', 'HELD', 'RETRY', 'PARKED', 'REDRIVE') OR (state = 'DISMISSED' AND type = 'malformed')
    )`,
  ],
};

/** Tables of outbox, relay and inbox; every service with a database runs them before its own. */
export const messagingMigrations: readonly SqlMigration[] = [outbox, relayState, inbox, dismissal];
