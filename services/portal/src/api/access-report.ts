import type { AccessReportView, AccessView, PartState } from './access-report-schemas.ts';
import { ProblemError } from './problem.ts';

/** A page of one service's access log. */
export type AccessPage = { readonly accesses: readonly AccessView[]; readonly nextPageToken?: string | undefined };

/** Reads one page of a service's access log; the first with an empty token. */
export type ReadAccesses = (pageToken: string) => Promise<AccessPage>;

type Service = 'clients' | 'guidance';
type Part = {
  readonly service: Service;
  readonly state: PartState;
  readonly accesses: readonly AccessView[];
  /** False where older entries were left off. */
  readonly whole: boolean;
};

/** A report that a person reads has an end: so many pages of each service, the newest first. */
const pagesAtMost = 10;

const allOf = async (read: ReadAccesses): Promise<Pick<Part, 'accesses' | 'whole'>> => {
  const accesses: AccessView[] = [];
  let token = '';
  for (let page = 0; page < pagesAtMost; page += 1) {
    const { accesses: found, nextPageToken = '' } = await read(token);
    accesses.push(...found);
    if (nextPageToken === '') return { accesses, whole: true };
    token = nextPageToken;
  }
  return { accesses, whole: false };
};

/** What of a service's refusal the report tells; throws what is no refusal of a part. */
export const stateOf = (error: unknown): PartState => {
  if (!(error instanceof ProblemError)) throw error;
  const { status } = error.problem;
  if (status === 404) return 'NONE';
  if (status === 403) return 'NOT_SERVED';
  if (status >= 500) return 'UNAVAILABLE';
  throw error;
};

const optional = async (service: Service, read: ReadAccesses): Promise<Part> => {
  try {
    return { service, state: 'SHOWN', ...(await allOf(read)) };
  } catch (error) {
    return { service, state: stateOf(error), accesses: [], whole: true };
  }
};

/** The oldest entry of a part that left some off: before it the report would tell of one service only. */
const cutOf = (parts: readonly Part[]): string | undefined =>
  parts
    .filter(({ whole }) => !whole)
    .flatMap(({ accesses }) => accesses.at(-1)?.accessTime ?? [])
    .toSorted()
    .at(-1);

/**
 * Who has seen or changed a client's data, from all services, the newest first: what the client is told who asks (GDPR
 * article 15). What the registry refuses is refused; a part that guidance does not show is named, so that nobody takes
 * the report for the whole.
 */
export const accessReportOf = async (clients: ReadAccesses, guidance: ReadAccesses): Promise<AccessReportView> => {
  const [registry, process] = await Promise.all([
    allOf(clients).then((found): Part => ({ service: 'clients', state: 'SHOWN', ...found })),
    optional('guidance', guidance),
  ]);
  const parts = [registry, process];
  const cut = cutOf(parts);
  const accesses = parts
    .flatMap(({ service, accesses: own }) => own.map((access) => ({ ...access, service })))
    .filter(({ accessTime }) => cut === undefined || accessTime >= cut)
    .sort((one, other) => (one.accessTime < other.accessTime ? 1 : -1));
  return {
    accesses,
    parts: { clients: registry.state, guidance: process.state },
    ...(cut === undefined ? {} : { leftOffBefore: cut }),
  };
};
