import { today } from '../../testing/builders.ts';
import { aReceipt, aReceiptForm } from '../../testing/part-builders.ts';
import { readInformationReceipt } from './information-receipt.ts';

describe('a receipt of information as it is written down (act 380/2023 30 §, handbook R1.5)', () => {
  it('says of what, in which language, how and when', () => {
    const { receiptId: _id, ...receipt } = aReceipt();
    expect(readInformationReceipt(aReceiptForm(), today)).toEqual({ ok: true, value: receipt });
  });

  it('may be in a Sámi language (handbook R12.2)', () => {
    expect(readInformationReceipt(aReceiptForm({ language: 'smn' }), today)).toMatchObject({ ok: true });
  });

  it('has every bad field named at once', () => {
    const form = { topic: 'WEATHER', language: 'Finnish', channel: 'DREAM', informedOn: '2026-02-03' };
    const read = readInformationReceipt(form, today);
    expect(!read.ok && read.refusal.map(({ field, code }) => [field, code])).toEqual([
      ['topic', 'CODE_UNKNOWN'],
      ['language', 'LANGUAGE_CODE_FORMAT'],
      ['channel', 'CODE_UNKNOWN'],
      ['informed_date', 'DATE_IN_FUTURE'],
    ]);
  });
});
