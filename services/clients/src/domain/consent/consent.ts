import { parseBusinessId } from '@tyovayla/kernel/business-id';
import { allOf, badField, type Checked, checkCode, checkDate, everyOf } from '@tyovayla/kernel/field-check';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted } from '@tyovayla/kernel/result';
import { type ContactChannel, contactChannels } from '../client/contact-channel.ts';

export type ConsentId = string & { readonly brand: 'ConsentId' };

export const consentRecipientKinds = [
  'EMPLOYER',
  'SERVICE_PROVIDER',
  'WELLBEING_COUNTY',
  'KELA',
  'OTHER_AUTHORITY',
] as const;

export type ConsentRecipientKind = (typeof consentRecipientKinds)[number];

export const consentDataGroups = ['NAME', 'CONTACT', 'PROFILE', 'PLAN', 'WORK_ABILITY'] as const;

export type ConsentDataGroup = (typeof consentDataGroups)[number];

export const consentPurposes = ['CANDIDATE_INTRODUCTION', 'SERVICE_ORDER', 'WORK_TRIAL', 'JOINT_PLANNING'] as const;

export type ConsentPurpose = (typeof consentPurposes)[number];

/** What a client consents to: one disclosure, to whom, of what, for what, from when to when (handbook 1.6 (3), 5.4). */
export type ConsentTerms = {
  readonly recipientKind: ConsentRecipientKind;
  /** Business id; absent where the kind says it all. */
  readonly recipientBusinessId?: string;
  readonly dataGroups: readonly ConsentDataGroup[];
  readonly purpose: ConsentPurpose;
  /** Opaque id of the vacancy, order or plan; absent where it is for none in particular. */
  readonly matterId?: string;
  readonly from: LocalDate;
  /** The last day. */
  readonly to: LocalDate;
  /** How the client gave it, so that it can be shown that they did (GDPR 7(1)). */
  readonly channel: ContactChannel;
};

/** A consent that was given. It is never deleted by a withdrawal: what was disclosed before stays explained. */
export type Consent = ConsentTerms & {
  readonly consentId: ConsentId;
  readonly givenOn: LocalDate;
  /** First day on which it holds no more; absent where it was not withdrawn. */
  readonly withdrawnOn?: LocalDate;
};

/** A consent as it was written down; empty texts where there is no business id and no matter. */
export type ConsentForm = {
  readonly recipientKind: string;
  readonly recipientBusinessId: string;
  readonly dataGroups: readonly string[];
  readonly purpose: string;
  readonly matterId: string;
  readonly from: string;
  readonly to: string;
  readonly channel: string;
};

/** Firms and providers are many, so that a consent must name the one. */
const namedKinds: readonly string[] = ['EMPLOYER', 'SERVICE_PROVIDER'];

const checkRecipient = ({ recipientKind, recipientBusinessId }: ConsentForm): Checked<string | undefined> => {
  const field = 'consent.recipient_business_id';
  if (recipientBusinessId === '') {
    return namedKinds.includes(recipientKind)
      ? badField(field, 'RECIPIENT_MISSING', 'is needed: the consent is for one receiver')
      : accepted(undefined);
  }
  const parsed = parseBusinessId(recipientBusinessId);
  return parsed.ok ? parsed : badField(field, 'BUSINESS_ID_INVALID', 'is no business id');
};

const checkGroups = (groups: readonly string[]): Checked<readonly ConsentDataGroup[]> =>
  groups.length === 0
    ? badField('consent.data_groups', 'DATA_GROUP_MISSING', 'names nothing to disclose')
    : everyOf(groups.map((group, index) => checkCode(`consent.data_groups[${index}]`, group, consentDataGroups)));

const checkPeriod = ({ from, to }: ConsentTerms, today: LocalDate): Checked<undefined> => {
  if (from < today) return badField('consent.from_date', 'CONSENT_IN_PAST', 'is before the day on which it is given');
  return to < from ? badField('consent.to_date', 'PERIOD_REVERSED', 'is before the first day') : accepted(undefined);
};

/** Understands a consent given on a day, or names every field that can't be accepted, all at once. */
export const readConsent = (form: ConsentForm, today: LocalDate): Checked<ConsentTerms> => {
  const fields = allOf({
    recipientKind: checkCode('consent.recipient_kind', form.recipientKind, consentRecipientKinds),
    recipientBusinessId: checkRecipient(form),
    dataGroups: checkGroups(form.dataGroups),
    purpose: checkCode('consent.purpose', form.purpose, consentPurposes),
    from: checkDate('consent.from_date', form.from),
    to: checkDate('consent.to_date', form.to),
    channel: checkCode('consent.channel', form.channel, contactChannels),
  });
  if (!fields.ok) return fields;
  const { recipientBusinessId, ...given } = fields.value;
  const terms: ConsentTerms = {
    ...given,
    ...(recipientBusinessId !== undefined && { recipientBusinessId }),
    ...(form.matterId !== '' && { matterId: form.matterId.toLowerCase() }),
  };
  const period = checkPeriod(terms, today);
  return period.ok ? accepted(terms) : period;
};

/** Whether a disclosure on a day rests on the consent. */
export const holdsOn = ({ from, to, withdrawnOn }: Consent, day: LocalDate): boolean =>
  from <= day && day <= to && (withdrawnOn === undefined || day < withdrawnOn);
