/** What the portal's cookies have in common: scripts can't read them, other sites' requests don't carry them. */
type CookieFacts = { readonly path: string; readonly maxAgeSeconds: number; readonly secure: boolean };

/** The value of a cookie in a request's header; undefined where there is none. The first counts, as browsers send it. */
export const readCookie = (header: string | undefined, name: string): string | undefined => {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
};

/** A Set-Cookie header. Values are sealed texts of letters, digits, dots and dashes, so nothing needs escaping. */
export const cookieHeader = (name: string, value: string, { path, maxAgeSeconds, secure }: CookieFacts): string =>
  `${name}=${value}; Path=${path}; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
