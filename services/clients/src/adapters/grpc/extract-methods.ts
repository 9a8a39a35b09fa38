import { Client } from '@tyovayla/proto/tyovayla/clients/v1/client';
import { Consent } from '@tyovayla/proto/tyovayla/clients/v1/consent';
import { Residence } from '@tyovayla/proto/tyovayla/clients/v1/counted_history';
import * as contract from '@tyovayla/proto/tyovayla/clients/v1/extract';
import { InformationReceipt } from '@tyovayla/proto/tyovayla/clients/v1/information_receipt';
import { Profile, ProfilePublication } from '@tyovayla/proto/tyovayla/clients/v1/profile';
import { WorkAbility } from '@tyovayla/proto/tyovayla/clients/v1/work_ability';
import { queryMethod } from '@tyovayla/runtime/grpc/query-method';
import type { ClientsCatalogue } from '../../application/catalogue.ts';
import type { ClientExtract } from '../../application/queries/extract-client-data.ts';
import { type DataGroup, dataGroups } from '../../domain/data-groups.ts';
import { consentTo } from './consent-methods.ts';
import { receiptTo } from './information-methods.ts';
import { clientProfileTo } from './profile-mapping.ts';
import { clientIdFrom, reasonFrom } from './request-mapping.ts';
import { clientTo } from './view-mapping.ts';
import { workAbilityTo } from './work-ability-methods.ts';

/** A record as the contract shows it elsewhere, as JSON: enums by name, empty fields left out. */
type Kept = { readonly kind: string; readonly json: Readonly<Record<string, unknown>> };

const kept = <Message>(kind: string, codec: { toJSON(message: Message): unknown }, message: Message): Kept => ({
  kind,
  json: codec.toJSON(message) as Kept['json'],
});

const profileOf = ({ profile }: ClientExtract): readonly Kept[] => {
  const shown = clientProfileTo(profile);
  return [
    ...(shown.profile === undefined ? [] : [kept('Profile', Profile, shown.profile)]),
    ...(shown.publication === undefined ? [] : [kept('ProfilePublication', ProfilePublication, shown.publication)]),
  ];
};

/** Everything of an extract as records of the contract. */
const recordsOf = (extract: ClientExtract): readonly Kept[] => [
  kept('Client', Client, clientTo(extract.record)),
  ...extract.residences.map(({ from, municipalityCode }) =>
    kept('Residence', Residence, { fromDate: from, municipalityCode }),
  ),
  ...extract.formerCodes.map(({ identityCode, changedOn, ground }) =>
    kept('FormerIdentityCode', contract.FormerIdentityCode, { identityCode, changedDate: changedOn, ground }),
  ),
  ...extract.transfers.map(({ toArea, transferredOn }) =>
    kept('TransferredCase', contract.TransferredCase, { toAreaCode: toArea, transferredDate: transferredOn }),
  ),
  ...profileOf(extract),
  ...(extract.workAbility === undefined ? [] : [kept('WorkAbility', WorkAbility, workAbilityTo(extract.workAbility))]),
  ...extract.consents.map((consent) => kept('Consent', Consent, consentTo(consent, extract.extractedOn))),
  ...extract.receipts.map((receipt) => kept('InformationReceipt', InformationReceipt, receiptTo(receipt))),
];

const jsonNameOf = (field: string): string => field.replace(/_([a-z0-9])/g, (_, next: string) => next.toUpperCase());

/** What of a record belongs to a group; nothing where no field of it does. */
const partOf = ({ kind, json }: Kept, { fields }: DataGroup): readonly contract.ExtractedRecord[] => {
  const own = fields.flatMap((field) => {
    const [message, name = ''] = field.split('.');
    const value = message === kind ? json[jsonNameOf(name)] : undefined;
    return value === undefined ? [] : [{ name, valueJson: JSON.stringify(value) }];
  });
  return own.length === 0 ? [] : [{ kind, fields: own }];
};

const groupTo = (group: DataGroup, records: readonly Kept[]): contract.ExtractedGroup => ({
  code: group.code,
  purpose: group.purpose,
  legalBases: group.legalBasis.map(({ act, section }) => ({ act, section })),
  specialCategory: group.specialCategory,
  records: records.flatMap((record) => partOf(record, group)),
});

/** An extract as the contract has it: each group of data with why it is kept and what is. */
export const extractTo = (extract: ClientExtract): contract.ExtractClientDataResponse => {
  const records = recordsOf(extract);
  return { extractedDate: extract.extractedOn, groups: dataGroups.map((group) => groupTo(group, records)) };
};

/** The method of the contract that takes out everything that is kept of a person. */
export const extractMethods = ({ queries }: ClientsCatalogue) => ({
  extractClientData: queryMethod({
    query: queries.extractClientData,
    request: contract.ExtractClientDataRequest,
    response: contract.ExtractClientDataResponse,
    input: (request) => ({ ...reasonFrom(request), clientId: clientIdFrom(request.clientId) }),
    view: extractTo,
  }),
});
