import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Consents } from '../../application/part-ports.ts';
import type { ContactChannel } from '../../domain/client/contact-channel.ts';
import type {
  Consent,
  ConsentDataGroup,
  ConsentId,
  ConsentPurpose,
  ConsentRecipientKind,
} from '../../domain/consent/consent.ts';

type ConsentRow = {
  readonly consent_id: ConsentId;
  readonly recipient_kind: ConsentRecipientKind;
  readonly recipient_business_id: string | null;
  readonly data_groups: readonly ConsentDataGroup[];
  readonly purpose: ConsentPurpose;
  readonly matter_id: string | null;
  readonly from_on: LocalDate;
  readonly to_on: LocalDate;
  readonly channel: ContactChannel;
  readonly given_on: LocalDate;
  readonly withdrawn_on: LocalDate | null;
};

const selectConsent = `SELECT consent_id, recipient_kind, recipient_business_id, data_groups, purpose, matter_id,
  from_on, to_on, channel, given_on, withdrawn_on FROM client_consent`;

const findText = `${selectConsent} WHERE consent_id = $1 AND client_id = $2`;

// An id made later sorts later.
const listText = `${selectConsent} WHERE client_id = $1 ORDER BY consent_id DESC LIMIT 500`;

const insertText = `INSERT INTO client_consent (consent_id, client_id, recipient_kind, recipient_business_id,
  data_groups, purpose, matter_id, from_on, to_on, channel, given_on)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

const withdrawText = `UPDATE client_consent SET withdrawn_on = $2 WHERE consent_id = $1 AND withdrawn_on IS NULL`;

const consentFrom = (row: ConsentRow): Consent => ({
  consentId: row.consent_id,
  recipientKind: row.recipient_kind,
  ...(row.recipient_business_id !== null && { recipientBusinessId: row.recipient_business_id }),
  dataGroups: row.data_groups,
  purpose: row.purpose,
  ...(row.matter_id !== null && { matterId: row.matter_id }),
  from: row.from_on,
  to: row.to_on,
  channel: row.channel,
  givenOn: row.given_on,
  ...(row.withdrawn_on !== null && { withdrawnOn: row.withdrawn_on }),
});

/** Consents in Postgres. */
export const consents: Consents = {
  find: async (sql, { clientId, consentId }) => {
    const [row] = await sql.query<ConsentRow>(findText, [consentId, clientId]);
    return row && consentFrom(row);
  },
  list: async (sql, clientId) => (await sql.query<ConsentRow>(listText, [clientId])).map(consentFrom),
  give: (clientId, consent) => ({
    text: insertText,
    values: [
      consent.consentId,
      clientId,
      consent.recipientKind,
      consent.recipientBusinessId,
      consent.dataGroups,
      consent.purpose,
      consent.matterId,
      consent.from,
      consent.to,
      consent.channel,
      consent.givenOn,
    ],
    expectRows: 1,
  }),
  withdraw: (consentId, on) => ({ text: withdrawText, values: [consentId, on], expectRows: 1 }),
};
