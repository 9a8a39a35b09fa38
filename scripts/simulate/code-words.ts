/** The name of a code of a contract, in small letters: "MEETING_KIND_DISCUSSION" is "discussion". */
export const wordOf = (codes: Readonly<Record<string, unknown>>, code: unknown, prefix: string): string =>
  (Object.keys(codes).find((name) => codes[name] === code) ?? String(code))
    .replace(prefix, '')
    .toLowerCase()
    .replaceAll('_', ' ');
