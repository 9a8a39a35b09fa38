import {
  type JobSearchEndReason,
  jobSearchEndReasonFromJSON,
  jobSearchEndReasonToJSON,
  type ServiceLanguage,
  serviceLanguageFromJSON,
  serviceLanguageToJSON,
} from '@tyovayla/proto/tyovayla/clients/v1/client';
import type { JobSearchEndReason as EndReason } from '../../domain/client/job-search.ts';
import type { ServiceLanguage as Language } from '../../domain/client/person.ts';

const endReasonPrefix = 'JOB_SEARCH_END_REASON_';
const languagePrefix = 'SERVICE_LANGUAGE_';

/** The contract's reason as a word of the domain; a number that it doesn't know gives a word that nobody knows. */
export const endReasonFrom = (reason: JobSearchEndReason): string =>
  jobSearchEndReasonToJSON(reason).replace(endReasonPrefix, '');

export const endReasonTo = (reason: EndReason): JobSearchEndReason =>
  jobSearchEndReasonFromJSON(`${endReasonPrefix}${reason}`);

export const languageFrom = (language: ServiceLanguage): string =>
  serviceLanguageToJSON(language).replace(languagePrefix, '');

export const languageTo = (language: Language): ServiceLanguage =>
  serviceLanguageFromJSON(`${languagePrefix}${language}`);
