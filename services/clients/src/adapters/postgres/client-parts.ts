import type { PartPorts } from '../../application/part-ports.ts';
import { consents } from './consents.ts';
import { informationReceipts } from './information-receipts.ts';
import { interpreters } from './interpreters.ts';
import { profiles } from './profiles.ts';
import { workAbilities } from './work-abilities.ts';

const tables = [
  'client_profile',
  'client_work_ability',
  'client_consent',
  'client_information_receipt',
  'client_interpreter',
  // Who serves a client is no part of the record, but names whom they met.
  'client_service',
  'stated_need',
] as const;

/** Parts of a client's record in Postgres. */
export const clientParts: PartPorts = {
  profiles,
  workAbilities,
  consents,
  receipts: informationReceipts,
  interpreters,
  erase: (clientId) =>
    tables.map((table) => ({ text: `DELETE FROM ${table} WHERE client_id = $1`, values: [clientId] })),
};
