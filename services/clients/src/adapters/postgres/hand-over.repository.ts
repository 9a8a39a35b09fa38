import type { LocalDate } from '@tyovayla/kernel/local-date';
import { decryptField, encryptField, type FieldKeys } from '@tyovayla/persistence/field-encryption';
import type { HandOverRepository } from '../../application/life-cycle-ports.ts';
import type { PendingHandOver } from '../../application/queries/list-hand-overs.ts';
import type { ClientId } from '../../domain/client/client.ts';
import type { HandOver, HandOverRecord } from '../../domain/client/hand-over.ts';
import type { AreaCode, JobSearchId } from '../../domain/client/job-search.ts';

/** Where hand-over records stand. */
export const handOverPlace = { table: 'transfer_out', column: 'record_sealed' } as const;

type HandOverRow = {
  readonly transfer_id: string;
  readonly client_id: ClientId;
  readonly job_search_id: JobSearchId;
  readonly to_area_code: AreaCode;
  readonly transferred_on: LocalDate;
  readonly record_sealed: Buffer | null;
};

const selectText = `SELECT transfer_id, client_id, job_search_id, to_area_code, transferred_on, record_sealed
  FROM transfer_out WHERE transfer_id = $1`;

const insertText = `INSERT INTO transfer_out (transfer_id, client_id, job_search_id, to_area_code, transferred_on,
  record_sealed) VALUES ($1, $2, $3, $4, $5, $6)`;

const pendingText = `SELECT transfer_id AS "transferId", to_area_code AS "toArea", transferred_on AS "transferredOn"
  FROM transfer_out WHERE acknowledged_at IS NULL ORDER BY transferred_on, transfer_id LIMIT $1`;

const ofClientText = `SELECT transfer_id AS "transferId", to_area_code AS "toArea", transferred_on AS "transferredOn"
  FROM transfer_out WHERE client_id = $1 ORDER BY transferred_on, transfer_id`;

const eraseText = `UPDATE transfer_out SET record_sealed = NULL, acknowledged_at = $2
  WHERE transfer_id = $1 AND acknowledged_at IS NULL`;

/** Cases that went to other areas, in Postgres; what is personal in them is sealed as one document. */
export const handOverRepository = (keys: FieldKeys): HandOverRepository => {
  const placeOf = (transferId: string) => ({ ...handOverPlace, rowId: transferId });
  const handOverFrom = (row: HandOverRow | undefined): HandOver | undefined =>
    row && {
      transferId: row.transfer_id,
      clientId: row.client_id,
      jobSearchId: row.job_search_id,
      toArea: row.to_area_code,
      transferredOn: row.transferred_on,
      ...(row.record_sealed !== null && {
        // Sealed by ourselves, so it has the shape that it was sealed with.
        record: JSON.parse(decryptField(keys, row.record_sealed, placeOf(row.transfer_id))) as HandOverRecord,
      }),
    };
  return {
    save: ({ transferId, clientId, jobSearchId, toArea, transferredOn, record }) => ({
      text: insertText,
      values: [
        transferId,
        clientId,
        jobSearchId,
        toArea,
        transferredOn,
        encryptField(keys, JSON.stringify(record), placeOf(transferId)),
      ],
    }),
    load: async (tx, transferId) =>
      handOverFrom((await tx.query<HandOverRow>(`${selectText} FOR UPDATE`, [transferId]))[0]),
    get: async (sql, transferId) => handOverFrom((await sql.query<HandOverRow>(selectText, [transferId]))[0]),
    pending: (sql, limit) => sql.query<PendingHandOver>(pendingText, [limit]),
    ofClient: (sql, clientId) => sql.query<PendingHandOver>(ofClientText, [clientId]),
    erase: (transferId, at) => ({ text: eraseText, values: [transferId, at], expectRows: 1 }),
  };
};
