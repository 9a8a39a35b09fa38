import { allOf, badField, type Checked, checkCode, checkDate, everyOf } from '@tyovayla/kernel/field-check';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { understood } from '../../domain/client-case/case-refusals.ts';
import type { PartyResource } from '../../domain/multi-sector/management-group.ts';
import { parties } from '../../domain/multi-sector/party.ts';
import {
  type RecordCooperationAgreement,
  recordCooperationAgreement,
} from '../../domain/multi-sector/record-cooperation-agreement.ts';
import { groupCommand, type OnGroup } from '../management-group-command.ts';
import { leadsManagementGroup } from '../multi-sector-access.ts';
import type { MultiSectorPorts } from '../multi-sector-ports.ts';

type Input = OnGroup & { readonly agreement: RecordCooperationAgreement };

type WrittenResource = { readonly party: string; readonly personYearsHundredths: number };

const onceEach = (resources: readonly PartyResource[]): Checked<readonly PartyResource[]> =>
  new Set(resources.map(({ party }) => party)).size === resources.length
    ? accepted(resources)
    : badField('resources', 'PARTY_TWICE', 'names a party twice');

/** Understands what was written, or names every bad field. */
export const readRecordCooperationAgreement = (
  on: OnGroup,
  written: {
    readonly validFromDate: string;
    readonly validToDate: string;
    readonly resources: readonly WrittenResource[];
  },
): Result<Input, Refusal> => {
  const resource = ({ party, personYearsHundredths }: WrittenResource, at: number) =>
    allOf<PartyResource>({
      party: checkCode(`resources[${at}].party`, party, parties),
      personYearsHundredths: accepted(personYearsHundredths),
    });
  const resources = everyOf(written.resources.map(resource));
  const fields = allOf<RecordCooperationAgreement>({
    validFrom: checkDate('valid_from_date', written.validFromDate),
    validTo: checkDate('valid_to_date', written.validToDate),
    resources: resources.ok ? onceEach(resources.value) : resources,
  });
  if (!fields.ok) return understood(fields);
  return fields.value.validTo < fields.value.validFrom
    ? understood(badField('valid_to_date', 'PERIOD_REVERSED', 'is before the first day'))
    : accepted({ ...on, agreement: fields.value });
};

/** Records the parties' agreement on organisation and resources. */
export const recordCooperationAgreementCommand = (ports: MultiSectorPorts) =>
  groupCommand<Input, { readonly version: number; readonly agreementId: string }>(ports, {
    name: 'RecordCooperationAgreement',
    access: leadsManagementGroup,
    decide: (group, { agreement }, deciding) => recordCooperationAgreement(group, agreement, deciding),
    answer: ({ version, agreements }) => ({ version, agreementId: agreements.at(-1)?.agreementId ?? '' }),
  });
