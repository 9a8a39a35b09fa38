import { parseIdentityCode } from '@tyovayla/kernel/identity-code';
import type { ClientListRow, ClientRecord } from '../../application/queries/client-record.ts';
import type { Client } from '../../domain/client/client.ts';
import type { Person } from '../../domain/client/person.ts';
import type { ClientTableRow } from './client.table.ts';
import { type ClientRow, detailsFrom, jobSearchFrom, protectionFrom } from './client-row.ts';
import type { IdentityCodeVault } from './identity-code-vault.ts';

const personFrom = (row: ClientRow, vault: IdentityCodeVault): Person => ({
  identityCode: vault.open(row.client_id, row.identity_code_sealed),
  givenNames: row.given_names,
  familyName: row.family_name,
  municipalityCode: row.municipality_code,
  serviceLanguage: row.service_language,
  citizenships: row.citizenships,
  contact: row.contact,
});

/** A client without job searches: those of a record that was set aside went along with the merge. */
export const bareClientFrom = (row: ClientRow, vault: IdentityCodeVault): Omit<Client, 'jobSearch'> => ({
  clientId: row.client_id,
  version: row.version,
  person: personFrom(row, vault),
  subsidyDays: row.subsidy_days,
  ...detailsFrom(row),
  ...protectionFrom(row),
});

/** A client for a decision: with the newest job search. */
export const clientFrom = (row: ClientRow, vault: IdentityCodeVault): Client => {
  const [newest] = row.job_searches;
  if (newest === undefined) throw new Error('a client without a job search');
  return { ...bareClientFrom(row, vault), jobSearch: jobSearchFrom(newest) };
};

/** A client for their page: with every job search. */
export const clientRecordFrom = (row: ClientRow, vault: IdentityCodeVault): ClientRecord => {
  const person = personFrom(row, vault);
  const identity = parseIdentityCode(person.identityCode);
  if (!identity.ok) throw new Error('the vault gave what is no identity code');
  return {
    clientId: row.client_id,
    version: row.version,
    person,
    birthDate: identity.value.birthDate,
    jobSearches: row.job_searches.map(jobSearchFrom),
    subsidyDays: row.subsidy_days,
    ...detailsFrom(row),
    ...protectionFrom(row),
  };
};

/** A client for a list. */
export const listRowFrom = (row: ClientTableRow): ClientListRow => ({
  clientId: row.client_id,
  givenNames: row.given_names,
  familyName: row.family_name,
  municipalityCode: row.municipality_code,
  ...(row.running_status_code !== null &&
    row.running_since !== null && { running: { statusCode: row.running_status_code, startedOn: row.running_since } }),
  ...protectionFrom(row),
});
