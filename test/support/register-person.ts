import { randomUUID } from 'node:crypto';
import { checkCharacter } from '@tyovayla/kernel/identity-code';
import { ServiceLanguage } from '@tyovayla/proto/tyovayla/clients/v1/client';
import type { RegisterJobSeekerRequest } from '@tyovayla/proto/tyovayla/clients/v1/clients_service';

/** An identity code of the artificial range 900–999: born in 1900 + `year`, on the `number`th of nobody's days. */
export const artificialCode = (number: number, { year = 87, sign = '-' } = {}): string => {
  const day = String((number % 28) + 1).padStart(2, '0');
  const month = String((Math.floor(number / 28) % 12) + 1).padStart(2, '0');
  const serial = String(900 + (Math.floor(number / 336) % 100));
  const digits = `${day}${month}${String(year).padStart(2, '0')}`;
  return `${digits}${sign}${serial}${checkCharacter(`${digits}${serial}`)}`;
};

/** A person who registers today as unemployed, in Kemi unless said otherwise. */
export const aRegistration = (different: Partial<RegisterJobSeekerRequest> = {}): RegisterJobSeekerRequest => ({
  requestId: randomUUID(),
  identityCode: artificialCode(1),
  givenNames: 'Aino',
  familyName: 'Koekangas',
  municipalityCode: '240',
  serviceLanguage: ServiceLanguage.SERVICE_LANGUAGE_FI,
  citizenships: ['FI'],
  contact: { email: '', phone: '', streetAddress: '', postalCode: '', city: '' },
  statusCode: '02',
  nationalRecord: undefined,
  protectionOrder: undefined,
  ...different,
});
