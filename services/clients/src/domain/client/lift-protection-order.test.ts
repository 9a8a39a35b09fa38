import { localDate } from '@tyovayla/kernel/local-date';
import { municipalityCode } from '@tyovayla/kernel/municipality';
import { aClient, aProtectedClient, clientId, today } from '../../testing/builders.ts';
import { given } from '../../testing/given.ts';
import { disclosedMunicipality } from './client.ts';
import { liftProtectionOrder } from './lift-protection-order.ts';

describe('lifting a protection order (handbook 1.6)', () => {
  it('tells the municipality again from today', () => {
    const next = given(aProtectedClient())
      .when((client) => liftProtectionOrder(client, { today }))
      .then({
        type: 'MunicipalityDisclosed',
        clientId: clientId(1),
        from: today,
        municipalityCode: municipalityCode('240'),
      });
    expect(next).toEqual(aClient({ version: 3, residentSince: today }));
  });

  it('is needed even after the granted period: an order never lapses by itself', () => {
    const longOver = { validFrom: localDate('2016-01-01'), validTo: localDate('2020-12-31'), handlerId: 'staff-0004' };
    expect(disclosedMunicipality(aProtectedClient({ protectionOrder: longOver }))).toBeUndefined();
  });

  it('refuses where no order is in force', () => {
    given(aClient())
      .when((client) => liftProtectionOrder(client, { today }))
      .refuses('PROTECTION_ORDER_NOT_IN_FORCE');
  });
});
