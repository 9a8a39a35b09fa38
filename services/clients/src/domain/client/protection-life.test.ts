import { localDate } from '@tyovayla/kernel/local-date';
import { aClient, aProtectedClient, clientId } from '../../testing/builders.ts';
import { given } from '../../testing/given.ts';
import type { Client } from './client.ts';
import { checkContactAddress } from './contact-address.ts';
import { prolongProtectionOrder } from './prolong-protection-order.ts';
import { reassignProtectedHandler } from './reassign-protected-handler.ts';
import { recordContactAddress } from './record-contact-address.ts';

const until = (validTo: string) =>
  aProtectedClient({
    protectionOrder: { validFrom: localDate('2024-02-01'), validTo: localDate(validTo), handlerId: 'staff-0004' },
  });

describe('handing a client under protection over to another handler (handbook 1.6 (2))', () => {
  const handing = (handlerId: string) => (client: Client) => reassignProtectedHandler(client, { handlerId });

  it('changes who serves them and tells nothing else', () => {
    const next = given(aProtectedClient())
      .when(handing('staff-0014'))
      .then({ type: 'ProtectedHandlerReassigned', clientId: clientId(1), handlerId: 'staff-0014' });
    expect(next.protectionOrder).toEqual({ validFrom: '2026-01-01', handlerId: 'staff-0014' });
  });

  it('is refused where nothing would change, and where nobody is protected', () => {
    given(aProtectedClient()).when(handing('staff-0004')).refuses('HANDLER_UNCHANGED');
    given(aClient()).when(handing('staff-0014')).refuses('PROTECTION_ORDER_NOT_IN_FORCE');
  });
});

describe('prolonging a protection order on the population register’s word (handbook 1.6)', () => {
  const prolonging = (validTo?: string) => (client: Client) =>
    prolongProtectionOrder(client, validTo === undefined ? {} : { validTo: localDate(validTo) });

  it('moves its last day, also after that day has passed: it was in force all along', () => {
    const next = given(until('2026-01-31')).when(prolonging('2028-01-31')).then([]);
    expect(next.protectionOrder).toMatchObject({ validTo: '2028-01-31', handlerId: 'staff-0004' });
  });

  it('can be until further notice', () => {
    const next = given(until('2026-01-31')).when(prolonging()).then([]);
    expect(next.protectionOrder).toEqual({ validFrom: '2024-02-01', handlerId: 'staff-0004' });
  });

  it('is refused where it would not be longer', () => {
    given(until('2026-01-31')).when(prolonging('2026-01-31')).refuses('PROTECTION_NOT_PROLONGED');
    given(aProtectedClient()).when(prolonging('2030-01-01')).refuses('PROTECTION_NOT_PROLONGED');
    given(aClient()).when(prolonging('2030-01-01')).refuses('PROTECTION_ORDER_NOT_IN_FORCE');
  });
});

describe('a contact address (yhteysosoite), which a protection order does not cover (handbook 1.6)', () => {
  const box = { streetAddress: 'PL 12', postalCode: '00101', city: 'Helsinki' };

  it('is kept beside the protected one, told to nobody, and can be taken away', () => {
    const next = given(aProtectedClient())
      .when((client) => recordContactAddress(client, { contactAddress: box }))
      .then([]);
    expect(next.contactAddress).toEqual(box);
    expect(next.person.contact).toEqual(aProtectedClient().person.contact);
    const without = given(next)
      .when((client) => recordContactAddress(client, {}))
      .then([]);
    expect(without).not.toHaveProperty('contactAddress');
  });

  it('is whole: street or box, postal code, post office', () => {
    const read = checkContactAddress({ streetAddress: ' ', postalCode: '101', city: '' });
    expect(read.ok ? [] : read.refusal.map(({ field, code }) => [field, code])).toEqual([
      ['contact_address.street_address', 'ADDRESS_BLANK'],
      ['contact_address.postal_code', 'POSTAL_CODE_FORMAT'],
      ['contact_address.city', 'ADDRESS_BLANK'],
    ]);
  });
});
