import type { TFunction } from 'i18next';
import type { Formats } from '../lib/format.ts';

/** Where the texts of the contract's code lists stand, by the prefix of their codes. Longer prefixes come first. */
const codeTexts: readonly (readonly [prefix: string, texts: string])[] = [
  ['SERVICE_LANGUAGE_', 'serviceLanguages'],
  ['JOB_SEARCH_END_REASON_', 'endReasons'],
  ['WORK_PERMIT_', 'record.codes.workPermits'],
  ['EMPLOYER_KIND_', 'record.codes.employerKinds'],
  ['WORKING_TIME_', 'record.codes.workingTimes'],
  ['PROFILE_PART_', 'record.codes.profileParts'],
  ['PROFILE_PUBLISHER_', 'record.codes.publishers'],
  ['FUNCTIONAL_LIMIT_KIND_', 'record.codes.limitKinds'],
  ['LIMIT_EXTENT_', 'record.codes.limitExtents'],
  ['WORK_ABILITY_SOURCE_', 'record.codes.workAbilitySources'],
  ['CONSENT_RECIPIENT_KIND_', 'record.codes.recipientKinds'],
  ['CONSENT_DATA_GROUP_', 'record.codes.consentDataGroups'],
  ['CONSENT_PURPOSE_', 'record.codes.consentPurposes'],
  ['CONTACT_CHANNEL_', 'record.codes.contactChannels'],
  ['INFORMATION_TOPIC_', 'record.codes.topics'],
];

/** Fields whose codes have no prefix, and where their texts stand. */
const fieldTexts: Readonly<Record<string, string>> = {
  municipality_code: 'municipalities',
  wished_municipality_codes: 'municipalities',
  status_code: 'statusCodes',
  ground: 'record.codes.identityGrounds',
  to_area_code: 'record.codes.areas',
  transferred_to_area_code: 'record.codes.areas',
  taken_in_from_area_code: 'record.codes.areas',
};

const countryFields = new Set(['citizenships']);
const languageFields = new Set(['language', 'interpreter_language']);

/** `jobSearches` as JSON spells it → `job_searches` as the contract does. */
export const contractName = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A field's name in the reader's language; as the contract spells it where there is no text. */
export const fieldLabel = (t: TFunction, name: string): string => {
  const spelled = contractName(name);
  return t(`accessReport.fields.${spelled}`, { defaultValue: spelled.replaceAll('_', ' ') });
};

export type ValueWords = { readonly t: TFunction; readonly language: string; readonly formats: Formats };

const named = (language: string, type: 'region' | 'language', code: string): string =>
  new Intl.DisplayNames([language], { type, fallback: 'code' }).of(code) ?? code;

const textOf = ({ t, language, formats }: ValueWords, field: string, text: string): string => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formats.day(text);
  if (countryFields.has(field)) return named(language, 'region', text);
  if (languageFields.has(field)) return named(language, 'language', text);
  const texts = fieldTexts[field];
  if (texts !== undefined) return t(`${texts}.${text}`, { defaultValue: text });
  const [prefix, codes] = codeTexts.find(([start]) => text.startsWith(start)) ?? [];
  if (prefix === undefined) return text.replace(/^LANGUAGE_LEVEL_/, '');
  const code = text.slice(prefix.length);
  return t(`${codes}.${code}`, { defaultValue: code });
};

/** A single value of an extract in words: days, codes and yes or no as people say them. */
export const valueText = (words: ValueWords, name: string, value: unknown): string => {
  if (typeof value === 'boolean') return words.t(value ? 'accessReport.yes' : 'accessReport.no');
  return typeof value === 'string' ? textOf(words, contractName(name), value) : String(value);
};

/** Whether a value is shown on one line: no message, and no list of messages. */
export const isPlain = (value: unknown): boolean =>
  Array.isArray(value) ? value.every(isPlain) : typeof value !== 'object' || value === null;
