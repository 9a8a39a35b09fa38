import * as consents from '@tyovayla/proto/tyovayla/clients/v1/consent';
import * as channels from '@tyovayla/proto/tyovayla/clients/v1/contact_channel';
import * as identity from '@tyovayla/proto/tyovayla/clients/v1/identity';
import * as receipts from '@tyovayla/proto/tyovayla/clients/v1/information_receipt';
import * as profiles from '@tyovayla/proto/tyovayla/clients/v1/profile';
import * as workAbility from '@tyovayla/proto/tyovayla/clients/v1/work_ability';
import * as groups from '@tyovayla/proto/tyovayla/guidance/v1/management_group';
import * as cases from '@tyovayla/proto/tyovayla/guidance/v1/multi_sector';
import * as multiSector from '../api/multi-sector-codes.ts';
import { multiSectorCaseAnswer } from '../api/multi-sector-schemas.ts';
import { profileAnswer } from '../api/profile-schemas.ts';
import * as record from '../api/record-codes.ts';
import { plainCodes } from './contract-json.ts';
import { groupCodes } from './management-group-gateway.ts';
import { multiSectorCodes } from './multi-sector-gateway.ts';
import { requestOf } from './process-call.ts';
import { consentCodes, profileCodes, receiptCodes, workAbilityCodes } from './record-parts-gateway.ts';

const id = '0190f000-0000-7000-8000-000000000001';
const day = '2026-11-24';

const profile = {
  occupationsSought: ['5120'],
  skillIds: [id],
  languages: [{ language: 'smn', level: 'B1' }],
  workPermits: ['FIRST_AID'],
  workHistory: [{ occupationCode: '5120', fromDate: day, employerKind: 'MUNICIPAL' }],
  education: [{ levelCode: '3', fieldCode: '10', completedYear: 2015 }],
  wishedWorkingTimes: ['SHIFT'],
  commutingLimitMinutes: 90,
};
const consent = { recipientKind: 'KELA', dataGroups: ['NAME', 'PLAN'], purpose: 'JOINT_PLANNING', channel: 'VIDEO' };
const assessment = {
  limits: [{ kind: 'SITTING', extent: 'IN_PART' }],
  source: 'HEALTH_CARE',
  assessedDate: day,
  reviewDate: '2027-05-24',
};
const task = { owner: 'JOINT', service: 'SOCIAL', description: 'Coaching', dueDate: day };
const resources = [{ party: 'KELA', personYearsHundredths: 50 }];

type Sent = readonly [
  name: string,
  codec: { fromJSON(json: unknown): unknown; toJSON(message: never): unknown },
  input: object,
  codes: Parameters<typeof plainCodes>[1],
];

const sent: readonly Sent[] = [
  ['a profile', profiles.RecordProfileRequest, { clientId: id, profile, expectedVersion: 2 }, profileCodes],
  ['a publication', profiles.PublishProfileRequest, { clientId: id, parts: ['SKILLS', 'WISHES'] }, profileCodes],
  ['a look with a reason', profiles.GetProfileRequest, { clientId: id, accessReason: 'PROTECTION' }, profileCodes],
  [
    'work ability',
    workAbility.RecordWorkAbilityRequest,
    { clientId: id, purpose: 'SERVICE_CHOICE', workAbility: assessment },
    workAbilityCodes,
  ],
  ['a consent', consents.GiveConsentRequest, { clientId: id, consent }, consentCodes],
  [
    'a receipt',
    receipts.RecordInformationReceiptRequest,
    { clientId: id, topic: 'PROFILE', language: 'uk', channel: 'LETTER', informedDate: day },
    receiptCodes,
  ],
  [
    'a referral',
    cases.ReferToMultiSectorRequest,
    { clientId: id, grounds: ['LIFE_MANAGEMENT'], consultation: 'NOT_ENOUGH', internalNote: 'n' },
    multiSectorCodes,
  ],
  ['a multi-sector plan', cases.MakeMultiSectorPlanRequest, { clientId: id, tasks: [task] }, multiSectorCodes],
  [
    'a signature',
    cases.SignMultiSectorPlanRequest,
    { planId: id, signer: 'OWN_PARTY', signedDate: day },
    multiSectorCodes,
  ],
  ['an exit', cases.ExitMultiSectorRequest, { clientId: id, reason: 'KELA_ONLY', exitedDate: day }, multiSectorCodes],
  ['a member', cases.AppointMultiSectorMemberRequest, { staffId: 'staff-0010', party: 'KELA' }, multiSectorCodes],
  ['a proposal', groups.ProposeLeaderRequest, { staffId: 'staff-0002', serviceArea: 'NORTH' }, groupCodes],
  ['a vote', groups.ApproveLeaderRequest, { leaderId: id, vote: 'REJECT' }, groupCodes],
  ['an agreement', groups.RecordCooperationAgreementRequest, { validFromDate: day, resources }, groupCodes],
];

describe('What is sent about a client’s record and the multi-sector support', () => {
  it.each(sent)('loses nothing on the way into the contract: %s', (_, codec, input, codes) => {
    const message = requestOf(codec, input, codes);
    expect(plainCodes(codec.toJSON(message as never), codes)).toEqual(input);
  });
});

