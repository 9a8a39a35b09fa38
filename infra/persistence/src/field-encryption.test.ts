import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { decryptField, encryptField, type FieldKeys, FieldUnreadable, rewrapField } from './field-encryption.ts';
import { type EncryptedRow, rotateKeys } from './rotate-keys.ts';

const key = () => new Uint8Array(randomBytes(32));
const spring = key();
const autumn = key();
const keysWith = (kek: FieldKeys['kek'], activeKek: string): FieldKeys => ({
  kek,
  activeKek,
  blindIndex: {},
  activeBlindIndex: '',
});
const inSpring = keysWith({ spring }, 'spring');
const rotating = keysWith({ spring, autumn }, 'autumn');
const inAutumn = keysWith({ autumn }, 'autumn');

// An artificial code: individual number 951.
const code = '010190-951A';
const place = { table: 'client', column: 'identity_code', rowId: 'client-1' };

describe('an encrypted field', () => {
  it('gives back what was put in, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decryptField(inSpring, encryptField(inSpring, text, place), place)).toBe(text);
      }),
    );
  });

  it('looks different every time and never holds the plain text', () => {
    const one = encryptField(inSpring, code, place);
    const other = encryptField(inSpring, code, place);

    expect(one.equals(other)).toBe(false);
    expect(one.includes(code)).toBe(false);
  });

  it('cannot be read when any bit of it was altered', () => {
    const stored = encryptField(inSpring, code, place);

    for (let byte = 0; byte < stored.length; byte += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const altered = Buffer.from(stored);
        altered[byte] = (altered[byte] ?? 0) ^ (1 << bit);
        expect(() => decryptField(inSpring, altered, place)).toThrow(FieldUnreadable);
      }
    }
  });

  it('cannot be read when its end is missing or something follows', () => {
    const stored = encryptField(inSpring, code, place);

    for (let length = 0; length < stored.length; length += 1) {
      expect(() => decryptField(inSpring, stored.subarray(0, length), place)).toThrow(FieldUnreadable);
    }
    expect(() => decryptField(inSpring, Buffer.concat([stored, Buffer.from([0])]), place)).toThrow(FieldUnreadable);
  });

  it('cannot be read in any other place', () => {
    const stored = encryptField(inSpring, code, place);
    const elsewhere = fc.record({ table: fc.string(), column: fc.string(), rowId: fc.string() });

    for (const name of ['table', 'column', 'rowId'] as const) {
      expect(() => decryptField(inSpring, stored, { ...place, [name]: 'other' })).toThrow(FieldUnreadable);
    }
    fc.assert(
      fc.property(elsewhere, (other) => {
        expect(() => decryptField(inSpring, stored, other)).toThrow(FieldUnreadable);
      }),
    );
  });

  it('cannot be read with another key, also when that has the same id', () => {
    const stored = encryptField(inSpring, code, place);

    expect(() => decryptField(inAutumn, stored, place)).toThrow(FieldUnreadable);
    expect(() => decryptField(keysWith({ spring: autumn }, 'spring'), stored, place)).toThrow(FieldUnreadable);
  });

  it('takes keys only from the keys at hand', () => {
    const stored = encryptField(keysWith({ toString: spring }, 'toString'), code, place);

    expect(() => decryptField(inSpring, stored, place)).toThrow(FieldUnreadable);
  });
});

describe('a change of keys', () => {
  it('leaves old values readable while both keys are at hand', () => {
    const old = encryptField(inSpring, code, place);

    expect(decryptField(rotating, old, place)).toBe(code);
    expect(decryptField(inAutumn, encryptField(rotating, code, place), place)).toBe(code);
  });

  it('makes a rewrapped value readable with the new key alone, and no longer with the old one', () => {
    const anew = rewrapField(rotating, encryptField(inSpring, code, place), place);

    expect(decryptField(inAutumn, anew, place)).toBe(code);
    expect(() => decryptField(inSpring, anew, place)).toThrow(FieldUnreadable);
  });

  it('does not rewrap a value that was altered or moved', () => {
    const stored = encryptField(inSpring, code, place);

    expect(() => rewrapField(rotating, stored, { ...place, rowId: 'client-2' })).toThrow(FieldUnreadable);
  });

  it('reaches every row in batches, and finds nothing to do the second time', async () => {
    const table = new Map<string, Buffer>();
    for (let row = 10; row < 35; row += 1) {
      const keys = row % 5 === 0 ? rotating : inSpring;
      table.set(`${row}`, encryptField(keys, `code ${row}`, { ...place, rowId: `${row}` }));
    }
    const rotate = () =>
      rotateKeys({
        keys: rotating,
        place,
        batchSize: 7,
        select: async (after, limit) =>
          [...table]
            .filter(([rowId]) => after === undefined || rowId > after)
            .slice(0, limit)
            .map(([rowId, stored]): EncryptedRow => ({ rowId, stored })),
        update: async (rows) => {
          for (const { rowId, rewrapped } of rows) table.set(rowId, rewrapped);
        },
      });

    await expect(rotate()).resolves.toBe(20);
    await expect(rotate()).resolves.toBe(0);
    for (const [rowId, stored] of table)
      expect(decryptField(inAutumn, stored, { ...place, rowId })).toBe(`code ${rowId}`);
  });
});
