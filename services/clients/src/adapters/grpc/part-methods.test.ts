import { ServiceLanguage } from '@tyovayla/proto/tyovayla/clients/v1/client';
import { ChangeServiceLanguageRequest } from '@tyovayla/proto/tyovayla/clients/v1/client_corrections';
import { GetClientRequest, GetClientResponse } from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import * as consents from '@tyovayla/proto/tyovayla/clients/v1/consent';
import { ContactChannel } from '@tyovayla/proto/tyovayla/clients/v1/contact_channel';
import * as information from '@tyovayla/proto/tyovayla/clients/v1/information_receipt';
import * as profiles from '@tyovayla/proto/tyovayla/clients/v1/profile';
import * as abilities from '@tyovayla/proto/tyovayla/clients/v1/work_ability';
import type { UnaryBinding } from '@tyovayla/runtime/grpc/binding';
import { aStaffMember } from '@tyovayla/runtime/testing/actors';
import { tryCommand } from '@tyovayla/runtime/testing/try-command';
import { fixedClock } from '@tyovayla/testing/fixed-clock';
import { contactChannels } from '../../domain/client/contact-channel.ts';
import { consentDataGroups, consentPurposes, consentRecipientKinds } from '../../domain/consent/consent.ts';
import { informationTopics } from '../../domain/information/information-receipt.ts';
import { languageLevels } from '../../domain/profile/language-skill.ts';
import { profileParts, workingTimes, workPermits } from '../../domain/profile/profile.ts';
import { employerKinds } from '../../domain/profile/work-experience.ts';
import {
  functionalLimitKinds,
  limitExtents,
  workAbilityPurposes,
  workAbilitySources,
} from '../../domain/work-ability/work-ability.ts';
import { aRegistration } from '../../testing/builders.ts';
import { type InMemoryService, inMemoryService } from '../../testing/in-memory-service.ts';
import { clientsMethods } from './clients-methods.ts';

/** Names of an enum of the contract without its prefix and without the one that says nothing. */
const namesOf = (contract: object, prefix: string): readonly string[] =>
  Object.keys(contract)
    .filter((name) => name.startsWith(prefix) && !name.endsWith('_UNSPECIFIED'))
    .map((name) => name.replace(prefix, ''));

describe('codes of the domain and enums of the contract', () => {
  it.each([
    ['LANGUAGE_LEVEL_', profiles.LanguageLevel, languageLevels],
    ['WORK_PERMIT_', profiles.WorkPermit, workPermits],
    ['EMPLOYER_KIND_', profiles.EmployerKind, employerKinds],
    ['WORKING_TIME_', profiles.WorkingTime, workingTimes],
    ['PROFILE_PART_', profiles.ProfilePart, profileParts],
    ['PROFILE_PUBLISHER_', profiles.ProfilePublisher, ['CLIENT', 'AUTHORITY']],
    ['WORK_ABILITY_PURPOSE_', abilities.WorkAbilityPurpose, workAbilityPurposes],
    ['FUNCTIONAL_LIMIT_KIND_', abilities.FunctionalLimitKind, functionalLimitKinds],
    ['LIMIT_EXTENT_', abilities.LimitExtent, limitExtents],
    ['WORK_ABILITY_SOURCE_', abilities.WorkAbilitySource, workAbilitySources],
    ['CONSENT_RECIPIENT_KIND_', consents.ConsentRecipientKind, consentRecipientKinds],
    ['CONSENT_DATA_GROUP_', consents.ConsentDataGroup, consentDataGroups],
    ['CONSENT_PURPOSE_', consents.ConsentPurpose, consentPurposes],
    ['INFORMATION_TOPIC_', information.InformationTopic, informationTopics],
    ['CONTACT_CHANNEL_', ContactChannel, contactChannels],
  ])('%s… are the same', (prefix, contract, codes) => {
    expect(namesOf(contract, prefix)).toEqual(codes);
  });
});

