import { allOf, badField, type Checked, checkCode, checkDate } from '@tyovayla/kernel/field-check';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import { type ContactChannel, contactChannels } from '../client/contact-channel.ts';
import { checkLanguage, type LanguageCode } from '../profile/language-skill.ts';

export type ReceiptId = string & { readonly brand: 'ReceiptId' };

/** What a client is informed of at registration and during the search (act 380/2023 30 §, handbook R1.5). */
export const informationTopics = [
  'RIGHTS_AND_DUTIES',
  'JOB_SEARCH_OBLIGATION',
  'CONSEQUENCES_OF_NEGLECT',
  'END_OF_JOB_SEARCH',
  'PROFILE',
  'DATA_PROTECTION',
  'SERVICES',
] as const;

export type InformationTopic = (typeof informationTopics)[number];

/** That a client was informed of something, in which language, how and when. Written once, never changed. */
export type InformationReceipt = {
  readonly topic: InformationTopic;
  readonly language: LanguageCode;
  readonly channel: ContactChannel;
  readonly informedOn: LocalDate;
};

/** A receipt as it is kept. */
export type KeptReceipt = InformationReceipt & { readonly receiptId: ReceiptId };

/** A receipt as it was written down. */
export type InformationReceiptForm = {
  readonly topic: string;
  readonly language: string;
  readonly channel: string;
  readonly informedOn: string;
};

/** Understands a receipt, or names every field that can't be accepted, all at once. */
export const readInformationReceipt = (form: InformationReceiptForm, today: LocalDate): Checked<InformationReceipt> => {
  const day = checkDate('informed_date', form.informedOn);
  return allOf({
    topic: checkCode('topic', form.topic, informationTopics),
    language: checkLanguage('language', form.language),
    channel: checkCode('channel', form.channel, contactChannels),
    informedOn: day.ok && day.value > today ? badField('informed_date', 'DATE_IN_FUTURE', 'is after today') : day,
  });
};