describe('What is answered about a client’s record and the multi-sector support', () => {
  it('is no profile where none is recorded', () => {
    const answer = profiles.GetProfileResponse.fromPartial({});
    expect(profileAnswer.parse(plainCodes(profiles.GetProfileResponse.toJSON(answer), profileCodes))).toEqual({
      profileVersion: 0,
    });
  });

  it('tells the states of a case and of its plans apart', () => {
    const answer = cases.GetMultiSectorCaseResponse.fromPartial({
      multiSectorCase: {
        multiSectorCaseId: id,
        clientId: id,
        version: 3,
        seenAs: cases.MultiSectorParty.MULTI_SECTOR_PARTY_KELA,
        state: cases.MultiSectorState.MULTI_SECTOR_STATE_CLIENT,
        referredDate: day,
        plans: [{ planId: id, state: cases.MultiSectorPlanState.MULTI_SECTOR_PLAN_STATE_IN_FORCE, madeDate: day }],
      },
    });
    const json = plainCodes(cases.GetMultiSectorCaseResponse.toJSON(answer), multiSectorCodes);
    const { multiSectorCase } = multiSectorCaseAnswer.parse(json);
    expect([multiSectorCase.state, multiSectorCase.seenAs, multiSectorCase.plans[0]?.state]).toEqual([
      'CLIENT',
      'KELA',
      'IN_FORCE',
    ]);
    expect([multiSectorCase.grounds, multiSectorCase.members, multiSectorCase.internalNote]).toEqual([
      [],
      [],
      undefined,
    ]);
  });
});

describe('The code lists of a client’s record and the multi-sector support', () => {
  const lists: readonly (readonly [string, object, string, readonly string[]])[] = [
    ['language levels', profiles.LanguageLevel, 'LANGUAGE_LEVEL_', record.languageLevels],
    ['cards', profiles.WorkPermit, 'WORK_PERMIT_', record.workPermits],
    ['employers', profiles.EmployerKind, 'EMPLOYER_KIND_', record.employerKinds],
    ['working times', profiles.WorkingTime, 'WORKING_TIME_', record.workingTimes],
    ['parts of a profile', profiles.ProfilePart, 'PROFILE_PART_', record.profileParts],
    ['purposes', workAbility.WorkAbilityPurpose, 'WORK_ABILITY_PURPOSE_', record.workAbilityPurposes],
    ['limits', workAbility.FunctionalLimitKind, 'FUNCTIONAL_LIMIT_KIND_', record.functionalLimitKinds],
    ['extents', workAbility.LimitExtent, 'LIMIT_EXTENT_', record.limitExtents],
    ['sources', workAbility.WorkAbilitySource, 'WORK_ABILITY_SOURCE_', record.workAbilitySources],
    ['receivers', consents.ConsentRecipientKind, 'CONSENT_RECIPIENT_KIND_', record.consentRecipientKinds],
    ['data of a consent', consents.ConsentDataGroup, 'CONSENT_DATA_GROUP_', record.consentDataGroups],
    ['purposes of a consent', consents.ConsentPurpose, 'CONSENT_PURPOSE_', record.consentPurposes],
    ['ways of contact', channels.ContactChannel, 'CONTACT_CHANNEL_', record.contactChannels],
    ['topics', receipts.InformationTopic, 'INFORMATION_TOPIC_', record.informationTopics],
    [
      'grounds of a new code',
      identity.IdentityCodeChangeGround,
      'IDENTITY_CODE_CHANGE_GROUND_',
      record.identityCodeChangeGrounds,
    ],
    ['parties', cases.MultiSectorParty, 'MULTI_SECTOR_PARTY_', multiSector.parties],
    ['grounds', cases.MultiSectorGround, 'MULTI_SECTOR_GROUND_', multiSector.multiSectorGrounds],
    ['findings', cases.ConsultationFinding, 'CONSULTATION_FINDING_', multiSector.consultationFindings],
    ['states', cases.MultiSectorState, 'MULTI_SECTOR_STATE_', multiSector.multiSectorStates],
    [
      'reasons of an exit',
      cases.MultiSectorExitReason,
      'MULTI_SECTOR_EXIT_REASON_',
      multiSector.multiSectorExitReasons,
    ],
    ['owners', cases.MultiSectorTaskOwner, 'MULTI_SECTOR_TASK_OWNER_', multiSector.multiSectorTaskOwners],
    ['services', cases.MultiSectorService, 'MULTI_SECTOR_SERVICE_', multiSector.multiSectorServices],
    ['states of a plan', cases.MultiSectorPlanState, 'MULTI_SECTOR_PLAN_STATE_', multiSector.multiSectorPlanStates],
    ['signers', cases.MultiSectorSigner, 'MULTI_SECTOR_SIGNER_', multiSector.multiSectorSigners],
    ['prompts', cases.MultiSectorPromptReason, 'MULTI_SECTOR_PROMPT_REASON_', multiSector.multiSectorPromptReasons],
    ['votes', groups.GroupVote, 'GROUP_VOTE_', multiSector.groupVotes],
    ['states of a leader', groups.GroupLeaderState, 'GROUP_LEADER_STATE_', multiSector.groupLeaderStates],
    ['led areas', groups.LedArea, 'LED_AREA_', multiSector.ledAreas],
  ];

  it.each(lists)('are those of the contract, none more and none less: %s', (_, names, prefix, list) => {
    const inContract = Object.keys(names)
      .filter((name) => name.startsWith(prefix) && !name.endsWith('UNSPECIFIED'))
      .map((name) => name.slice(prefix.length));
    expect([...list]).toEqual(inContract);
  });
});
