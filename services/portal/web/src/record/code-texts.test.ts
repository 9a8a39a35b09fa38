import { ClientsErrorReason } from '@tyovayla/proto/tyovayla/clients/v1/clients_error_reason';
import * as multiSector from '../../../src/api/multi-sector-codes.ts';
import * as record from '../../../src/api/record-codes.ts';
import fi from '../texts/fi.json' with { type: 'json' };

type Texts = { readonly [key: string]: string | Texts };

const textAt = (path: string): string | Texts | undefined =>
  path.split('/').reduce<string | Texts | undefined>((at, key) => (typeof at === 'object' ? at[key] : undefined), fi);

describe('Codes that pages show', () => {
  it.each([
    ['record/codes/languageLevels', record.languageLevels],
    ['record/codes/workPermits', record.workPermits],
    ['record/codes/employerKinds', record.employerKinds],
    ['record/codes/workingTimes', record.workingTimes],
    ['record/codes/profileParts', record.profileParts],
    ['record/codes/workAbilityPurposes', record.workAbilityPurposes],
    ['record/codes/limitKinds', record.functionalLimitKinds],
    ['record/codes/limitExtents', record.limitExtents],
    ['record/codes/workAbilitySources', record.workAbilitySources],
    ['record/codes/recipientKinds', record.consentRecipientKinds],
    ['record/codes/consentDataGroups', record.consentDataGroups],
    ['record/codes/consentPurposes', record.consentPurposes],
    ['record/codes/contactChannels', record.contactChannels],
    ['record/codes/topics', record.informationTopics],
    ['record/codes/identityGrounds', record.identityCodeChangeGrounds],
    ['record/codes/areas', record.neighbourAreas],
    ['accessReport/reasons', record.workAbilityPurposes],
    ['multiSector/codes/parties', multiSector.parties],
    ['multiSector/codes/grounds', multiSector.multiSectorGrounds],
    ['multiSector/codes/findings', multiSector.consultationFindings],
    ['multiSector/codes/states', multiSector.multiSectorStates],
    ['multiSector/codes/exitReasons', multiSector.multiSectorExitReasons],
    ['multiSector/codes/owners', multiSector.multiSectorTaskOwners],
    ['multiSector/codes/services', multiSector.multiSectorServices],
    ['multiSector/codes/planStates', multiSector.multiSectorPlanStates],
    ['multiSector/codes/promptReasons', multiSector.multiSectorPromptReasons],
    ['multiSector/codes/votes', multiSector.groupVotes],
    ['multiSector/codes/leaderStates', multiSector.groupLeaderStates],
    ['multiSector/codes/ledAreas', multiSector.ledAreas],
  ] as const)('have a text each: %s', (list, codes) => {
    expect(codes.filter((code) => typeof textAt(`${list}/${code}`) !== 'string')).toEqual([]);
  });

  it('are explained, every way in which the registry says no', () => {
    const prefix = 'CLIENTS_ERROR_REASON_';
    const reasons = Object.keys(ClientsErrorReason)
      .filter((name) => name.startsWith(prefix) && !name.endsWith('UNSPECIFIED'))
      .map((name) => name.slice(prefix.length));
    expect(reasons.filter((reason) => typeof textAt(`errors/reasons/${reason}`) !== 'string')).toEqual([]);
  });
});
