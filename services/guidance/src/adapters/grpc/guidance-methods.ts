import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/guidance_service';
import { meetingStatusFromJSON } from '@tyovayla/proto/tyovayla/guidance/v1/meeting';
import { queryMethod } from '@tyovayla/runtime/grpc/query-method';
import { ruleDeskMethods } from '@tyovayla/runtime/grpc/rule-desk-methods';
import { shown } from '../../application/case-query.ts';
import { type GuidanceCatalogue, guidanceCatalogue } from '../../application/catalogue.ts';
import type { GuidancePorts } from '../../application/ports.ts';
import { assignmentMethods } from './assignment-methods.ts';
import { benefitMethods } from './benefit-methods.ts';
import { askedOf } from './case-request.ts';
import { clientAccessMethods } from './client-access-methods.ts';
import { dayMethods } from './day-methods.ts';
import { extractMethods } from './extract-methods.ts';
import { handOverMethods } from './hand-over-methods.ts';
import { meetingMethods } from './meeting-methods.ts';
import { multiSectorMethods } from './multi-sector-methods.ts';
import { neglectMethods } from './neglect-methods.ts';
import { planMethods } from './plan-methods.ts';
import { profileDutyMethods } from './profile-duty-methods.ts';
import { serviceNeedMethods } from './service-need-methods.ts';
import { statementMethods } from './statement-methods.ts';

const caseMethods = ({ queries }: GuidanceCatalogue) => ({
  getInitialInterview: queryMethod({
    query: queries.getInitialInterview,
    request: contract.GetInitialInterviewRequest,
    response: contract.GetInitialInterviewResponse,
    input: askedOf,
    view: (view) => {
      const { dueOn, ruleValidFrom, status, ...interview } = shown(view);
      const days = { dueDate: dueOn, ruleValidFromDate: ruleValidFrom };
      return { ...interview, ...days, status: meetingStatusFromJSON(`MEETING_STATUS_${status}`) };
    },
  }),
  replayEvents: queryMethod({
    query: queries.replayEvents,
    request: contract.ReplayEventsRequest,
    response: contract.ReplayEventsResponse,
    input: ({ replay }) => ({ aggregateId: replay?.aggregateId ?? '', fromVersion: replay?.fromVersion ?? 1 }),
    view: (replayed) => replayed,
  }),
});

const ruleCodecs = {
  describeRequest: contract.DescribeRulesRequest,
  describeResponse: contract.DescribeRulesResponse,
  explainRequest: contract.ExplainRuleRequest,
  explainResponse: contract.ExplainRuleResponse,
};

/** Every method of the contract, bound to what it does. */
export const guidanceMethods = (ports: GuidancePorts) => {
  const catalogue = guidanceCatalogue(ports);
  return {
    ...caseMethods(catalogue),
    ...assignmentMethods(catalogue),
    ...benefitMethods(catalogue),
    ...clientAccessMethods(catalogue),
    ...dayMethods(catalogue),
    ...handOverMethods(catalogue),
    ...extractMethods(catalogue),
    ...meetingMethods(catalogue, ports.offices),
    ...neglectMethods(catalogue),
    ...multiSectorMethods(catalogue, ports.clientNames),
    ...planMethods(catalogue),
    ...profileDutyMethods(catalogue),
    ...serviceNeedMethods(catalogue),
    ...statementMethods(catalogue),
    ...ruleDeskMethods(catalogue.rules, ruleCodecs),
  };
};
