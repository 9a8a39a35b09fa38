import { addDays, type LocalDate } from '@tyovayla/kernel/local-date';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import { keptUntil } from '../rules/retention.ts';
import type { Client, ClientId } from './client.ts';
import type { ClientRefusal } from './client-refusals.ts';
import { countedUntil } from './job-search.ts';
import type { ClientAnonymised } from './life-cycle-events.ts';
import { jobSearchRuns } from './life-cycle-refusals.ts';

/** The day on which a client's data may be anonymised; undefined while a job search runs. */
export const anonymisedFrom = ({ jobSearch }: Client): LocalDate | undefined => {
  const until = countedUntil(jobSearch);
  return until === undefined ? undefined : keptUntil(addDays(until, -1));
};

/** What is left of a client, or the day on which to look again. */
export type Anonymised =
  | {
      readonly kind: 'ANONYMISED';
      readonly clientId: ClientId;
      readonly version: number;
      readonly facts: readonly [ClientAnonymised];
    }
  | { readonly kind: 'KEPT'; readonly until: LocalDate };

/**
 * Anonymises a client when the data need not be kept any more: what names the person goes; job searches stay under the
 * opaque id, which leads to nobody, and so does the access log. While the time is not over the data stay until then.
 * Refuses a client whose job search runs, anew or still. Source: handbook 1.8 (R1.20, R1.24).
 */
export const anonymiseClient = (
  client: Client,
  { today }: { readonly today: LocalDate },
): Result<Anonymised, ClientRefusal> => {
  const from = anonymisedFrom(client);
  if (from === undefined) return refused(jobSearchRuns());
  if (today < from) return accepted({ kind: 'KEPT', until: from });
  const { clientId, version } = client;
  const facts = [{ type: 'ClientAnonymised', clientId }] as const;
  return accepted({ kind: 'ANONYMISED', clientId, version: version + facts.length, facts });
};
