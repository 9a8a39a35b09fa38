import type { Names } from './names.ts';

/** A file to be written, its path from the top of the checkout. */
export type NewFile = { readonly path: string; readonly text: string };

type Template = (names: Names) => string;

/** The decision on a thing that the service has a command helper for: state and facts are the concept's own. */
const decisionOnConcept: Template = ({
  camel,
  pascal,
  concept,
  conceptPascal,
  words,
}) => `import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { ${conceptPascal} } from './${concept}.ts';
import { type ${conceptPascal}Decision, decided } from './${concept}-decision.ts';

export type ${pascal} = { readonly today: LocalDate };

/** Decides to ${words}: say for whom, the refusal that matters, and the source of the rule. */
export const ${camel} = (${concept}: ${conceptPascal}, _command: ${pascal}): ${conceptPascal}Decision =>
  decided(${concept}, []);
`;

const decisionAlone: Template = ({
  camel,
  pascal,
  words,
}) => `import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result } from '@tyovayla/kernel/result';

/** What must be known to decide; a union by status where there are several. */
export type ${pascal}State = { readonly status: 'NONE' };

export type ${pascal} = { readonly today: LocalDate };

/** What then has happened, in the past tense. */
export type ${pascal}Fact = { readonly type: string };

export type ${pascal}Decided = { readonly next: ${pascal}State; readonly facts: readonly ${pascal}Fact[] };

/** Decides to ${words}: say for whom, the refusal that matters, and the source of the rule. */
export const ${camel} = (state: ${pascal}State, _command: ${pascal}): Result<${pascal}Decided, Refusal> =>
  accepted({ next: state, facts: [] });
`;

const decisionTest: Template = ({ words }) => `describe('to ${words} (cite the source of the rule)', () => {
  it.todo('tells what happened, as a sentence about people');
  it.todo('refuses where …');
});
`;

const commandOnConcept: Template = ({
  camel,
  pascal,
  verb,
  concept,
  conceptPascal,
  service,
  words,
}) => `import { ${camel} } from '../../domain/${concept}/${verb}.ts';
import { changes${pascalPlural(service)} } from '../access.ts';
import type { ${pascalPlural(service)}Ports } from '../ports.ts';
import { type ${conceptPascal}Command, ${concept}Command, type On${conceptPascal} } from './${concept}-command.ts';

export type ${pascal}Input = On${conceptPascal};

/** Lets those who may ${words}: nobody yet. */
export const ${camel}Command = (ports: ${pascalPlural(service)}Ports): ${conceptPascal}Command<${pascal}Input> =>
  ${concept}Command(ports, {
    name: '${pascal}',
    access: { ...changes${pascalPlural(service)}, roles: [], programs: [], programsAlone: [] },
    decide: (${concept}, _input, { today }) => ${camel}(${concept}, { today }),
  });
`;

const pascalPlural = (service: string): string => service.charAt(0).toUpperCase() + service.slice(1);

const commandAlone: Template = ({
  camel,
  pascal,
  verb,
  concept,
  words,
}) => `import { accepted } from '@tyovayla/kernel/result';
import type { Command } from '@tyovayla/runtime/command';
import { ${camel}, type ${pascal}Fact, type ${pascal}State } from '../../domain/${concept}/${verb}.ts';

/** What the caller tells. */
export type ${pascal}Input = { readonly id: string };

type Answer = Readonly<Record<string, never>>;

/** Lets those who may ${words}: nobody yet. */
export const ${camel}Command = (): Command<${pascal}Input, ${pascal}State, ${pascal}State, ${pascal}Fact, Answer> => ({
  name: '${pascal}',
  access: { roles: [], programs: [], programsAlone: [], purpose: '${concept}', dataGroup: '${concept}' },
  load: async () => ({ status: 'NONE' }),
  decide: (state, _input, { today }) => {
    const decision = ${camel}(state, { today });
    return decision.ok ? accepted({ ...decision.value, answer: {} }) : decision;
  },
  save: () => [],
  publish: () => [],
  subjectOf: () => undefined,
});
`;

