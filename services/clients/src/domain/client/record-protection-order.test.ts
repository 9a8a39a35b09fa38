import { localDate } from '@tyovayla/kernel/local-date';
import { aClient, aProtectedClient, clientId, today } from '../../testing/builders.ts';
import { given } from '../../testing/given.ts';
import { recordProtectionOrder } from './record-protection-order.ts';

describe('recording a protection order (act 661/2009 36 §, handbook 1.6)', () => {
  const order = { validFrom: localDate('2026-01-28'), validTo: localDate('2031-01-27'), handlerId: 'staff-0004' };

  it('withholds the municipality from today and says nothing of why', () => {
    const next = given(aClient())
      .when((client) => recordProtectionOrder(client, { order, today }))
      .then({ type: 'MunicipalityWithheld', clientId: clientId(1), from: today });
    expect(next.protectionOrder).toEqual(order);
  });

  it('refuses a second order while one is in force', () => {
    given(aProtectedClient())
      .when((client) => recordProtectionOrder(client, { order, today }))
      .refuses('PROTECTION_ORDER_IN_FORCE');
  });
});