describe('the parts of a client’s record as the contract has them', () => {
  let service: InMemoryService;
  let methods: ReturnType<typeof clientsMethods>;
  let clientId: string;
  const actor = aStaffMember('CASE_SPECIALIST', { id: 'staff-0001' });

  type Codec<Message> = {
    encode(message: Message): { finish(): Uint8Array };
    decode(bytes: Uint8Array): Message;
  };

  /** Calls a method as the server does, with a message that keeps the contract's rules. */
  const call = async <Request>(binding: UnaryBinding, codec: Codec<Request>, request: Request) => {
    const payload = codec.encode(request).finish();
    return binding.answer(service.world.ports, { actor, message: codec.decode(payload), payload, violations: [] });
  };

  const ask = async <Request, Response>(
    binding: UnaryBinding,
    { request, codecs }: { readonly request: Request; readonly codecs: readonly [Codec<Request>, Codec<Response>] },
  ): Promise<Response> => {
    const answer = await call(binding, codecs[0], request);
    if (!answer.ok) throw new Error(answer.refusal.code);
    return codecs[1].decode(answer.value);
  };

  beforeEach(async () => {
    service = inMemoryService();
    const nobodyRegisters = () => {
      throw new Error('nobody registers here');
    };
    methods = clientsMethods(service.catalogue, nobodyRegisters, fixedClock('2026-02-02T12:00:00+02:00'));
    const registered = await tryCommand(service.world.ports, service.catalogue.commands.registerJobSeeker, {
      actor,
      input: aRegistration(),
    });
    if (!registered.ok) throw new Error(registered.refusal.code);
    clientId = registered.value.clientId;
  });

  let requests = 0;
  const requestId = (): string => {
    requests += 1;
    return `request-${requests}`;
  };

  const profile: profiles.Profile = profiles.Profile.fromPartial({
    occupationsSought: ['5223'],
    occupationsHeld: ['5120'],
    skillIds: ['0197c000-0000-7000-8000-000000000001'],
    languages: [{ language: 'smn', level: profiles.LanguageLevel.LANGUAGE_LEVEL_C1 }],
    drivingLicenceClasses: ['C1E'],
    workPermits: [profiles.WorkPermit.WORK_PERMIT_TAXI_DRIVER],
    workHistory: [
      {
        occupationCode: '5223',
        fromDate: '2025-01-01',
        employerKind: profiles.EmployerKind.EMPLOYER_KIND_OWN_BUSINESS,
      },
      {
        occupationCode: '5120',
        fromDate: '2020-01-01',
        toDate: '2021-12-31',
        employerKind: profiles.EmployerKind.EMPLOYER_KIND_STATE,
      },
    ],
    education: [{ levelCode: '7', fieldCode: '04', completedYear: 2010 }],
    wishedMunicipalityCodes: ['851'],
    wishedWorkingTimes: [profiles.WorkingTime.WORKING_TIME_PART_TIME],
    commutingLimitMinutes: 120,
  });

  it('give back a profile as it was sent, with what of it is published', async () => {
    const parts = [profiles.ProfilePart.PROFILE_PART_WISHES, profiles.ProfilePart.PROFILE_PART_SKILLS];
    await ask(methods.recordProfile, {
      request: { requestId: requestId(), clientId, profile, expectedVersion: 0 },
      codecs: [profiles.RecordProfileRequest, profiles.RecordProfileResponse],
    });
    await ask(methods.publishProfile, {
      request: { requestId: requestId(), clientId, parts, expectedVersion: 1 },
      codecs: [profiles.PublishProfileRequest, profiles.PublishProfileResponse],
    });
    const shown = await ask(methods.getProfile, {
      request: { clientId },
      codecs: [profiles.GetProfileRequest, profiles.GetProfileResponse],
    });
    expect(shown).toMatchObject({
      profile,
      publication: {
        publisher: profiles.ProfilePublisher.PROFILE_PUBLISHER_CLIENT,
        parts: parts.toReversed(),
        publishedDate: '2026-02-02',
      },
      profileVersion: 2,
    });
  });

  it('show a client without a profile as one with version 0', async () => {
    const shown = await ask(methods.getProfile, {
      request: { clientId },
      codecs: [profiles.GetProfileRequest, profiles.GetProfileResponse],
    });
    expect(shown).toMatchObject({ profileVersion: 0 });
    expect([shown.profile, shown.publication]).toEqual([undefined, undefined]);
  });

  it('name every bad field of a profile by its place in the contract', async () => {
    const bad = {
      ...profile,
      occupationsSought: ['9999'],
      education: [{ levelCode: '3', fieldCode: '77', completedYear: 0 }],
    };
    const answer = await call(methods.recordProfile, profiles.RecordProfileRequest, {
      requestId: requestId(),
      clientId,
      profile: bad,
      expectedVersion: 0,
    });
    expect(answer).toMatchObject({
      ok: false,
      refusal: {
        kind: 'invalid',
        violations: [{ field: 'profile.occupations_sought[0]' }, { field: 'profile.education[0].field_code' }],
      },
    });
  });

  it('give back a work-ability assessment as it was sent', async () => {
    const workAbility = abilities.WorkAbility.fromPartial({
      limits: [
        {
          kind: abilities.FunctionalLimitKind.FUNCTIONAL_LIMIT_KIND_SURROUNDINGS,
          extent: abilities.LimitExtent.LIMIT_EXTENT_NOT_POSSIBLE,
        },
      ],
      source: abilities.WorkAbilitySource.WORK_ABILITY_SOURCE_EXPERT_ASSESSMENT,
      assessedDate: '2026-02-01',
      reviewDate: '2026-08-01',
    });
    const purpose = abilities.WorkAbilityPurpose.WORK_ABILITY_PURPOSE_SERVICE_CHOICE;
    await ask(methods.recordWorkAbility, {
      request: { requestId: requestId(), clientId, purpose, workAbility, expectedVersion: 0 },
      codecs: [abilities.RecordWorkAbilityRequest, abilities.RecordWorkAbilityResponse],
    });
    const shown = await ask(methods.getWorkAbility, {
      request: { clientId, purpose },
      codecs: [abilities.GetWorkAbilityRequest, abilities.GetWorkAbilityResponse],
    });
    expect(shown).toMatchObject({ workAbility, workAbilityVersion: 1 });
  });

  it('show no work ability without a purpose', async () => {
    const purpose = abilities.WorkAbilityPurpose.WORK_ABILITY_PURPOSE_UNSPECIFIED;
    const answer = await call(methods.getWorkAbility, abilities.GetWorkAbilityRequest, { clientId, purpose });
    expect(answer).toMatchObject({ ok: false, refusal: { violations: [{ field: 'purpose', code: 'CODE_UNKNOWN' }] } });
  });

  it('give back a consent as it was sent, with its id and day', async () => {
    const consent = consents.Consent.fromPartial({
      recipientKind: consents.ConsentRecipientKind.CONSENT_RECIPIENT_KIND_WELLBEING_COUNTY,
      dataGroups: [consents.ConsentDataGroup.CONSENT_DATA_GROUP_WORK_ABILITY],
      purpose: consents.ConsentPurpose.CONSENT_PURPOSE_JOINT_PLANNING,
      fromDate: '2026-02-02',
      toDate: '2026-12-31',
      channel: ContactChannel.CONTACT_CHANNEL_VIDEO,
    });
    const { consentId } = await ask(methods.giveConsent, {
      request: { requestId: requestId(), clientId, consent },
      codecs: [consents.GiveConsentRequest, consents.GiveConsentResponse],
    });
    const list = async () =>
      ask(methods.listConsents, {
        request: { clientId },
        codecs: [consents.ListConsentsRequest, consents.ListConsentsResponse],
      });
    expect((await list()).consents).toMatchObject([
      { ...consent, consentId, givenDate: '2026-02-02', holdsToday: true },
    ]);
    await ask(methods.withdrawConsent, {
      request: { requestId: requestId(), clientId, consentId },
      codecs: [consents.WithdrawConsentRequest, consents.WithdrawConsentResponse],
    });
    expect((await list()).consents).toMatchObject([{ consentId, withdrawnDate: '2026-02-02', holdsToday: false }]);
  });

  it('give back what a client was informed of', async () => {
    const told = {
      topic: information.InformationTopic.INFORMATION_TOPIC_END_OF_JOB_SEARCH,
      language: 'sv',
      channel: ContactChannel.CONTACT_CHANNEL_LETTER,
      informedDate: '2026-01-30',
    };
    const { receiptId } = await ask(methods.recordInformationReceipt, {
      request: { requestId: requestId(), clientId, ...told },
      codecs: [information.RecordInformationReceiptRequest, information.RecordInformationReceiptResponse],
    });
    const shown = await ask(methods.listInformationReceipts, {
      request: { clientId },
      codecs: [information.ListInformationReceiptsRequest, information.ListInformationReceiptsResponse],
    });
    expect(shown.receipts).toMatchObject([{ receiptId, ...told }]);
  });

  it('show the language of service and the interpreter on the client’s card', async () => {
    const serviceLanguage = ServiceLanguage.SERVICE_LANGUAGE_OTHER;
    const request = {
      requestId: requestId(),
      clientId,
      serviceLanguage,
      interpreterLanguage: 'uk',
      expectedVersion: 0,
    };
    expect((await call(methods.changeServiceLanguage, ChangeServiceLanguageRequest, request)).ok).toBe(true);
    const { client } = await ask(methods.getClient, {
      request: { clientId },
      codecs: [GetClientRequest, GetClientResponse],
    });
    expect([client?.serviceLanguage, client?.interpreterLanguage]).toEqual([serviceLanguage, 'uk']);
  });
});
