import * as consents from '@tyovayla/proto/tyovayla/clients/v1/consent';
import * as receipts from '@tyovayla/proto/tyovayla/clients/v1/information_receipt';
import * as profiles from '@tyovayla/proto/tyovayla/clients/v1/profile';
import * as workAbility from '@tyovayla/proto/tyovayla/clients/v1/work_ability';
import * as profileSchemas from '../api/profile-schemas.ts';
import type { RecordParts } from '../api/record-ports.ts';
import * as schemas from '../api/record-schemas.ts';
import type { ClientsCalls } from './clients-calls.ts';
import { does, reads } from './process-call.ts';

const service = 'clients';
const accessReason = 'ACCESS_REASON_';

export const profileCodes = {
  accessReason,
  level: 'LANGUAGE_LEVEL_',
  workPermits: 'WORK_PERMIT_',
  employerKind: 'EMPLOYER_KIND_',
  wishedWorkingTimes: 'WORKING_TIME_',
  parts: 'PROFILE_PART_',
  publisher: 'PROFILE_PUBLISHER_',
};
export const workAbilityCodes = {
  purpose: 'WORK_ABILITY_PURPOSE_',
  kind: 'FUNCTIONAL_LIMIT_KIND_',
  extent: 'LIMIT_EXTENT_',
  source: 'WORK_ABILITY_SOURCE_',
};
export const consentCodes = {
  accessReason,
  recipientKind: 'CONSENT_RECIPIENT_KIND_',
  dataGroups: 'CONSENT_DATA_GROUP_',
  purpose: 'CONSENT_PURPOSE_',
  channel: 'CONTACT_CHANNEL_',
};
export const receiptCodes = { accessReason, topic: 'INFORMATION_TOPIC_', channel: 'CONTACT_CHANNEL_' };

const profile = (calls: ClientsCalls) => ({
  getProfile: reads({
    service,
    request: profiles.GetProfileRequest,
    response: profiles.GetProfileResponse,
    call: calls.getProfile,
    answer: profileSchemas.profileAnswer,
    codes: profileCodes,
  }),
  recordProfile: does({
    service,
    request: profiles.RecordProfileRequest,
    response: profiles.RecordProfileResponse,
    call: calls.recordProfile,
    answer: profileSchemas.changedProfile,
    codes: profileCodes,
  }),
  publishProfile: does({
    service,
    request: profiles.PublishProfileRequest,
    response: profiles.PublishProfileResponse,
    call: calls.publishProfile,
    answer: profileSchemas.changedProfile,
    codes: profileCodes,
  }),
  publishMinimumProfile: does({
    service,
    request: profiles.PublishMinimumProfileRequest,
    response: profiles.PublishMinimumProfileResponse,
    call: calls.publishMinimumProfile,
    answer: profileSchemas.changedProfile,
    codes: profileCodes,
  }),
  withdrawProfile: does({
    service,
    request: profiles.WithdrawProfileRequest,
    response: profiles.WithdrawProfileResponse,
    call: calls.withdrawProfile,
    answer: profileSchemas.changedProfile,
    codes: profileCodes,
  }),
});

const ability = (calls: ClientsCalls) => ({
  getWorkAbility: reads({
    service,
    request: workAbility.GetWorkAbilityRequest,
    response: workAbility.GetWorkAbilityResponse,
    call: calls.getWorkAbility,
    answer: schemas.workAbilityAnswer,
    codes: workAbilityCodes,
  }),
  recordWorkAbility: does({
    service,
    request: workAbility.RecordWorkAbilityRequest,
    response: workAbility.RecordWorkAbilityResponse,
    call: calls.recordWorkAbility,
    answer: schemas.changedWorkAbility,
    codes: workAbilityCodes,
  }),
});

const consent = (calls: ClientsCalls) => ({
  listConsents: reads({
    service,
    request: consents.ListConsentsRequest,
    response: consents.ListConsentsResponse,
    call: calls.listConsents,
    answer: schemas.consentList,
    codes: consentCodes,
  }),
  giveConsent: does({
    service,
    request: consents.GiveConsentRequest,
    response: consents.GiveConsentResponse,
    call: calls.giveConsent,
    answer: schemas.consentGiven,
    codes: consentCodes,
  }),
  withdrawConsent: does({
    service,
    request: consents.WithdrawConsentRequest,
    response: consents.WithdrawConsentResponse,
    call: calls.withdrawConsent,
    answer: schemas.consentGiven,
    codes: consentCodes,
  }),
});

const receipt = (calls: ClientsCalls) => ({
  listInformationReceipts: reads({
    service,
    request: receipts.ListInformationReceiptsRequest,
    response: receipts.ListInformationReceiptsResponse,
    call: calls.listInformationReceipts,
    answer: schemas.receiptList,
    codes: receiptCodes,
  }),
  recordInformationReceipt: does({
    service,
    request: receipts.RecordInformationReceiptRequest,
    response: receipts.RecordInformationReceiptResponse,
    call: calls.recordInformationReceipt,
    answer: schemas.receiptRecorded,
    codes: receiptCodes,
  }),
});

/** Profile, work ability, consents and receipts over gRPC, as the API needs them. */
export const recordPartsGateway = (calls: ClientsCalls): RecordParts => ({
  ...profile(calls),
  ...ability(calls),
  ...consent(calls),
  ...receipt(calls),
});
