import type { CallOptions } from '@tyovayla/runtime/grpc/transport';
import type { RuleDesk, ServiceName } from '../api/ports.ts';
import { serviceCall } from './service-call.ts';

type Question = { readonly rule: string; readonly inputJson: string; readonly parameters: Record<string, string> };

/** The two methods of the rule desk, the same in every service's contract. */
type DeskCalls = {
  describeRules(
    request: object,
    options?: CallOptions,
  ): Promise<{ readonly catalogue?: { readonly rulesJson: string } | undefined }>;
  explainRule(
    request: { readonly question: Question },
    options?: CallOptions,
  ): Promise<{ readonly answer?: { readonly answerJson: string } | undefined }>;
};

/** A list of rules must not wait long for one service that is away. */
const listWithinMs = 2_000;

/** The rule desk of one service, over gRPC. */
export const ruleDeskGateway = (service: ServiceName, calls: DeskCalls): RuleDesk => ({
  describeRules: async (caller) => {
    const deadline = new Date(Date.now() + listWithinMs);
    const { catalogue } = await serviceCall(caller, service, (options) =>
      calls.describeRules({}, { ...options, deadline }),
    );
    return JSON.parse(catalogue?.rulesJson ?? '[]') as readonly unknown[];
  },
  explainRule: async (caller, rule, input, parameters) => {
    const question = { rule, inputJson: JSON.stringify(input), parameters };
    const { answer } = await serviceCall(caller, service, (options) => calls.explainRule({ question }, options));
    return JSON.parse(answer?.answerJson ?? '{}') as unknown;
  },
});
