import type { Write } from '@tyovayla/kernel/sql';
import type { Client } from '../../domain/client/client.ts';
import type { IdentityCodeVault } from './identity-code-vault.ts';

const insertText = `INSERT INTO client (client_id, version, given_names, family_name, municipality_code,
  service_language, citizenships, contact, subsidy_days, protection_valid_from, protection_valid_to,
  protection_handler_id, running_status_code, running_since, resident_since, subsidy_300_reached_on,
  contact_address, identity_code_sealed, identity_code_index)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`;

const changed = `UPDATE client SET version = $2, given_names = $3, family_name = $4, municipality_code = $5,
  service_language = $6, citizenships = $7, contact = $8, subsidy_days = $9, protection_valid_from = $10,
  protection_valid_to = $11, protection_handler_id = $12, running_status_code = $13, running_since = $14,
  resident_since = $15, subsidy_300_reached_on = $16, contact_address = $17`;
const where = 'WHERE client_id = $1 AND version = $18';
const updateText = `${changed} ${where}`;
const updateWithCodeText = `${changed}, identity_code_sealed = $19, identity_code_index = $20 ${where}`;

const valuesOf = ({
  clientId,
  version,
  person,
  jobSearch,
  subsidyDays,
  protectionOrder,
  ...details
}: Client): readonly unknown[] => {
  const running = jobSearch.status === 'RUNNING' ? jobSearch : undefined;
  return [
    clientId,
    version,
    person.givenNames,
    person.familyName,
    person.municipalityCode,
    person.serviceLanguage,
    person.citizenships,
    JSON.stringify(person.contact),
    subsidyDays,
    protectionOrder?.validFrom,
    protectionOrder?.validTo,
    protectionOrder?.handlerId,
    running?.openSpell.code,
    running?.startedOn,
    details.residentSince,
    details.subsidy300ReachedOn,
    details.contactAddress && JSON.stringify(details.contactAddress),
  ];
};

/** A person's first row. Nothing of the identity code is in clear. */
export const insertClient = (client: Client, vault: IdentityCodeVault): Write => {
  const { identityCode } = client.person;
  return {
    text: insertText,
    values: [...valuesOf(client), vault.seal(client.clientId, identityCode), vault.index(identityCode)],
  };
};

/** A client as they are now; stale where the version in store is another than `before`'s. */
export const updateClient = (before: Client, after: Client, vault: IdentityCodeVault): Write => {
  const { identityCode } = after.person;
  if (identityCode === before.person.identityCode) {
    return { text: updateText, values: [...valuesOf(after), before.version], expectRows: 1 };
  }
  const code = [vault.seal(after.clientId, identityCode), vault.index(identityCode)];
  return { text: updateWithCodeText, values: [...valuesOf(after), before.version, ...code], expectRows: 1 };
};
