import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Substitutions } from '../../application/assignment-ports.ts';
import type { Substitution } from '../../domain/assignment/substitution.ts';

type Row = {
  readonly substitution_id: string;
  readonly version: number;
  readonly absent_id: string;
  readonly substitute_id: string;
  readonly from_on: LocalDate;
  readonly to_on: LocalDate;
};

const selectText = 'SELECT substitution_id, version, absent_id, substitute_id, from_on, to_on FROM substitution';

// Ended before it began: its last day is before its first.
const real = 'to_on >= from_on';

const lockAbsentText = "SELECT pg_advisory_xact_lock(hashtextextended('substitution ' || $1, 0))";
const ofAbsentText = `${selectText} WHERE absent_id = $1 AND to_on >= $2 AND ${real} ORDER BY from_on`;
const lockText = `${selectText} WHERE substitution_id = $1 FOR UPDATE`;
const listText = `${selectText} WHERE to_on >= $1 AND ${real} ORDER BY from_on, substitution_id`;
const substitutedText = `SELECT DISTINCT absent_id FROM substitution
  WHERE substitute_id = $1 AND from_on <= $2 AND to_on >= $2 ORDER BY absent_id`;
const insertText = `INSERT INTO substitution (substitution_id, version, absent_id, substitute_id, from_on, to_on)
  VALUES ($1, $2, $3, $4, $5, $6)`;
const saveText = 'UPDATE substitution SET version = $2, to_on = $3 WHERE substitution_id = $1 AND version = $4';

const substitutionFrom = (row: Row): Substitution => ({
  substitutionId: row.substitution_id,
  version: row.version,
  absentId: row.absent_id,
  substituteId: row.substitute_id,
  from: row.from_on,
  to: row.to_on,
});

/** Substitutions in Postgres. */
export const substitutionRepository: Substitutions = {
  lockOfAbsent: async (tx, absentId, today) => {
    // Locked by one statement and read by the next, which sees what the one before us has stored.
    const [, rows] = await Promise.all([
      tx.query(lockAbsentText, [absentId]),
      tx.query<Row>(ofAbsentText, [absentId, today]),
    ]);
    return rows.map(substitutionFrom);
  },
  lock: async (tx, substitutionId) => {
    const [row] = await tx.query<Row>(lockText, [substitutionId]);
    return row && substitutionFrom(row);
  },
  list: async (sql, today) => (await sql.query<Row>(listText, [today])).map(substitutionFrom),
  substitutedBy: async (sql, staffId, today) => {
    const rows = await sql.query<Pick<Row, 'absent_id'>>(substitutedText, [staffId, today]);
    return rows.map(({ absent_id }) => absent_id);
  },
  insert: ({ substitutionId, version, absentId, substituteId, from, to }) => ({
    text: insertText,
    values: [substitutionId, version, absentId, substituteId, from, to],
    expectRows: 1,
  }),
  save: (before, { substitutionId, version, to }) => ({
    text: saveText,
    values: [substitutionId, version, to, before.version],
    expectRows: 1,
  }),
};
