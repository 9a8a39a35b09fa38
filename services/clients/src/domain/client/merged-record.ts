import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Client } from './client.ts';
import { ended } from './end-job-search.ts';
import type { JobSearch, JobSearchId } from './job-search.ts';
import { joinedParts } from './joined-parts.ts';
import type { Residence } from './life-cycle-events.ts';
import type { MergeConflict, MergeResolutions, MergeSide } from './merge-conflict.ts';
import { subsidyDaysToReach } from './record-subsidy-days.ts';
import { newestOf, type WholeClient } from './whole-client.ts';

/** Two records of one person: the one that is kept, and the one that goes into it. */
export type TwoRecords = { readonly kept: WholeClient; readonly merged: WholeClient };

/** The winner's homes, and before them the other's. */
const residencesOf = (winner: readonly Residence[], other: readonly Residence[]): readonly Residence[] => {
  const first = winner[0]?.from;
  return [...other.filter(({ from }) => first === undefined || from < first), ...winner];
};

const chosen = ({ kept, merged }: TwoRecords, side: MergeSide | undefined): WholeClient =>
  side === 'MERGED' ? merged : kept;

/** The person as the resolutions have it. The identity code is that of the record that is kept. */
const personOf = (records: TwoRecords, resolutions: MergeResolutions): Pick<Client, 'person' | 'contactAddress'> => {
  const of = (conflict: MergeConflict): Client => chosen(records, resolutions[conflict]).client;
  const named = of('NAME_DIFFERS').person;
  const { person: reached, contactAddress } = of('CONTACT_DIFFERS');
  return {
    person: {
      ...records.kept.client.person,
      givenNames: named.givenNames,
      familyName: named.familyName,
      municipalityCode: of('MUNICIPALITY_DIFFERS').person.municipalityCode,
      citizenships: of('CITIZENSHIPS_DIFFER').person.citizenships,
      serviceLanguage: of('SERVICE_LANGUAGE_DIFFERS').person.serviceLanguage,
      contact: reached.contact,
    },
    ...(contactAddress && { contactAddress }),
  };
};

/** Job searches of both records in a merge. */
export type Searches = {
  /** Of both records, as they are from now on. */
  readonly kept: readonly JobSearch[];
  readonly merged: readonly JobSearch[];
  readonly ended?: { readonly jobSearchId: JobSearchId; readonly of: MergeSide };
};

const endRunning = (searches: readonly JobSearch[], today: LocalDate): readonly JobSearch[] =>
  searches.map((search) =>
    search.status === 'RUNNING' ? ended(search, { endedOn: today, reason: 'OTHER', today }) : search,
  );

/** Where both searches run, the one that was not chosen ends today. */
export const searchesOf = ({ kept, merged }: TwoRecords, goesOn: MergeSide | undefined, today: LocalDate): Searches => {
  const both = { kept: kept.jobSearches, merged: merged.jobSearches };
  if (goesOn === undefined) return both;
  const loser = goesOn === 'KEPT' ? 'MERGED' : 'KEPT';
  const running = (loser === 'KEPT' ? both.kept : both.merged).find(({ status }) => status === 'RUNNING');
  if (running === undefined) return both;
  const of = { jobSearchId: running.jobSearchId, of: loser } as const;
  return loser === 'KEPT'
    ? { ...both, kept: endRunning(both.kept, today), ended: of }
    : { ...both, merged: endRunning(both.merged, today), ended: of };
};

/** The record that is kept, as the resolutions have it. */
export const keptAfter = (records: TwoRecords, resolutions: MergeResolutions, searches: Searches): WholeClient => {
  const { kept, merged } = records;
  const home = chosen(records, resolutions.MUNICIPALITY_DIFFERS);
  const paid = chosen(records, resolutions.SUBSIDY_DAYS_DIFFER).client;
  const residences = residencesOf(home.residences, home === kept ? merged.residences : kept.residences);
  const jobSearches = [...searches.kept, ...searches.merged];
  const reachedOn = paid.subsidy300ReachedOn ?? kept.client.subsidy300ReachedOn ?? merged.client.subsidy300ReachedOn;
  const order = kept.client.protectionOrder ?? merged.client.protectionOrder;
  const { contactAddress: _, protectionOrder: __, subsidy300ReachedOn: ___, ...stays } = kept.client;
  const client: Client = {
    ...stays,
    ...personOf(records, resolutions),
    residentSince: home.client.residentSince,
    jobSearch: newestOf(jobSearches),
    subsidyDays: paid.subsidyDays,
    ...(reachedOn && paid.subsidyDays >= subsidyDaysToReach && { subsidy300ReachedOn: reachedOn }),
    ...(order && { protectionOrder: order }),
  };
  const parts = joinedParts({ kept: kept.parts, merged: merged.parts }, resolutions, order !== undefined);
  return { client, jobSearches, residences, parts };
};
