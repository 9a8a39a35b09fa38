import { z } from 'zod';
import { reading } from '../endpoint.ts';
import type { Caller, RuleDesk, Services } from '../ports.ts';
import { ProblemError, refuse } from '../problem.ts';

const nameOf = (rule: unknown): string =>
  typeof rule === 'object' && rule !== null && 'name' in rule ? String(rule.name) : '';

const desksOf = (services: Services): readonly (readonly [string, RuleDesk])[] => [
  ['clients', services.clients],
  ['guidance', services.guidance],
  ['statistics', services.statistics],
];

type Described = { readonly service: string; readonly desk: RuleDesk; readonly rules: readonly unknown[] };

const describeAll = async (services: Services, caller: Caller): Promise<readonly (Described | ProblemError)[]> =>
  Promise.all(
    desksOf(services).map(async ([service, desk]) => {
      try {
        return { service, desk, rules: await desk.describeRules(caller) };
      } catch (error) {
        if (error instanceof ProblemError) return error;
        throw error;
      }
    }),
  );

const isDescribed = (one: Described | ProblemError): one is Described => !(one instanceof ProblemError);

export const listRules = reading({
  method: 'GET',
  path: '/api/rules',
  summary: 'Lists the rules of all services, with their fields, parameters and versions',
  answer: z.object({
    rules: z.array(z.record(z.string(), z.unknown())),
    incomplete: z.boolean().describe('True where a service could not tell its rules now'),
  }),
  handle: async ({ services, caller }) => {
    const answers = await describeAll(services, caller);
    const known = new Map<string, Record<string, unknown>>();
    for (const { service, rules } of answers.filter(isDescribed))
      for (const rule of rules) if (!known.has(nameOf(rule))) known.set(nameOf(rule), { ...(rule as object), service });
    const inOrder = [...known.values()].sort((a, b) => nameOf(a).localeCompare(nameOf(b), 'en'));
    return { rules: inOrder, incomplete: answers.some((answer) => !isDescribed(answer)) };
  },
});

export const explainRule = reading({
  method: 'POST',
  path: '/api/rules/:name',
  summary: 'Says what a rule would say, and why. Stores nothing',
  params: z.strictObject({ name: z.string().regex(/^[a-z0-9-]{1,60}$/) }),
  body: z.strictObject({
    input: z.record(z.string(), z.unknown()),
    parameters: z.record(z.string(), z.string()).default({}).describe('Parameters of the area for a what-if'),
  }),
  answer: z.record(z.string(), z.unknown()),
  handle: async ({ services, caller, params, body }) => {
    const described = (await describeAll(services, caller)).filter(isDescribed);
    const owner = described.find(({ rules }) => rules.some((rule) => nameOf(rule) === params.name));
    if (owner === undefined) throw refuse({ status: 404, reason: 'RULE_NOT_FOUND' });
    return (await owner.desk.explainRule(caller, params.name, body.input, body.parameters)) as Record<string, unknown>;
  },
});
