import type { Client } from './client.ts';
import type { JobSearch } from './job-search.ts';
import type { Residence } from './life-cycle-events.ts';
import type { RecordParts } from './record-parts.ts';

/** A client with everything that goes along when records become one: all job searches, homes and parts. */
export type WholeClient = {
  readonly client: Client;
  /** The newest first; the first is the client's. */
  readonly jobSearches: readonly JobSearch[];
  /** Oldest first; the last is where the client lives. */
  readonly residences: readonly Residence[];
  readonly parts: RecordParts;
};

/** The newest of several job searches: the running one, or the one that began here last. */
export const newestOf = (jobSearches: readonly JobSearch[]): JobSearch => {
  const dayOf = ({ status, takenIn, startedOn }: JobSearch): string =>
    `${status === 'RUNNING' ? 1 : 0} ${takenIn?.on ?? startedOn}`;
  const [first, ...others] = jobSearches;
  if (first === undefined) throw new Error('a client without a job search');
  return others.reduce((newest, search) => (dayOf(search) > dayOf(newest) ? search : newest), first);
};
