import { checkCharacter } from '@tyovayla/kernel/identity-code';
import { ServiceLanguage } from '@tyovayla/proto/tyovayla/clients/v1/client';
import type { Desk } from './office.ts';

/** A made-up person: birth date DDMMYY, century sign, and an individual number of the artificial range 900–999. */
export type Person = {
  readonly given: string;
  readonly family: string;
  readonly born: string;
  readonly sign: '-' | 'A';
  readonly number: number;
  readonly municipality: string;
  /** National employment status code on the first day. */
  readonly status: string;
};

export const identityCodeOf = ({ born, sign, number }: Pick<Person, 'born' | 'sign' | 'number'>): string =>
  `${born}${sign}${number}${checkCharacter(`${born}${number}`)}`;

export type Registering = {
  /** Staff id of the handler, where a protection order is in force from a day on. */
  readonly protectedBy?: { readonly handlerId: string; readonly validFromDate: string };
};

/** Registers a person as a job seeker today; gives the client's id. */
export const register = async (desk: Desk, person: Person, { protectedBy }: Registering = {}): Promise<string> => {
  const { clientId } = await desk.clients.registerJobSeeker({
    identityCode: identityCodeOf(person),
    givenNames: person.given,
    familyName: person.family,
    municipalityCode: person.municipality,
    serviceLanguage: ServiceLanguage.SERVICE_LANGUAGE_FI,
    citizenships: ['FI'],
    contact: { email: '', phone: '', streetAddress: '', postalCode: '', city: '' },
    statusCode: person.status,
    nationalRecord: undefined,
    protectionOrder: protectedBy && { ...protectedBy, validToDate: '' },
  });
  return clientId;
};

/** The people of the simulation. Nobody bears these codes: their individual numbers are given to nobody. */
export const people = {
  aino: {
    given: 'Aino',
    family: 'Alatalo',
    born: '120488',
    sign: '-',
    number: 931,
    municipality: '240',
    status: '02',
  },
  eero: { given: 'Eero', family: 'Eskola', born: '030379', sign: '-', number: 932, municipality: '240', status: '03' },
  liisa: { given: 'Liisa', family: 'Laine', born: '210991', sign: '-', number: 933, municipality: '240', status: '02' },
  matti: {
    given: 'Matti',
    family: 'Mattila',
    born: '200466',
    sign: '-',
    number: 934,
    municipality: '240',
    status: '02',
  },
  sofia: { given: 'Sofia', family: 'Suoja', born: '110684', sign: '-', number: 935, municipality: '240', status: '02' },
  onni: { given: 'Onni', family: 'Oja', born: '070795', sign: '-', number: 936, municipality: '240', status: '02' },
  veera: { given: 'Veera', family: 'Vaara', born: '010301', sign: 'A', number: 937, municipality: '851', status: '02' },
} as const satisfies Readonly<Record<string, Person>>;

export type PersonName = keyof typeof people;
