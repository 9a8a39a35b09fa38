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
import { codesOf } from './contract-codes.ts';

const endReasons = codesOf({
  prefix: 'JOB_SEARCH_END_REASON_',
  toJSON: jobSearchEndReasonToJSON,
  fromJSON: jobSearchEndReasonFromJSON,
});
const languages = codesOf({
  prefix: 'SERVICE_LANGUAGE_',
  toJSON: serviceLanguageToJSON,
  fromJSON: serviceLanguageFromJSON,
});

export const endReasonFrom = endReasons.from;
export const endReasonTo: (reason: EndReason) => JobSearchEndReason = endReasons.to;
export const languageFrom = languages.from;
export const languageTo: (language: Language) => ServiceLanguage = languages.to;
