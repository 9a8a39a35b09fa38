import type { Clock } from '@tyovayla/kernel/clock';
import * as contract from '@tyovayla/proto/tyovayla/clients/v1/work_ability';
import { commandMethod } from '@tyovayla/runtime/grpc/command-method';
import { queryMethod } from '@tyovayla/runtime/grpc/query-method';
import type { ClientsCatalogue } from '../../application/catalogue.ts';
import { readRecordWorkAbility } from '../../application/commands/record-work-ability.ts';
import { readGetWorkAbility } from '../../application/queries/get-work-ability.ts';
import type { ClientWorkAbility, WorkAbilityForm } from '../../domain/work-ability/work-ability.ts';
import { codesOf } from './contract-codes.ts';
import { clientIdFrom, onClientFrom } from './request-mapping.ts';

const purposes = codesOf({
  prefix: 'WORK_ABILITY_PURPOSE_',
  toJSON: contract.workAbilityPurposeToJSON,
  fromJSON: contract.workAbilityPurposeFromJSON,
});
const kinds = codesOf({
  prefix: 'FUNCTIONAL_LIMIT_KIND_',
  toJSON: contract.functionalLimitKindToJSON,
  fromJSON: contract.functionalLimitKindFromJSON,
});
const extents = codesOf({
  prefix: 'LIMIT_EXTENT_',
  toJSON: contract.limitExtentToJSON,
  fromJSON: contract.limitExtentFromJSON,
});
const sources = codesOf({
  prefix: 'WORK_ABILITY_SOURCE_',
  toJSON: contract.workAbilitySourceToJSON,
  fromJSON: contract.workAbilitySourceFromJSON,
});

const formFrom = (message: contract.WorkAbility | undefined): WorkAbilityForm => {
  const { limits, source, assessedDate, reviewDate } = message ?? contract.WorkAbility.fromPartial({});
  return {
    limits: limits.map(({ kind, extent }) => ({ kind: kinds.from(kind), extent: extents.from(extent) })),
    source: sources.from(source),
    assessedOn: assessedDate,
    reviewOn: reviewDate,
  };
};

/** As the contract shows it. */
export const workAbilityTo = ({ workAbility }: ClientWorkAbility): contract.WorkAbility => ({
  limits: workAbility.limits.map(({ kind, extent }) => ({ kind: kinds.to(kind), extent: extents.to(extent) })),
  source: sources.to(workAbility.source),
  assessedDate: workAbility.assessedOn,
  reviewDate: workAbility.reviewOn,
});

/** Methods of the contract on work ability. */
export const workAbilityMethods = ({ commands, queries }: ClientsCatalogue, clock: Clock) => ({
  recordWorkAbility: commandMethod({
    command: commands.recordWorkAbility,
    request: contract.RecordWorkAbilityRequest,
    response: contract.RecordWorkAbilityResponse,
    input: (request) =>
      readRecordWorkAbility(
        {
          ...onClientFrom(request),
          purpose: purposes.from(request.purpose),
          workAbility: formFrom(request.workAbility),
        },
        clock.today(),
      ),
    answer: (version) => version,
  }),
  getWorkAbility: queryMethod({
    query: queries.getWorkAbility,
    request: contract.GetWorkAbilityRequest,
    response: contract.GetWorkAbilityResponse,
    input: ({ clientId, purpose }) =>
      readGetWorkAbility({ clientId: clientIdFrom(clientId), purpose: purposes.from(purpose) }),
    view: ({ part }) => ({
      workAbility: part && workAbilityTo(part),
      workAbilityVersion: part?.version ?? 0,
    }),
  }),
});
