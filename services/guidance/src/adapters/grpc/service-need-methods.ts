import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/service_need';
import { commandMethod } from '@tyovayla/runtime/grpc/command-method';
import { queryMethod } from '@tyovayla/runtime/grpc/query-method';
import { shown } from '../../application/case-query.ts';
import type { GuidanceCatalogue } from '../../application/catalogue.ts';
import { readAssessServiceNeed } from '../../application/commands/assess-service-need.ts';
import type { ServiceNeed } from '../../domain/service-need/service-need.ts';
import { askedOf, clientIdOf } from './case-request.ts';

const statedTo = (answer: string | undefined): contract.Stated =>
  answer === undefined ? contract.Stated.STATED_UNSPECIFIED : contract.statedFromJSON(`STATED_${answer}`);

/** Nothing stated is an empty text; a number that the contract doesn't know, a word that nobody knows. */
const statedFrom = (answer: contract.Stated): string => {
  const text = contract.statedToJSON(answer).replace('STATED_', '');
  return text === 'UNSPECIFIED' ? '' : text;
};

const serviceNeedTo = (need: ServiceNeed): contract.ServiceNeed => ({
  assessmentId: need.assessmentId,
  assessedDate: need.assessedOn,
  segmentCode: need.segment,
  workAbilityConsidered: statedTo(need.workAbilityConsidered),
  multiSectorNeed: statedTo(need.multiSectorNeed),
  vocationalQualification: statedTo(need.vocationalQualification),
  serviceLanguage: need.serviceLanguage ?? '',
  note: need.note ?? '',
  assessedBy: need.assessedBy,
});

/** The contract's methods for what service clients need. */
export const serviceNeedMethods = ({ commands, queries }: GuidanceCatalogue) => ({
  assessServiceNeed: commandMethod({
    command: commands.assessServiceNeed,
    request: contract.AssessServiceNeedRequest,
    response: contract.AssessServiceNeedResponse,
    input: (request) =>
      readAssessServiceNeed({
        ...clientIdOf(request),
        segment: request.segmentCode,
        workAbilityConsidered: statedFrom(request.workAbilityConsidered),
        multiSectorNeed: statedFrom(request.multiSectorNeed),
        vocationalQualification: statedFrom(request.vocationalQualification),
        serviceLanguage: request.serviceLanguage,
        note: request.note,
      }),
    answer: (assessment) => assessment,
  }),
  getServiceNeed: queryMethod({
    query: queries.getServiceNeed,
    request: contract.GetServiceNeedRequest,
    response: contract.GetServiceNeedResponse,
    input: askedOf,
    view: (view) => ({ assessments: shown(view).map(serviceNeedTo) }),
  }),
});