const commandOnCase: Template = ({
  camel,
  pascal,
  verb,
  concept,
  words,
}) => `import { accepted } from '@tyovayla/kernel/result';
import { ${camel}, type ${pascal}State } from '../../domain/${concept}/${verb}.ts';
import { servesClients } from '../access.ts';
import { type CaseCommand, caseCommand, type OnCase } from '../case-command.ts';
import type { CasePorts } from '../ports.ts';

export type ${pascal}Input = OnCase;

type Answer = Readonly<Record<string, never>>;

/** Lets those who may ${words}: nobody yet. Its facts join CaseFact in domain/client-case. */
export const ${camel}Command = (ports: CasePorts): CaseCommand<${pascal}Input, undefined, ${pascal}State, Answer> =>
  caseCommand(ports, {
    name: '${pascal}',
    access: { ...servesClients('client-process'), roles: [], programs: [], programsAlone: [] },
    decide: (_state, _input, { today }) => {
      const decision = ${camel}({ status: 'NONE' }, { today });
      return decision.ok ? accepted({ next: decision.value.next, facts: [], answer: {} }) : decision;
    },
    save: () => [],
  });
`;

const edge = (
  { camel, pascal, verb }: Names,
  { imports, input, answer, request }: { imports: string; input: string; answer: string; request: string },
): string => `import type { Codec } from '@tyovayla/runtime/grpc/binding';
import { commandMethod } from '@tyovayla/runtime/grpc/command-method';
import type { ${camel}Command } from '../../application/commands/${verb}.ts';
${imports}
/** As the contract has them; the generated ones fit in. */
type Request = ${request};
type Response = ${answer};

type Messages = { readonly request: Codec<Request>; readonly response: Codec<Response> };

/** ${pascal} of the contract, bound to its command. */
export const ${camel}Method = (command: ReturnType<typeof ${camel}Command>, messages: Messages) =>
  commandMethod({ command, ...messages, input: ${input}, answer: (answer) => answer });
`;

const edgeOnConcept: Template = (names) =>
  edge(names, {
    imports: `import { on${names.conceptPascal}From } from './request-mapping.ts';\n`,
    input: `on${names.conceptPascal}From`,
    request: `{ requestId: string; ${names.concept}Id: string; expectedVersion: number }`,
    answer: '{ version: number }',
  });

const edgeAlone: Template = (names) =>
  edge(names, {
    imports: '',
    input: '({ id }) => ({ id })',
    request: '{ requestId: string; id: string }',
    answer: 'Readonly<Record<string, never>>',
  });

const edgeOnCase: Template = (names) =>
  edge(names, {
    imports: '',
    input: '({ clientId }) => ({ clientId: clientId.toLowerCase() })',
    request: '{ requestId: string; clientId: string }',
    answer: 'Readonly<Record<string, never>>',
  });

/** How a capability is declared and bound in this service. */
const shapeOf = ({ hasConceptCommand, hasCaseCommand }: Names) => {
  if (hasCaseCommand) return { decision: decisionAlone, command: commandOnCase, binding: edgeOnCase };
  return hasConceptCommand
    ? { decision: decisionOnConcept, command: commandOnConcept, binding: edgeOnConcept }
    : { decision: decisionAlone, command: commandAlone, binding: edgeAlone };
};

/** The files that a capability begins with. Nobody may use it until its access says who. */
export const newFiles = (names: Names): readonly NewFile[] => {
  const { service, concept, verb } = names;
  const { decision, command, binding } = shapeOf(names);
  const source = `services/${service}/src`;
  return [
    { path: `${source}/domain/${concept}/${verb}.ts`, text: decision(names) },
    { path: `${source}/domain/${concept}/${verb}.test.ts`, text: decisionTest(names) },
    { path: `${source}/application/commands/${verb}.ts`, text: command(names) },
    { path: `${source}/adapters/grpc/${verb}.ts`, text: binding(names) },
  ];
};
