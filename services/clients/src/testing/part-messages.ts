import { ServiceLanguage } from '@tyovayla/proto/tyovayla/clients/v1/client';
import { ConsentDataGroup, ConsentPurpose, ConsentRecipientKind } from '@tyovayla/proto/tyovayla/clients/v1/consent';
import {
  LanguageLevel,
  ProfilePart,
  ProfilePublisher,
  WorkingTime,
  WorkPermit,
} from '@tyovayla/proto/tyovayla/clients/v1/profile';
import type { CorrectionFact } from '../domain/client/correction-events.ts';
import type { ConsentFact } from '../domain/consent/consent-events.ts';
import type { ProfileFact } from '../domain/profile/profile-events.ts';
import { clientId, today } from './builders.ts';
import { aConsent, aProfile, consentId, occupation } from './part-builders.ts';

type PartFact = ProfileFact | ConsentFact | CorrectionFact;

type MessageOf = { readonly [Type in PartFact['type']]: readonly [Extract<PartFact, { type: Type }>, object] };

const id = clientId(1);
const profile = aProfile();
const { workHistory: _history, education: _education, ...told } = profile;

/** Every fact of the parts of a client's record with what its message says; one that is missing does not compile. */
export const partMessages: MessageOf = {
  JobSeekerProfileRecorded: [
    {
      type: 'JobSeekerProfileRecorded',
      clientId: id,
      profileVersion: 3,
      profile: told,
      experience: [{ occupation: occupation('5120'), months: 24 }],
    },
    {
      clientId: id,
      profileVersion: 3,
      occupationsSought: ['5223', '52231'],
      occupationsHeld: ['5120'],
      skillIds: profile.skills,
      languages: [
        { language: 'fi', level: LanguageLevel.LANGUAGE_LEVEL_C2 },
        { language: 'sv', level: LanguageLevel.LANGUAGE_LEVEL_B1 },
      ],
      drivingLicenceClasses: ['B'],
      workPermits: [WorkPermit.WORK_PERMIT_HYGIENE_PASSPORT],
      experience: [{ occupationCode: '5120', months: 24 }],
      wishedMunicipalityCodes: ['240', '241'],
      wishedWorkingTimes: [WorkingTime.WORKING_TIME_FULL_TIME, WorkingTime.WORKING_TIME_SHIFT],
      commutingLimitMinutes: 90,
    },
  ],
  ProfilePublished: [
    {
      type: 'ProfilePublished',
      clientId: id,
      profileVersion: 4,
      publication: { publisher: 'AUTHORITY', parts: ['OCCUPATIONS_SOUGHT', 'WISHES'], publishedOn: today },
    },
    {
      clientId: id,
      profileVersion: 4,
      publisher: ProfilePublisher.PROFILE_PUBLISHER_AUTHORITY,
      parts: [ProfilePart.PROFILE_PART_OCCUPATIONS_SOUGHT, ProfilePart.PROFILE_PART_WISHES],
      publishedDate: today,
    },
  ],
  ProfileWithdrawn: [
    { type: 'ProfileWithdrawn', clientId: id, profileVersion: 5, withdrawnOn: today },
    { clientId: id, profileVersion: 5, withdrawnDate: today },
  ],
  ConsentGiven: [
    { type: 'ConsentGiven', clientId: id, consent: aConsent() },
    {
      clientId: id,
      consentId: consentId(1),
      recipientKind: ConsentRecipientKind.CONSENT_RECIPIENT_KIND_EMPLOYER,
      recipientBusinessId: '2160307-0',
      dataGroups: [ConsentDataGroup.CONSENT_DATA_GROUP_NAME, ConsentDataGroup.CONSENT_DATA_GROUP_PROFILE],
      purpose: ConsentPurpose.CONSENT_PURPOSE_CANDIDATE_INTRODUCTION,
      matterId: '0197f000-0000-7000-8000-000000000001',
      fromDate: '2026-02-02',
      toDate: '2026-03-02',
    },
  ],
  ConsentWithdrawn: [
    { type: 'ConsentWithdrawn', clientId: id, consentId: consentId(1), withdrawnOn: today },
    { clientId: id, consentId: consentId(1), withdrawnDate: today },
  ],
  ContactDataCorrected: [{ type: 'ContactDataCorrected', clientId: id }, { clientId: id }],
  NameCorrected: [{ type: 'NameCorrected', clientId: id }, { clientId: id }],
  ServiceLanguageChanged: [
    { type: 'ServiceLanguageChanged', clientId: id, serviceLanguage: 'SMS', interpreterNeeded: true },
    { clientId: id, serviceLanguage: ServiceLanguage.SERVICE_LANGUAGE_SMS, interpreterNeeded: true },
  ],
};
