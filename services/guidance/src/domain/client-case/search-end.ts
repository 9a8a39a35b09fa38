import type { NewsOf } from './client-news.ts';

/** Why what hung on a job search is over with it: meetings that are not held, plans that bind no more. */
export type SearchEnd = 'JOB_SEARCH_ENDED' | 'TRANSFERRED_TO_OTHER_AREA' | 'RECORDS_MERGED';

/**
 * What became of a job search that runs here no longer. One that went to another area runs on there, and one whose
 * record went into another of the same person runs on in that one: neither has ended for the client.
 */
export const searchEndOf = ({ reason }: Pick<NewsOf<'JobSearchEnded'>, 'reason'>): SearchEnd => {
  if (reason === 'TRANSFERRED_OUT') return 'TRANSFERRED_TO_OTHER_AREA';
  return reason === 'MERGED_AWAY' ? 'RECORDS_MERGED' : 'JOB_SEARCH_ENDED';
};
