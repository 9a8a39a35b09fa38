import { addDays, localDate } from '@tyovayla/kernel/local-date';
import { municipalityCode } from '@tyovayla/kernel/municipality';
import type { Client } from '../domain/client/client.ts';
import type { Consent, ConsentForm, ConsentId } from '../domain/consent/consent.ts';
import type { InformationReceiptForm, KeptReceipt, ReceiptId } from '../domain/information/information-receipt.ts';
import type { LanguageCode } from '../domain/profile/language-skill.ts';
import type { OccupationCode } from '../domain/profile/occupation-code.ts';
import type { ClientProfile, Profile } from '../domain/profile/profile.ts';
import type { ProfileForm } from '../domain/profile/profile-form.ts';
import type { SkillId } from '../domain/profile/skill-id.ts';
import type { ClientWorkAbility, WorkAbility, WorkAbilityForm } from '../domain/work-ability/work-ability.ts';
import { aClient, today } from './builders.ts';

export const occupation = (code: string): OccupationCode => code as OccupationCode;

const skill = '0197c000-0000-7000-8000-000000000001' as SkillId;

/** Aino Lahtinen, a shop assistant who was a cook once: Finnish and some Swedish, class B, works around Kemi. */
export const aProfile = (about: Partial<Profile> = {}): Profile => ({
  occupationsSought: [occupation('5223'), occupation('52231')],
  occupationsHeld: [occupation('5120')],
  skills: [skill],
  languages: [
    { language: 'fi' as LanguageCode, level: 'C2' },
    { language: 'sv' as LanguageCode, level: 'B1' },
  ],
  drivingLicence: ['B'],
  workPermits: ['HYGIENE_PASSPORT'],
  workHistory: [
    { occupation: occupation('5223'), from: localDate('2023-01-01'), employerKind: 'COMPANY' },
    {
      occupation: occupation('5120'),
      from: localDate('2020-01-01'),
      to: localDate('2021-12-31'),
      employerKind: 'MUNICIPAL',
    },
  ],
  education: [{ level: '3', field: '10', completedYear: 2008 }],
  wishes: {
    municipalities: [municipalityCode('240'), municipalityCode('241')],
    workingTimes: ['FULL_TIME', 'SHIFT'],
    commutingMinutes: 90,
  },
  ...about,
});

/** As `aProfile`, written down. */
export const aProfileForm = (about: Partial<ProfileForm> = {}): ProfileForm => ({
  occupationsSought: ['5223', '52231'],
  occupationsHeld: ['5120'],
  skills: [skill],
  languages: [
    { language: 'fi', level: 'C2' },
    { language: 'sv', level: 'B1' },
  ],
  drivingLicence: ['B'],
  workPermits: ['HYGIENE_PASSPORT'],
  workHistory: [
    { occupation: '5120', from: '2020-01-01', to: '2021-12-31', employerKind: 'MUNICIPAL' },
    { occupation: '5223', from: '2023-01-01', to: '', employerKind: 'COMPANY' },
  ],
  education: [{ level: '3', field: '10', completedYear: 2008 }],
  wishedMunicipalities: ['240', '241'],
  wishedWorkingTimes: ['FULL_TIME', 'SHIFT'],
  commutingMinutes: 90,
  ...about,
});

/** Recorded once, published by nobody. */
export const aClientProfile = (about: Partial<ClientProfile> = {}): ClientProfile => ({
  version: 1,
  profile: aProfile(),
  ...about,
});

/** A client and their profile. */
export const aProfileOf = (
  current: ClientProfile | undefined = aClientProfile(),
  client: Client = aClient(),
): { readonly client: Client; readonly current?: ClientProfile } => ({ client, ...(current && { current }) });

/** Aino lifts little and works no nights, by her own word. */
export const aWorkAbility = (about: Partial<WorkAbility> = {}): WorkAbility => ({
  limits: [
    { kind: 'LIFTING', extent: 'IN_PART' },
    { kind: 'SHIFTS', extent: 'NOT_POSSIBLE' },
  ],
  source: 'CLIENT',
  assessedOn: localDate('2026-01-20'),
  reviewOn: localDate('2026-07-20'),
  ...about,
});

/** As `aWorkAbility`, written down. */
export const aWorkAbilityForm = (about: Partial<WorkAbilityForm> = {}): WorkAbilityForm => ({
  limits: [
    { kind: 'LIFTING', extent: 'IN_PART' },
    { kind: 'SHIFTS', extent: 'NOT_POSSIBLE' },
  ],
  source: 'CLIENT',
  assessedOn: '2026-01-20',
  reviewOn: '2026-07-20',
  ...about,
});

export const aClientWorkAbility = (about: Partial<ClientWorkAbility> = {}): ClientWorkAbility => ({
  version: 1,
  purpose: 'NEEDS_ASSESSMENT',
  workAbility: aWorkAbility(),
  ...about,
});

/** Opaque ids made readable. */
export const consentId = (number: number): ConsentId =>
  `0197d000-0000-7000-8000-${String(number).padStart(12, '0')}` as ConsentId;

export const receiptId = (number: number): ReceiptId =>
  `0197e000-0000-7000-8000-${String(number).padStart(12, '0')}` as ReceiptId;

/** Aino lets an employer see her name and profile for a vacancy, for a month. */
export const aConsentForm = (about: Partial<ConsentForm> = {}): ConsentForm => ({
  recipientKind: 'EMPLOYER',
  recipientBusinessId: '2160307-0',
  dataGroups: ['NAME', 'PROFILE'],
  purpose: 'CANDIDATE_INTRODUCTION',
  matterId: '0197f000-0000-7000-8000-000000000001',
  from: '2026-02-02',
  to: '2026-03-02',
  channel: 'PHONE',
  ...about,
});

/** As `aConsentForm`, given on 2 February 2026. */
export const aConsent = (about: Partial<Consent> = {}): Consent => ({
  consentId: consentId(1),
  recipientKind: 'EMPLOYER',
  recipientBusinessId: '2160307-0',
  dataGroups: ['NAME', 'PROFILE'],
  purpose: 'CANDIDATE_INTRODUCTION',
  matterId: '0197f000-0000-7000-8000-000000000001',
  from: today,
  to: addDays(today, 28),
  channel: 'PHONE',
  givenOn: today,
  ...about,
});

/** Aino was told of her rights and duties in Finnish at the office. */
export const aReceiptForm = (about: Partial<InformationReceiptForm> = {}): InformationReceiptForm => ({
  topic: 'RIGHTS_AND_DUTIES',
  language: 'fi',
  channel: 'IN_PERSON',
  informedOn: '2026-01-12',
  ...about,
});

export const aReceipt = (about: Partial<KeptReceipt> = {}): KeptReceipt => ({
  receiptId: receiptId(1),
  topic: 'RIGHTS_AND_DUTIES',
  language: 'fi' as LanguageCode,
  channel: 'IN_PERSON',
  informedOn: localDate('2026-01-12'),
  ...about,
});
