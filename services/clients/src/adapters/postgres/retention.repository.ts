import { randomBytes } from 'node:crypto';
import type { Write } from '@tyovayla/kernel/sql';
import { type Timer, timerFiredWrite, timerMovedWrite } from '@tyovayla/persistence/timer';
import type { AnonymiseClientInput } from '../../application/commands/anonymise-client.ts';
import type { RetentionRepository } from '../../application/life-cycle-ports.ts';
import type { ClientId } from '../../domain/client/client.ts';

/** The kind of timer that looks whether a client's data are still needed. */
export const retentionKind = 'retention';

/** Whose data such a timer looks at. */
export const retentionInput = ({ subjectId }: Timer): AnonymiseClientInput => ({ clientId: subjectId as ClientId });

// The ids that this transaction may change although they are set aside: the client's and those of records in it.
const openText = `SELECT set_config('app.set_aside', string_agg(id::text, ','), true) AS ids
  FROM same_person($1) AS id`;

// An index that is found by nothing: nobody's code gives it.
const eraseText = `UPDATE client SET version = CASE WHEN client_id = $1 THEN $3 ELSE version END, anonymised_on = $4,
  given_names = '', family_name = '', municipality_code = '', service_language = 'OTHER', citizenships = '{}',
  contact = '{}', contact_address = NULL, identity_code_sealed = '', subsidy_days = 0, subsidy_300_reached_on = NULL,
  identity_code_index = e.index, protection_valid_from = NULL, protection_valid_to = NULL,
  protection_handler_id = NULL
  FROM unnest($2::uuid[], $5::bytea[]) AS e(id, index)
  WHERE client_id = e.id`;

const forgetText = (table: string): string => `DELETE FROM ${table} WHERE client_id = ANY ($1::uuid[])`;
const forgetMergesText = 'DELETE FROM client_merge WHERE kept_client_id = ANY ($1::uuid[])';
const forgetTransfersText = `UPDATE transfer_out SET record_sealed = NULL, acknowledged_at = now()
  WHERE client_id = ANY ($1::uuid[]) AND acknowledged_at IS NULL`;

const erase = (ids: readonly ClientId[]): readonly Write[] => [
  { text: forgetText('residence'), values: [ids] },
  { text: forgetText('former_identity_code'), values: [ids] },
  { text: forgetMergesText, values: [ids] },
  { text: forgetTransfersText, values: [ids] },
];

/** Retention in Postgres. Job searches and their history stay: they name nobody. */
export const retentionRepository: RetentionRepository = {
  lookOn: ({ timerId, clientId, dueOn }) =>
    timerMovedWrite({ timerId, kind: retentionKind, subjectId: clientId, dueOn }),
  looked: timerFiredWrite,
  open: async (tx, clientId) => {
    const [opened] = await tx.query<{ readonly ids: string }>(openText, [clientId]);
    return ((opened?.ids ?? '').split(',') as ClientId[]).filter((id) => id !== clientId);
  },
  anonymise: ({ clientId }, { version, on, mergedIds }) => {
    const ids = [clientId, ...mergedIds];
    return [
      {
        text: eraseText,
        values: [clientId, ids, version, on, ids.map(() => randomBytes(32))],
        expectRows: ids.length,
      },
      ...erase(ids),
    ];
  },
};
