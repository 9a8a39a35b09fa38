import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The names that one capability goes by. */
export type Names = {
  readonly service: string;
  /** "record-work-wish" */
  readonly verb: string;
  /** "client" */
  readonly concept: string;
  /** "RecordWorkWish": in the contract, for types and in the access log. */
  readonly pascal: string;
  /** "recordWorkWish": functions. */
  readonly camel: string;
  /** "Client" */
  readonly conceptPascal: string;
  /** "record work wish": in sentences. */
  readonly words: string;
  /** Whether the service has a way of its own to declare commands on one such thing: `client-command.ts`. */
  readonly hasConceptCommand: boolean;
  /** Whether all that the service does about a client hangs on the client's case: `case-command.ts`. */
  readonly hasCaseCommand: boolean;
};

/** Why a request for a capability could not be understood. */
export class NotUnderstood extends Error {
  override readonly name = 'NotUnderstood';
}

const pascalOf = (kebab: string): string =>
  kebab.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const readingVerbs = /^(get|list|find|describe|explain|watch)-/;

const foldersIn = (dir: string): string[] =>
  existsSync(dir)
    ? readdirSync(dir, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && entry.name !== 'rules')
        .map(({ name }) => name)
    : [];

const conceptOf = (concepts: readonly string[], service: string, wished: string | undefined): string => {
  const usual =
    concepts.find((concept) => `${concept}s` === service) ?? (concepts.length === 1 ? concepts[0] : undefined);
  const concept = wished ?? usual;
  if (concept !== undefined && concepts.includes(concept)) return concept;
  throw new NotUnderstood(`--concept must be one of ${concepts.join(', ')}`);
};

type Wish = { readonly service: string; readonly verb: string; readonly concept: string | undefined };

/** Names a capability, or throws NotUnderstood with what to say instead. */
export const namesOf = (root: string, { service, verb, concept: wished }: Wish): Names => {
  const source = join(root, 'services', service, 'src');
  const concepts = /^[a-z]+$/.test(service) ? foldersIn(join(source, 'domain')) : [];
  if (concepts.length === 0) throw new NotUnderstood(`services/${service} is no service with a domain`);
  if (!/^[a-z]+(-[a-z0-9]+)+$/.test(verb)) throw new NotUnderstood('a verb phrase looks like record-work-wish');
  if (readingVerbs.test(verb))
    throw new NotUnderstood(`${verb} only reads and decides nothing: start from a file of application/queries`);
  const concept = conceptOf(concepts, service, wished);
  const pascal = pascalOf(verb);
  return {
    service,
    verb,
    concept,
    pascal,
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    conceptPascal: pascalOf(concept),
    words: verb.replaceAll('-', ' '),
    hasConceptCommand: existsSync(join(source, 'application', 'commands', `${concept}-command.ts`)),
    hasCaseCommand: existsSync(join(source, 'application', 'case-command.ts')),
  };
};
