/** A refusal or fault of the API: RFC 9457 problem details. */
export type Problem = {
  readonly status: number;
  readonly reason: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly violations: readonly { readonly field: string; readonly code: string; readonly description: string }[];
  readonly incident?: string;
};

/** What an API call gives: an answer, or a problem to show. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem };

const offline: Problem = { status: 0, reason: 'NETWORK', metadata: {}, violations: [] };

const problemOf = async (response: Response): Promise<Problem> => {
  try {
    return { ...offline, ...((await response.json()) as Partial<Problem>) };
  } catch {
    return { status: response.status, reason: 'FAULT', metadata: {}, violations: [] };
  }
};

const call = async <Value>(path: string, init: RequestInit): Promise<Answer<Value>> => {
  try {
    const response = await fetch(path, { credentials: 'same-origin', ...init });
    if (response.ok) return { ok: true, value: (await response.json()) as Value };
    const problem = await problemOf(response);
    if (problem.status === 401) window.dispatchEvent(new Event('tyovayla:signed-out'));
    return { ok: false, problem };
  } catch {
    return { ok: false, problem: offline };
  }
};

/** Reads from the API. Parameters that are undefined or empty are left out. */
export const get = <Value>(
  path: string,
  parameters: Readonly<Record<string, string | undefined>> = {},
  signal?: AbortSignal,
): Promise<Answer<Value>> => {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '');
  const query = new URLSearchParams(given as [string, string][]).toString();
  return call<Value>(query === '' ? path : `${path}?${query}`, signal ? { signal } : {});
};

/**
 * Sends to the API. `requestId` is made once for what a person submits: sent again after a lost connection it is not
 * done twice.
 */
export const post = <Value>(path: string, body: unknown, requestId?: string): Promise<Answer<Value>> =>
  call<Value>(path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-tyovayla-portal': '1',
      ...(requestId === undefined ? {} : { 'idempotency-key': requestId }),
    },
    body: JSON.stringify(body),
  });
