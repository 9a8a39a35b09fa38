import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { type ClientRefusal, understood } from '../../domain/client/client-refusals.ts';
import {
  type InformationReceipt,
  type InformationReceiptForm,
  type KeptReceipt,
  type ReceiptId,
  readInformationReceipt,
} from '../../domain/information/information-receipt.ts';
import { usesReceipts } from '../access.ts';
import type { ClientsPorts } from '../ports.ts';
import { type ClientPartCommand, clientPartCommand, type OnClientPart } from './client-part-command.ts';

export type RecordInformationReceiptInput = OnClientPart & { readonly receipt: InformationReceipt };

/** Understands what was written, or names every bad field. */
export const readRecordInformationReceipt = (
  { clientId, receipt }: OnClientPart & { readonly receipt: InformationReceiptForm },
  today: LocalDate,
): Result<RecordInformationReceiptInput, ClientRefusal> => {
  const read = readInformationReceipt(receipt, today);
  return understood(read.ok ? accepted({ clientId, receipt: read.value }) : read);
};

export type OfReceipt = { readonly receiptId: ReceiptId };

/** Records that a client was informed, with language and channel (handbook R1.5). Nobody is told. */
export const recordInformationReceiptCommand = (
  ports: ClientsPorts,
): ClientPartCommand<RecordInformationReceiptInput, undefined, KeptReceipt, OfReceipt> =>
  clientPartCommand(ports, {
    name: 'RecordInformationReceipt',
    access: usesReceipts,
    load: async () => undefined,
    decide: (_of, { receipt }, { newId }) => {
      const next: KeptReceipt = { ...receipt, receiptId: newId() as ReceiptId };
      return accepted({ next, facts: [], answer: { receiptId: next.receiptId } });
    },
    save: (receipt, { client }) => [ports.parts.receipts.add(client.clientId, receipt)],
  });
