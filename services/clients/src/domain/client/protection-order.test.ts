import { readProtectionOrder } from './protection-order.ts';

describe('reading a protection order', () => {
  const order = { validFrom: '2026-01-28', validTo: '2031-01-27', handlerId: 'staff-0004' };

  it('takes an order without a last day, granted until further notice', () => {
    expect(readProtectionOrder({ ...order, validTo: '' })).toEqual({
      ok: true,
      value: { validFrom: '2026-01-28', handlerId: 'staff-0004' },
    });
  });

  it('takes an order for a single day and refuses one that ends before it begins', () => {
    expect(readProtectionOrder({ ...order, validTo: '2026-01-28' }).ok).toBe(true);
    expect(readProtectionOrder({ ...order, validTo: '2026-01-27' })).toEqual({
      ok: false,
      refusal: [expect.objectContaining({ field: 'protection_order.valid_to_date', code: 'PERIOD_REVERSED' })],
    });
  });

  it('names every bad field at once', () => {
    const read = readProtectionOrder({ validFrom: '2026-02-30', validTo: 'x', handlerId: ' ' });
    expect(read.ok ? [] : read.refusal.map(({ field, code }) => [field, code])).toEqual([
      ['protection_order.valid_from_date', 'DATE_IMPOSSIBLE'],
      ['protection_order.valid_to_date', 'DATE_IMPOSSIBLE'],
      ['protection_order.handler_id', 'HANDLER_MISSING'],
    ]);
  });
});
