import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { InformationReceipts } from '../../application/part-ports.ts';
import type { ContactChannel } from '../../domain/client/contact-channel.ts';
import type { InformationTopic, KeptReceipt, ReceiptId } from '../../domain/information/information-receipt.ts';
import type { LanguageCode } from '../../domain/profile/language-skill.ts';

type ReceiptRow = {
  readonly receipt_id: ReceiptId;
  readonly topic: InformationTopic;
  readonly language: LanguageCode;
  readonly channel: ContactChannel;
  readonly informed_on: LocalDate;
};

const listText = `SELECT receipt_id, topic, language, channel, informed_on FROM client_information_receipt
  WHERE client_id = $1 ORDER BY informed_on DESC, receipt_id DESC LIMIT 500`;

const insertText = `INSERT INTO client_information_receipt (receipt_id, client_id, topic, language, channel, informed_on)
  VALUES ($1, $2, $3, $4, $5, $6)`;

const receiptFrom = ({ receipt_id: receiptId, informed_on: informedOn, ...row }: ReceiptRow): KeptReceipt => ({
  receiptId,
  ...row,
  informedOn,
});

/** Information receipts in Postgres. */
export const informationReceipts: InformationReceipts = {
  list: async (sql, clientId) => (await sql.query<ReceiptRow>(listText, [clientId])).map(receiptFrom),
  add: (clientId, { receiptId, topic, language, channel, informedOn }) => ({
    text: insertText,
    values: [receiptId, clientId, topic, language, channel, informedOn],
    expectRows: 1,
  }),
};
