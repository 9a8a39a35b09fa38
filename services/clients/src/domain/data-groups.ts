import type { LegalBasis } from '@tyovayla/kernel/rule-book';

/** Groups of what is kept of a client; where it is looked at, the access log names the group in small letters. */
export const dataGroupCodes = [
  'IDENTITY',
  'CONTACT',
  'LANGUAGE',
  'JOB_SEARCH',
  'SOCIAL_BENEFITS',
  'PROTECTION_ORDER',
  'PROFILE',
  'WORK_ABILITY',
  'CONSENT',
  'INFORMATION_RECEIPT',
] as const;

export type DataGroupCode = (typeof dataGroupCodes)[number];

/** Why and for what a group of data is kept, and what of the contract belongs to it. */
export type DataGroup = {
  readonly code: DataGroupCode;
  /** Fields as the contract names them, "Client.given_names"; a message's own fields go with it. */
  readonly fields: readonly string[];
  /** On which law it rests. A section is empty where none was verified. */
  readonly legalBasis: readonly LegalBasis[];
  /** For what it is kept, as a code that a text of each language belongs to. */
  readonly purpose: DataPurpose;
  /** GDPR 9: health and the like. */
  readonly specialCategory: boolean;
};

/** For what data of a client is kept. */
export type DataPurpose =
  | 'IDENTIFY_CLIENT'
  | 'REACH_CLIENT'
  | 'SERVE_IN_LANGUAGE'
  | 'EMPLOYMENT_SERVICE'
  | 'SHARE_BENEFIT_COSTS'
  | 'PROTECT_CLIENT'
  | 'MATCH_WORK'
  | 'CHOOSE_SERVICE_BY_WORK_ABILITY'
  | 'DISCLOSE_BY_CONSENT'
  | 'SHOW_THAT_CLIENT_WAS_INFORMED';

const handbook = 'handbook 1.3';
const duty: LegalBasis = { act: 'EU 2016/679', section: '6(1)(c), 6(1)(e)', source: handbook };
const clientData: LegalBasis = { act: '380/2023', section: '', source: `${handbook}: chapter on client data` };
const serviceDuty: readonly LegalBasis[] = [duty, clientData];

/** Everything that is kept of a client, by group: for the client's own extract and for whoever asks why. Handbook 1.3. */
export const dataGroups: readonly DataGroup[] = [
  {
    code: 'IDENTITY',
    fields: [
      'Client.client_id',
      'Client.identity_code',
      'Client.given_names',
      'Client.family_name',
      'Client.birth_date',
      'Client.municipality_code',
      'Client.resident_since_date',
      'Client.citizenships',
      'Residence.from_date',
      'Residence.municipality_code',
      'FormerIdentityCode.identity_code',
      'FormerIdentityCode.changed_date',
      'FormerIdentityCode.ground',
    ],
    legalBasis: serviceDuty,
    purpose: 'IDENTIFY_CLIENT',
    specialCategory: false,
  },
  {
    code: 'CONTACT',
    fields: ['Client.contact', 'Client.contact_address'],
    legalBasis: serviceDuty,
    purpose: 'REACH_CLIENT',
    specialCategory: false,
  },
  {
    code: 'LANGUAGE',
    fields: ['Client.service_language', 'Client.interpreter_language'],
    legalBasis: [...serviceDuty, { act: '423/2003', section: '', source: 'handbook 12 (R12.1)' }],
    purpose: 'SERVE_IN_LANGUAGE',
    specialCategory: false,
  },
  {
    code: 'JOB_SEARCH',
    fields: [
      'Client.job_searches',
      'Client.version',
      'TransferredCase.to_area_code',
      'TransferredCase.transferred_date',
    ],
    legalBasis: serviceDuty,
    purpose: 'EMPLOYMENT_SERVICE',
    specialCategory: false,
  },
  {
    code: 'SOCIAL_BENEFITS',
    fields: ['Client.labour_market_subsidy_days', 'Client.subsidy_300_reached_date'],
    legalBasis: [duty, { act: '555/1998', section: '', source: 'handbook 10.4' }],
    purpose: 'SHARE_BENEFIT_COSTS',
    specialCategory: false,
  },
  {
    code: 'PROTECTION_ORDER',
    fields: ['Client.protection_order'],
    legalBasis: [duty, { act: '661/2009', section: '36 §', source: 'handbook 1.6' }],
    purpose: 'PROTECT_CLIENT',
    specialCategory: false,
  },
  {
    code: 'PROFILE',
    fields: [
      'Profile.occupations_sought',
      'Profile.occupations_held',
      'Profile.skill_ids',
      'Profile.languages',
      'Profile.driving_licence_classes',
      'Profile.work_permits',
      'Profile.work_history',
      'Profile.education',
      'Profile.wished_municipality_codes',
      'Profile.wished_working_times',
      'Profile.commuting_limit_minutes',
      'ProfilePublication.publisher',
      'ProfilePublication.parts',
      'ProfilePublication.published_date',
    ],
    legalBasis: serviceDuty,
    purpose: 'MATCH_WORK',
    specialCategory: false,
  },
  {
    code: 'WORK_ABILITY',
    fields: ['WorkAbility.limits', 'WorkAbility.source', 'WorkAbility.assessed_date', 'WorkAbility.review_date'],
    legalBasis: [...serviceDuty, { act: 'EU 2016/679', section: '9(2)(b), 9(2)(g)', source: handbook }],
    purpose: 'CHOOSE_SERVICE_BY_WORK_ABILITY',
    specialCategory: true,
  },
  {
    code: 'CONSENT',
    fields: [
      'Consent.consent_id',
      'Consent.recipient_kind',
      'Consent.recipient_business_id',
      'Consent.data_groups',
      'Consent.purpose',
      'Consent.matter_id',
      'Consent.from_date',
      'Consent.to_date',
      'Consent.channel',
      'Consent.given_date',
      'Consent.withdrawn_date',
      'Consent.holds_today',
    ],
    legalBasis: [{ act: 'EU 2016/679', section: '6(1)(a), 7(1)', source: 'handbook 1.6 (3), 5.4' }],
    purpose: 'DISCLOSE_BY_CONSENT',
    specialCategory: false,
  },
  {
    code: 'INFORMATION_RECEIPT',
    fields: [
      'InformationReceipt.receipt_id',
      'InformationReceipt.topic',
      'InformationReceipt.language',
      'InformationReceipt.channel',
      'InformationReceipt.informed_date',
    ],
    legalBasis: [duty, { act: '380/2023', section: '30 §', source: 'handbook 1.1 (R1.5)' }],
    purpose: 'SHOW_THAT_CLIENT_WAS_INFORMED',
    specialCategory: false,
  },
];
