import type { Tx, Write } from '@tyovayla/kernel/sql';
import type { ClientId } from '../../domain/client/client.ts';
import { noParts, type RecordParts, singleParts } from '../../domain/client/record-parts.ts';
import type { ConsentId } from '../../domain/consent/consent.ts';
import type { ReceiptId } from '../../domain/information/information-receipt.ts';
import type { LanguageCode } from '../../domain/profile/language-skill.ts';
import { interpreters } from './interpreters.ts';
import { profiles } from './profiles.ts';
import { workAbilities } from './work-abilities.ts';

// Rows of this record alone, whatever it went into.
const restText = `SELECT (SELECT language FROM client_interpreter WHERE client_id = $1) AS language,
  ARRAY(SELECT consent_id FROM client_consent WHERE client_id = $1 ORDER BY consent_id)::text[] AS consent_ids,
  ARRAY(SELECT receipt_id FROM client_information_receipt WHERE client_id = $1 ORDER BY receipt_id)::text[]
    AS receipt_ids`;

type RestRow = {
  readonly language: LanguageCode | null;
  readonly consent_ids: readonly ConsentId[];
  readonly receipt_ids: readonly ReceiptId[];
};

const moveConsentsText = 'UPDATE client_consent SET client_id = $1 WHERE consent_id = ANY ($2::uuid[])';
const moveReceiptsText = 'UPDATE client_information_receipt SET client_id = $1 WHERE receipt_id = ANY ($2::uuid[])';
const forgetText = (table: string): string => `DELETE FROM ${table} WHERE client_id = $1`;

/** All parts of a record; the client's row is locked already. */
export const loadParts = async (tx: Tx, clientId: ClientId): Promise<RecordParts> => {
  const profile = await profiles.find(tx, clientId);
  const workAbility = await workAbilities.find(tx, clientId);
  const [rest] = await tx.query<RestRow>(restText, [clientId]);
  if (rest === undefined) return noParts;
  const interpreter = rest.language === null ? {} : { interpreterLanguage: rest.language };
  return {
    ...singleParts({ ...(profile && { profile }), ...(workAbility && { workAbility }), interpreter }),
    consentIds: rest.consent_ids,
    receiptIds: rest.receipt_ids,
  };
};

type Saves<Part> = {
  readonly table: string;
  save(change: { readonly clientId: ClientId; readonly before?: Part; readonly after: Part }): readonly Write[];
};

const replacePart = <Part>(
  { table, save }: Saves<Part>,
  clientId: ClientId,
  [before, after]: readonly [Part | undefined, Part | undefined],
): readonly Write[] => {
  if (before === after) return [];
  if (after === undefined) return [{ text: forgetText(table), values: [clientId], expectRows: 1 }];
  return save({ clientId, after, ...(before !== undefined && { before }) });
};

/** The single parts of a record in place of those in store. */
export const replaceParts = (clientId: ClientId, before: RecordParts, after: RecordParts): readonly Write[] => [
  ...replacePart({ table: 'client_profile', save: profiles.save }, clientId, [before.profile, after.profile]),
  ...replacePart({ table: 'client_work_ability', save: workAbilities.save }, clientId, [
    before.workAbility,
    after.workAbility,
  ]),
  ...(before.interpreter === after.interpreter ? [] : [interpreters.save(clientId, after.interpreter)]),
];

/** Consents and receipts that change their record. */
export const moveLists = (
  { consentIds, receiptIds }: Pick<RecordParts, 'consentIds' | 'receiptIds'>,
  toClientId: ClientId,
): readonly Write[] =>
  [
    { text: moveConsentsText, values: [toClientId, consentIds], expectRows: consentIds.length },
    { text: moveReceiptsText, values: [toClientId, receiptIds], expectRows: receiptIds.length },
  ].filter(({ expectRows }) => expectRows > 0);
