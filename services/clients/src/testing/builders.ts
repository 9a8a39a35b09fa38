import { checkCharacter, type IdentityCode, parseIdentityCode } from '@tyovayla/kernel/identity-code';
import { addDays, type LocalDate, localDate } from '@tyovayla/kernel/local-date';
import { municipalityCode } from '@tyovayla/kernel/municipality';
import type { Client, ClientId } from '../domain/client/client.ts';
import type { AreaCode, EndedJobSearch, JobSearchId, RunningJobSearch } from '../domain/client/job-search.ts';
import type { NationalRecordForm } from '../domain/client/national-record.ts';
import type { Person } from '../domain/client/person.ts';
import {
  type FormReading,
  type Registration,
  type RegistrationForm,
  readRegistrationForm,
} from '../domain/client/registration-form.ts';

/** A Monday on which most stories take place. */
export const today = localDate('2026-02-02');

/** Opaque ids made readable: the same number gives the same id. */
export const clientId = (number: number): ClientId =>
  `0197a000-0000-7000-8000-${String(number).padStart(12, '0')}` as ClientId;

export const jobSearchId = (number: number): JobSearchId =>
  `0197b000-0000-7000-8000-${String(number).padStart(12, '0')}` as JobSearchId;

const centurySign = (year: string): string => (year.startsWith('19') ? '-' : 'A');

/** An artificial identity code (individual number 900–999) of a person born on a day. */
export const identityCodeOf = (birthDate: string, individualNumber = 900): IdentityCode => {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const digits = `${day}${month}${year.slice(2)}${individualNumber}`;
  const text = `${digits.slice(0, 6)}${centurySign(year)}${individualNumber}${checkCharacter(digits)}`;
  const parsed = parseIdentityCode(text);
  if (!parsed.ok) throw new Error(`not an identity code for ${birthDate}: ${parsed.refusal}`);
  return parsed.value.code;
};

/** Aino Lahtinen of Kemi, born on 14 May 1988. */
export const aPerson = (about: Partial<Person> = {}): Person => ({
  identityCode: identityCodeOf('1988-05-14'),
  givenNames: 'Aino Maria',
  familyName: 'Lahtinen',
  municipalityCode: municipalityCode('240'),
  serviceLanguage: 'FI',
  citizenships: ['FI'],
  contact: {
    email: 'aino.lahtinen@example.com',
    phone: '+358401234567',
    streetAddress: 'Satamakatu 1',
    postalCode: '94100',
    city: 'Kemi',
  },
  ...about,
});

/** Unemployed since 12 January 2026, the day on which the search began. */
export const aRunningJobSearch = (about: Partial<Omit<RunningJobSearch, 'status'>> = {}): RunningJobSearch => ({
  status: 'RUNNING',
  jobSearchId: jobSearchId(1),
  startedOn: localDate('2026-01-12'),
  closedSpells: [],
  openSpell: { code: '02', from: localDate('2026-01-12') },
  ...about,
});

/** Unemployed from 3 March to 30 June 2025, then off to work. */
export const anEndedJobSearch = (about: Partial<Omit<EndedJobSearch, 'status'>> = {}): EndedJobSearch => ({
  status: 'ENDED',
  jobSearchId: jobSearchId(1),
  startedOn: localDate('2025-03-03'),
  closedSpells: [{ code: '02', from: localDate('2025-03-03'), to: localDate('2025-07-01') }],
  endedOn: localDate('2025-06-30'),
  endReason: 'EMPLOYED',
  ...about,
});

/** Aino Lahtinen, a client with a running job search and two facts told. */
export const aClient = (about: Partial<Client> = {}): Client => ({
  clientId: clientId(1),
  version: 2,
  person: aPerson(),
  residentSince: about.jobSearch?.startedOn ?? localDate('2026-01-12'),
  jobSearch: aRunningJobSearch(),
  subsidyDays: 0,
  ...about,
});

/** Aino Lahtinen under a protection order, served by the handler staff-0004. */
export const aProtectedClient = (about: Partial<Client> = {}): Client =>
  aClient({ protectionOrder: { validFrom: localDate('2026-01-01'), handlerId: 'staff-0004' }, ...about });

/** Aino Lahtinen registers as unemployed. */
export const aRegistrationForm = (about: Partial<RegistrationForm> = {}): RegistrationForm => {
  const { identityCode, ...person } = aPerson();
  return { ...person, identityCode, statusCode: '02', ...about };
};

/** A job search that runs since 1 September 2025: first unemployed, from 1 December in a service. */
export const aNationalRecordForm = (about: Partial<NationalRecordForm> = {}): NationalRecordForm => ({
  jobSearchStarted: '2025-09-01',
  statusSpells: [
    { statusCode: '02', from: '2025-09-01', to: '2025-12-01' },
    { statusCode: '07', from: '2025-12-01', to: '' },
  ],
  subsidyDays: 0,
  subsidy300Reached: '',
  ...about,
});

/** Meri-Lappi's six municipalities, on `today` or another day. */
export const inMeriLappi = (day: LocalDate = today): FormReading => ({
  today: day,
  areaMunicipalities: ['240', '241', '751', '845', '851', '976'].map(municipalityCode),
});

/** Areas that cases go to and come from. */
export const neighbours = ['rovaniemi', 'oulu'].map((code) => code as AreaCode);

/** As `aRegistrationForm`, understood on a day. */
export const aRegistration = (about: Partial<RegistrationForm> = {}, day: LocalDate = today): Registration => {
  const read = readRegistrationForm(aRegistrationForm(about), inMeriLappi(day));
  if (!read.ok) throw new Error(`the form has bad fields: ${JSON.stringify(read.refusal)}`);
  return read.value;
};

/** The day after. */
export const dayAfter = (day: LocalDate): LocalDate => addDays(day, 1);
