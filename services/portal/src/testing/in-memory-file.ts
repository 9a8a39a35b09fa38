import type { Change } from '../api/ports.ts';
import { refuse } from '../api/problem.ts';
import { newClientId } from './people.ts';
import { type ClientFile, someClientFile } from './some-process.ts';

export type ProcessOptions = { readonly today: string; readonly guidanceDown?: boolean };

export type World = {
  readonly options: ProcessOptions;
  readonly files: Map<string, ClientFile>;
  readonly answers: Map<string, unknown>;
};

/** A client whom nobody of the demo staff serves: their need comes first. */
export const unservedClientId = newClientId(7);

export const no = (status: number, reason: string, metadata: Record<string, string> = {}) =>
  refuse({ status, reason, domain: 'guidance', metadata });

/** The client’s file; refused as guidance refuses. */
export const fileOf = ({ options, files }: World, clientId: string): ClientFile => {
  if (options.guidanceDown) throw no(503, 'SERVICE_UNAVAILABLE');
  if (clientId === unservedClientId) throw no(403, 'NEED_NOT_STATED');
  const known = files.get(clientId) ?? someClientFile(clientId);
  files.set(clientId, known);
  return known;
};

/** The answer to a change sent again is the first one. */
export const once = async <Answer>(world: World, { requestId }: Change, work: () => Answer): Promise<Answer> => {
  const known = world.answers.get(requestId);
  if (known !== undefined) return known as Answer;
  const answer = work();
  world.answers.set(requestId, answer);
  return answer;
};

type Versioned = { readonly version: number };

export const found = <One>(one: One | undefined, reason: string): One => {
  if (one === undefined) throw no(404, reason);
  return one;
};

export const checkVersion = (one: Versioned, expected: number, reason: string): void => {
  if (expected !== 0 && one.version !== expected) throw no(409, reason, { version: String(one.version) });
};
