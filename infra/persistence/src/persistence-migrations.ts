import type { SqlMigration } from '@tyovayla/kernel/sql-migration';
import { staleWriteState } from './merge-writes.ts';

const idempotency: SqlMigration = {
  name: 'Idempotency1100',
  up: [
    `CREATE TABLE idempotency (
      program text COLLATE "C" NOT NULL,
      actor_id text COLLATE "C" NOT NULL,
      request_id text COLLATE "C" NOT NULL,
      payload_hash bytea NOT NULL,
      answer bytea,
      created_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT idempotency_pk PRIMARY KEY (program, actor_id, request_id)
    )`,
    'CREATE INDEX idempotency_created_at ON idempotency (created_at)',
    'GRANT SELECT, INSERT, DELETE, UPDATE (answer) ON idempotency TO :app',
  ],
};

/**
 * `stored_at` and `xid` are the database's own: the first is real time also where the service runs at another
 * date, the second lets the chain wait for older transactions.
 */
const auditTrail: SqlMigration = {
  name: 'AuditTrail1101',
  up: [
    `CREATE TABLE audit_entry (
      entry_id uuid NOT NULL CONSTRAINT audit_entry_pk PRIMARY KEY,
      recorded_at timestamptz NOT NULL,
      actor_kind text NOT NULL CONSTRAINT audit_entry_actor_kind CHECK (actor_kind IN ('STAFF', 'PROGRAM')),
      actor_id text NOT NULL,
      actor_role text NOT NULL,
      program text NOT NULL,
      action text NOT NULL,
      data_group text NOT NULL,
      purpose text NOT NULL,
      subject_id text COLLATE "C",
      result text NOT NULL CONSTRAINT audit_entry_result CHECK (result IN ('SHOWN', 'CHANGED', 'REFUSED')),
      rule text,
      request_id text,
      correlation_id text NOT NULL,
      stored_at timestamptz NOT NULL DEFAULT now(),
      xid xid8 NOT NULL DEFAULT pg_current_xact_id()
    )`,
    'CREATE INDEX audit_entry_subject ON audit_entry (subject_id, recorded_at DESC, entry_id DESC) WHERE subject_id IS NOT NULL',
    'CREATE INDEX audit_entry_order ON audit_entry (xid, entry_id)',
    'GRANT SELECT, INSERT ON audit_entry TO :app',
  ],
};

const auditChain: SqlMigration = {
  name: 'AuditChain1102',
  up: [
    `CREATE TABLE audit_chain (
      seq bigint NOT NULL CONSTRAINT audit_chain_pk PRIMARY KEY,
      entry_id uuid NOT NULL CONSTRAINT audit_chain_entry UNIQUE,
      entry_xid xid8 NOT NULL,
      prev_hash bytea NOT NULL,
      entry_hash bytea NOT NULL
    )`,
    `CREATE TABLE audit_checkpoint (
      seq bigint NOT NULL CONSTRAINT audit_checkpoint_pk PRIMARY KEY,
      service text NOT NULL,
      hash bytea NOT NULL,
      at text NOT NULL,
      signature bytea NOT NULL
    )`,
    'GRANT SELECT, INSERT ON audit_chain, audit_checkpoint TO :app',
  ],
};

const timer: SqlMigration = {
  name: 'Timer1103',
  up: [
    `CREATE TABLE timer (
      timer_id uuid NOT NULL CONSTRAINT timer_pk PRIMARY KEY,
      kind text COLLATE "C" NOT NULL,
      subject_id text COLLATE "C" NOT NULL,
      due_on date NOT NULL,
      fired_at timestamptz,
      CONSTRAINT timer_kind_subject UNIQUE (kind, subject_id)
    )`,
    'CREATE INDEX timer_due ON timer (due_on, timer_id) WHERE fired_at IS NULL',
    'GRANT SELECT, INSERT, UPDATE (fired_at) ON timer TO :app',
  ],
};

/**
 * A timer that can't be fired waits longer each time, so that it doesn't stand before those that can. The wait is real
 * time, the database's own: it ends also where the service runs at another date, or came back from one.
 */
const timerAttempts: SqlMigration = {
  name: 'TimerAttempts1105',
  up: [
    `ALTER TABLE timer ADD COLUMN attempts integer NOT NULL DEFAULT 0,
      ADD COLUMN next_attempt_at timestamptz NOT NULL DEFAULT '-infinity'`,
    'CREATE INDEX timer_failing ON timer (attempts) WHERE fired_at IS NULL AND attempts > 0',
    'GRANT UPDATE (attempts, next_attempt_at) ON timer TO :app',
  ],
};

/** Fails where writes touched other numbers of rows than they expected: see merge-writes.ts. */
const expectRows: SqlMigration = {
  name: 'ExpectRows1104',
  up: [
    `CREATE FUNCTION expect_rows(touched bigint[], expected bigint[]) RETURNS void LANGUAGE plpgsql IMMUTABLE AS '
    BEGIN
      IF touched <> expected THEN
        RAISE EXCEPTION ''expected to touch % rows, touched %'', expected, touched USING ERRCODE = ''${staleWriteState}'';
      END IF;
    END'`,
    'REVOKE ALL ON FUNCTION expect_rows(bigint[], bigint[]) FROM PUBLIC',
    'GRANT EXECUTE ON FUNCTION expect_rows(bigint[], bigint[]) TO :app',
  ],
};

/** The tables that every service has for its pipelines: request ids, access log with its chain, timers. */
export const persistenceMigrations: readonly SqlMigration[] = [
  idempotency,
  auditTrail,
  auditChain,
  timer,
  expectRows,
  timerAttempts,
];
