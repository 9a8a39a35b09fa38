import { type Problem, problem } from '../api/problem.ts';

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The header that our own pages set on every change. A foreign page cannot set it without our leave (CORS). */
export const ownHeader = 'x-tyovayla-portal';

/**
 * Refuses a change that another site's page made a signed-in browser send: it must come from our own origin and
 * carry our own header. Cookies are SameSite=Lax besides.
 */
export const refusalOfForeignChange = (headers: Headers, publicOrigin: string): Problem | undefined => {
  const sameOrigin = headers.origin === publicOrigin;
  const site = headers['sec-fetch-site'];
  const sameSite = site === undefined || site === 'same-origin';
  if (sameOrigin && sameSite && headers[ownHeader] === '1') return undefined;
  return problem({ status: 403, reason: 'FOREIGN_ORIGIN' });
};
