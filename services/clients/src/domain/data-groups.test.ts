import { Client } from '@tyovayla/proto/tyovayla/clients/v1/client';
import { Consent } from '@tyovayla/proto/tyovayla/clients/v1/consent';
import { Residence } from '@tyovayla/proto/tyovayla/clients/v1/counted_history';
import { FormerIdentityCode, TransferredCase } from '@tyovayla/proto/tyovayla/clients/v1/extract';
import { InformationReceipt } from '@tyovayla/proto/tyovayla/clients/v1/information_receipt';
import { Profile, ProfilePublication } from '@tyovayla/proto/tyovayla/clients/v1/profile';
import { WorkAbility } from '@tyovayla/proto/tyovayla/clients/v1/work_ability';
import { dataGroupCodes, dataGroups } from './data-groups.ts';

/** What of a client the contract can show. */
const shown: Readonly<Record<string, object>> = {
  Client: Client.fromPartial({}),
  Profile: Profile.fromPartial({}),
  ProfilePublication: ProfilePublication.fromPartial({}),
  WorkAbility: WorkAbility.fromPartial({}),
  Consent: Consent.fromPartial({}),
  InformationReceipt: InformationReceipt.fromPartial({}),
  Residence: Residence.fromPartial({}),
  FormerIdentityCode: FormerIdentityCode.fromPartial({}),
  TransferredCase: TransferredCase.fromPartial({}),
};

const inContract = Object.entries(shown).flatMap(([message, fields]) =>
  Object.keys(fields)
    .filter((field) => field !== '_unknownFields')
    .map((field) => `${message}.${field.replace(/[A-Z]|\d+/g, (part) => `_${part.toLowerCase()}`)}`),
);

describe('why and for what data of a client is kept (handbook 1.3)', () => {
  it('is told of every field that can be shown of a client, once', () => {
    expect(dataGroups.flatMap(({ fields }) => fields).toSorted()).toEqual(inContract.toSorted());
  });

  it('is told of every group, with the law that it rests on', () => {
    expect(dataGroups.map(({ code }) => code)).toEqual(dataGroupCodes);
    expect(dataGroups.filter(({ legalBasis }) => legalBasis.length === 0)).toEqual([]);
  });

  it('rests on GDPR 9 where the data is of a special category, and nowhere else', () => {
    const restsOn9 = dataGroups.filter(({ legalBasis }) => legalBasis.some(({ section }) => section.startsWith('9(')));
    expect(restsOn9).toEqual(dataGroups.filter(({ specialCategory }) => specialCategory));
    expect(restsOn9.map(({ code }) => code)).toEqual(['WORK_ABILITY']);
  });
});
