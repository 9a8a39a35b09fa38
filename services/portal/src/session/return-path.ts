/**
 * The path to return to after signing in, if it stays in this portal: a link from outside must not be able to send a
 * person on to a foreign site.
 */
export const returnPath = (text: unknown): string => {
  if (typeof text !== 'string' || text.length > 500 || !/^\/(?![/\\])[\w\-./?=&%]*$/.test(text)) return '/';
  return text.startsWith('/auth/') || text.startsWith('/api/') ? '/' : text;
};
