import { addDays } from '@tyovayla/kernel/local-date';
import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/benefit';
import { commandMethod } from '@tyovayla/runtime/grpc/command-method';
import { queryMethod } from '@tyovayla/runtime/grpc/query-method';
import { shown } from '../../application/case-query.ts';
import type { GuidanceCatalogue } from '../../application/catalogue.ts';
import { readRecordBenefit } from '../../application/commands/record-benefit.ts';
import type { Benefit } from '../../domain/benefit/benefit.ts';
import { askedOf, clientIdOf } from './case-request.ts';

const kindTo = (kind: string | undefined): contract.BenefitKind =>
  kind === undefined
    ? contract.BenefitKind.BENEFIT_KIND_UNSPECIFIED
    : contract.benefitKindFromJSON(`BENEFIT_KIND_${kind}`);

const benefitTo = (benefit: Benefit): contract.Benefit => ({
  benefitRecordId: benefit.recordId,
  kind: kindTo(benefit.kind),
  fromDate: benefit.from,
  lastDate: benefit.until === undefined ? '' : addDays(benefit.until, -1),
  toldBy: contract.benefitTellerFromJSON(`BENEFIT_TELLER_${benefit.toldBy}`),
  recordedDate: benefit.recordedOn,
  recordedBy: benefit.recordedBy,
});

/** The contract's methods for clients' unemployment benefits. */
export const benefitMethods = ({ commands, queries }: GuidanceCatalogue) => ({
  recordBenefit: commandMethod({
    command: commands.recordBenefit,
    request: contract.RecordBenefitRequest,
    response: contract.RecordBenefitResponse,
    input: (request) =>
      readRecordBenefit({
        ...clientIdOf(request),
        kind: contract.benefitKindToJSON(request.kind).replace('BENEFIT_KIND_', ''),
        from: request.fromDate,
        last: request.lastDate,
        toldBy: contract.benefitTellerToJSON(request.toldBy).replace('BENEFIT_TELLER_', ''),
      }),
    answer: ({ recordId, planned, cancelled }) => ({
      benefitRecordId: recordId,
      meetingsPlanned: planned,
      meetingsCancelled: cancelled,
    }),
  }),
  listBenefits: queryMethod({
    query: queries.listBenefits,
    request: contract.ListBenefitsRequest,
    response: contract.ListBenefitsResponse,
    input: askedOf,
    view: (view) => {
      const { benefits, today, generalSupportFrom } = shown(view);
      return {
        benefits: benefits.map(benefitTo),
        benefitToday: kindTo(today),
        generalSupportFromDate: generalSupportFrom ?? '',
      };
    },
  }),
});
