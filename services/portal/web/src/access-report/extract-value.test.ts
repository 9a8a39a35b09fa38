import i18next from 'i18next';
import { formats } from '../lib/format.ts';
import fi from '../texts/fi.json' with { type: 'json' };
import { contractName, fieldLabel, isPlain, type ValueWords, valueText } from './extract-value.ts';

let words: ValueWords;

beforeAll(async () => {
  const t = await i18next.init({ resources: { fi: { translation: fi } }, lng: 'fi', fallbackLng: false });
  words = { t, language: 'fi', formats: formats('fi') };
});

describe('What stands in an extract, in words', () => {
  it.each([
    ['birthDate', '1988-05-14', '14.5.1988'],
    ['serviceLanguage', 'SERVICE_LANGUAGE_SV', 'ruotsi'],
    ['municipality_code', '851', 'Tornio'],
    ['statusCode', '02', 'Työtön'],
    ['citizenships', 'SE', 'Ruotsi'],
    ['level', 'LANGUAGE_LEVEL_B2', 'B2'],
    ['workPermits', 'WORK_PERMIT_HYGIENE_PASSPORT', 'hygieniapassi'],
    ['holdsToday', true, 'kyllä'],
    ['labourMarketSubsidyDays', 300, '300'],
    ['given_names', 'Aino Maria', 'Aino Maria'],
  ])('%s %s is told as %s', (name, value, text) => {
    expect(valueText(words, name, value)).toBe(text);
  });

  it('tells a code that has no text as it is, so that nothing is hidden', () => {
    expect(valueText(words, 'topic', 'INFORMATION_TOPIC_NEW_ONE')).toBe('NEW_ONE');
  });

  it('names fields in the reader’s language, and those without a text as the contract does', () => {
    expect(fieldLabel(words.t, 'givenNames')).toBe('Etunimet');
    expect(fieldLabel(words.t, 'somethingNew')).toBe('something new');
    expect(contractName('jobSearches')).toBe('job_searches');
  });

  it('shows what is made of parts below each other, all else on one line', () => {
    expect([isPlain(['FI', 'SE']), isPlain({ city: 'Kemi' }), isPlain([{ kind: 'LIFTING' }])]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
