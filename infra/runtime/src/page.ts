import type { FieldViolation, Refusal } from '@tyovayla/kernel/refusal';

/** A page and the token of the next; absent on the last. */
export type Page<Row> = { readonly rows: readonly Row[]; readonly nextPageToken?: string };

/** Makes a page of one row more than was asked for: the surplus row tells that there is another page. */
export const pageOf = <Row>(found: readonly Row[], size: number, tokenOf: (last: Row) => string): Page<Row> => {
  const rows = found.slice(0, size);
  const last = rows.at(-1);
  return found.length > size && last !== undefined ? { rows, nextPageToken: tokenOf(last) } : { rows };
};

/** Rows on a page where the caller doesn't say. */
const usualPageSize = 25;

/** Rows on a page at most. */
const largestPageSize = 100;

/** How many rows the caller gets: 0 means the usual page. */
export const pageSizeOf = (asked: number): number => (asked === 0 ? usualPageSize : Math.min(asked, largestPageSize));

const badToken: FieldViolation = {
  field: 'page_token',
  code: 'PAGE_TOKEN_INVALID',
  description: 'is no token of this list, or the list has changed where the page ended: begin again without it',
};

/** How a page token that leads nowhere is refused. */
export const pageTokenInvalid: Refusal = { kind: 'invalid', code: 'INVALID_REQUEST', data: {}, violations: [badToken] };
