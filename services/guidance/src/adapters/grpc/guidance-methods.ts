import {
  DescribeRulesRequest,
  DescribeRulesResponse,
  ExplainRuleRequest,
  ExplainRuleResponse,
  GetInitialInterviewRequest,
  GetInitialInterviewResponse,
} from '@tyovayla/proto/tyovayla/guidance/v1/guidance_service';
import { queryMethod } from '@tyovayla/runtime/grpc/query-method';
import { ruleDeskMethods } from '@tyovayla/runtime/grpc/rule-desk-methods';
import type { InitialInterviews } from '../../application/ports.ts';
import { getInitialInterview } from '../../application/queries/get-initial-interview.ts';
import { guidanceRules } from '../../domain/rules/guidance-rules.ts';

/** Every method of the contract, bound to what it does. */
export const guidanceMethods = (interviews: InitialInterviews) => ({
  getInitialInterview: queryMethod({
    query: getInitialInterview(interviews),
    request: GetInitialInterviewRequest,
    response: GetInitialInterviewResponse,
    // Postgres and the access log write ids in lower case.
    input: (request: GetInitialInterviewRequest) => request.clientId.toLowerCase(),
    view: (interview): GetInitialInterviewResponse => ({
      clientId: interview.clientId,
      jobSearchId: interview.jobSearchId,
      dueDate: interview.dueOn,
      workingDays: interview.workingDays,
      ruleValidFromDate: interview.ruleValidFrom,
    }),
  }),
  ...ruleDeskMethods(guidanceRules, {
    describeRequest: DescribeRulesRequest,
    describeResponse: DescribeRulesResponse,
    explainRequest: ExplainRuleRequest,
    explainResponse: ExplainRuleResponse,
  }),
});
