import type { DeskRule } from '@tyovayla/kernel/rule-desk';
import { describeRules, explainRule } from '../rule-desk.ts';
import type { Codec, UnaryBinding } from './binding.ts';
import { queryMethod } from './query-method.ts';

type Question = {
  readonly rule: string;
  readonly inputJson: string;
  readonly parameters: Readonly<Record<string, string>>;
};

/** The generated codecs of a contract's own DescribeRules and ExplainRule messages. */
export type RuleDeskCodecs<DescribeRequest, DescribeResponse, ExplainRequest, ExplainResponse> = {
  readonly describeRequest: Codec<DescribeRequest>;
  readonly describeResponse: Codec<DescribeResponse>;
  readonly explainRequest: Codec<ExplainRequest>;
  readonly explainResponse: Codec<ExplainResponse>;
};

/** Binds a service's rules to the rule desk's two methods. Bad input of a rule is told as fields of `question`. */
export const ruleDeskMethods = <
  DescribeRequest,
  DescribeResponse extends { catalogue?: { rulesJson: string } | undefined },
  ExplainRequest extends { question?: Question | undefined },
  ExplainResponse extends { answer?: { answerJson: string } | undefined },
>(
  rules: readonly DeskRule[],
  codecs: RuleDeskCodecs<DescribeRequest, DescribeResponse, ExplainRequest, ExplainResponse>,
): { readonly describeRules: UnaryBinding; readonly explainRule: UnaryBinding } => ({
  describeRules: queryMethod({
    query: describeRules(rules),
    request: codecs.describeRequest,
    response: codecs.describeResponse,
    input: () => undefined,
    view: (descriptions) => ({ catalogue: { rulesJson: JSON.stringify(descriptions) } }) as DescribeResponse,
  }),
  explainRule: queryMethod({
    query: explainRule(rules),
    request: codecs.explainRequest,
    response: codecs.explainResponse,
    input: ({ question }: ExplainRequest) => ({
      rule: question?.rule ?? '',
      inputJson: question?.inputJson ?? '',
      overrides: question?.parameters ?? {},
    }),
    view: (answer) => ({ answer: { answerJson: JSON.stringify(answer) } }) as ExplainResponse,
  }),
});
