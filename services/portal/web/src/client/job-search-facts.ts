import type { ClientView } from '../lib/api-types.ts';

export type JobSearch = ClientView['jobSearches'][number];

/** The running job search, if one runs. */
export const runningSearch = (client: ClientView): JobSearch | undefined =>
  client.jobSearches.find((search) => search.endedDate === undefined);

/** The status that runs now. */
export const runningSpell = (search: JobSearch | undefined): JobSearch['statusSpells'][number] | undefined =>
  search?.statusSpells.at(-1);

export type TimelineEntry =
  | { readonly kind: 'started'; readonly key: string; readonly day: string; readonly continued: boolean }
  | {
      readonly kind: 'spell';
      readonly key: string;
      readonly day: string;
      readonly until?: string;
      readonly code: string;
    }
  | { readonly kind: 'ended'; readonly key: string; readonly day: string; readonly reason: string };

const entriesOf = (search: JobSearch): TimelineEntry[] => {
  const { jobSearchId, startedDate, endedDate, endReason, formerJobSearchId, statusSpells } = search;
  const spells = statusSpells.map(
    ({ statusCode, fromDate, toDate }): TimelineEntry => ({
      kind: 'spell',
      key: `${jobSearchId} ${fromDate}`,
      day: fromDate,
      code: statusCode,
      ...(toDate === undefined ? {} : { until: toDate }),
    }),
  );
  const continued = formerJobSearchId !== undefined;
  const started: TimelineEntry = { kind: 'started', key: `${jobSearchId} started`, day: startedDate, continued };
  const ended: TimelineEntry[] = endedDate
    ? [{ kind: 'ended', key: `${jobSearchId} ended`, day: endedDate, reason: endReason ?? 'OTHER' }]
    : [];
  return [...ended, ...spells.reverse(), started];
};

/** What has happened in the client's job searches, the newest first. */
export const timelineOf = (client: ClientView): readonly TimelineEntry[] => client.jobSearches.flatMap(entriesOf);
