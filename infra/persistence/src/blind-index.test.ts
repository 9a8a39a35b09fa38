import { createHmac } from 'node:crypto';
import { blindIndex, blindIndexes } from './blind-index.ts';
import { parseFieldKeys } from './field-keys.ts';

const base64 = (fill: number) => Buffer.alloc(32, fill).toString('base64');
const keysText = (known: object = {}) =>
  JSON.stringify({
    kek: { k1: base64(1) },
    activeKek: 'k1',
    blindIndex: { old: base64(2), new: base64(3) },
    activeBlindIndex: 'new',
    ...known,
  });
const keys = parseFieldKeys(keysText());
const code = '010190-951A';

describe('the blind index of an identity code', () => {
  it('is the same for the same code and tells nothing without the key', () => {
    expect(blindIndex(keys, code)).toEqual(createHmac('sha256', Buffer.alloc(32, 3)).update(code).digest());
    expect(blindIndex(keys, code)).not.toEqual(blindIndex(keys, '010190-952B'));
  });

  it('is looked for under every key while keys change, the new one first', () => {
    const before = blindIndex(parseFieldKeys(keysText({ activeBlindIndex: 'old' })), code);

    expect(blindIndexes(keys, code)).toEqual([blindIndex(keys, code), before]);
  });
});

describe('the keys file', () => {
  it.each([
    ['a key is short', { kek: { k1: 'AAAA' } }],
    ['the active key is missing', { activeKek: 'k2' }],
    ['there is no blind index key', { blindIndex: {} }],
  ])('is refused where %s, without repeating a key', (_, fault) => {
    expect(() => parseFieldKeys(keysText(fault))).toThrow(/keys file/);
  });
});
