import { checkCharacter } from '@tyovayla/kernel/identity-code';
import type { ClientView } from '../api/schemas.ts';

type Person = readonly [given: string, family: string, municipality: string, birthDate: string, status: string];

const people: readonly Person[] = [
  ['Aino Maria', 'Alatalo', '240', '1987-03-14', '02'],
  ['Eero', 'Ervasti', '851', '1964-11-02', '02'],
  ['Elsa Linnea', 'Grönberg', '851', '1998-06-21', '07'],
  ['Hanna', 'Heikkilä', '241', '1991-01-30', '08'],
  ['Jussi Antero', 'Kauppi', '976', '1979-08-09', '03'],
  ['Kaisa', 'Kemiläinen', '240', '2004-05-17', '02'],
  ['Mikael', 'Lindqvist', '198', '1985-12-12', '09'],
  ['Oona Helmi', 'Lohiniva', '751', '2001-09-03', '02'],
  ['Pekka', 'Mäntylä', '845', '1958-02-28', '02'],
  ['Ritva Annikki', 'Niemelä', '240', '1969-07-07', '00'],
  ['Samuli', 'Oinas', '851', '1994-10-25', '01'],
  ['Tuija', 'Väyrynen', '240', '1972-04-04', '02'],
];

const idOf = (number: number): string => `0190f000-0000-7000-8000-${String(number).padStart(12, '0')}`;

const identityCode = (birthDate: string, number: number): string => {
  const [year, month, day] = birthDate.split('-') as [string, string, string];
  const digits = `${day}${month}${year.slice(2)}${900 + number}`;
  return `${digits.slice(0, 6)}${year < '2000' ? '-' : 'A'}${digits.slice(6)}${checkCharacter(digits)}`;
};

const pastSearch = (number: number): ClientView['jobSearches'][number] => ({
  jobSearchId: `${idOf(number)}-former`,
  startedDate: '2021-08-16',
  endedDate: '2022-05-31',
  endReason: 'EMPLOYED',
  statusSpells: [
    { statusCode: '02', fromDate: '2021-08-16', toDate: '2022-01-10' },
    { statusCode: '07', fromDate: '2022-01-10', toDate: '2022-06-01' },
  ],
});

const clientOf = ([givenNames, familyName, municipalityCode, birthDate, status]: Person, at: number): ClientView => ({
  clientId: idOf(at + 1),
  identityCode: identityCode(birthDate, at + 1),
  givenNames,
  familyName,
  birthDate,
  municipalityCode,
  serviceLanguage: at === 2 ? 'SV' : 'FI',
  citizenships: at === 6 ? ['SE'] : ['FI'],
  contact: {
    email: `${familyName
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z]/g, '')}@example.fi`,
    phone: '+358401234567',
    streetAddress: `Valtakatu ${at + 1}`,
    postalCode: '94100',
    city: 'Kemi',
  },
  jobSearches: [
    {
      jobSearchId: `${idOf(at + 1)}-running`,
      ...(at % 2 === 0 ? { formerJobSearchId: `${idOf(at + 1)}-former` } : {}),
      startedDate: '2025-03-03',
      statusSpells: [
        { statusCode: '02', fromDate: '2025-03-03', toDate: '2025-11-17' },
        { statusCode: status === '02' ? '07' : '02', fromDate: '2025-11-17', toDate: '2026-05-04' },
        { statusCode: status, fromDate: '2026-05-04' },
      ],
    },
    ...(at % 2 === 0 ? [pastSearch(at + 1)] : []),
  ],
  labourMarketSubsidyDays: at * 31,
  version: 4,
});

/** Twelve synthetic people with histories of their own. */
export const somePeople = (): ClientView[] => people.map(clientOf);
export const newClientId = idOf;
