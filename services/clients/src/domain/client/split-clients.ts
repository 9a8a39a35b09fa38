import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import type { Client } from './client.ts';
import type { ClientFact } from './client-events.ts';
import { type ClientRefusal, no } from './client-refusals.ts';
import type { ClosedSpell, JobSearch, JobSearchId, RunningJobSearch } from './job-search.ts';
import type { Residence } from './life-cycle-events.ts';
import { historyOf, type RecordDecided, toldOf } from './merge-clients.ts';
import { detailsBefore, type MergeProvenance, residencesBefore } from './merge-provenance.ts';
import { listsBack, partsBefore } from './parted-parts.ts';
import type { RecordParts } from './record-parts.ts';
import { profileTold } from './told-profile.ts';
import { newestOf, type WholeClient } from './whole-client.ts';

/** The record that went into another one, as it was set aside: its job searches and lists went along. */
export type SetAsideClient = {
  readonly client: Omit<Client, 'jobSearch'>;
  readonly residences: readonly Residence[];
  /** Its own single parts lie where they were; its lists went along. */
  readonly parts: RecordParts;
  readonly provenance: MergeProvenance;
};

export type SplitRecords = { readonly kept: WholeClient; readonly setAside: SetAsideClient };

export type Split = {
  readonly kept: RecordDecided;
  readonly restored: RecordDecided;
  /** The job search that the merge had ended, if it runs again. */
  readonly reopened?: RunningJobSearch;
};

const runs = (searches: readonly JobSearch[]): boolean => searches.some(({ status }) => status === 'RUNNING');

const reopen = (search: JobSearch, { endedJobSearchId, mergedOn }: MergeProvenance): RunningJobSearch | undefined => {
  if (search.status !== 'ENDED' || search.jobSearchId !== endedJobSearchId || search.endedOn !== mergedOn)
    return undefined;
  const last: ClosedSpell | undefined = search.closedSpells.at(-1);
  if (last === undefined) return undefined;
  const { endedOn: _, endReason: __, closedSpells, ...core } = search;
  const openSpell = { code: last.code, from: last.from };
  return { ...core, status: 'RUNNING', closedSpells: closedSpells.slice(0, -1), openSpell };
};

/** A job search that the merge alone had ended runs again, unless another one does by now. */
const running = (searches: readonly JobSearch[], provenance: MergeProvenance): readonly JobSearch[] =>
  runs(searches) ? searches : searches.map((search) => reopen(search, provenance) ?? search);

const reopenedIn = (searches: readonly JobSearch[], id: JobSearchId | undefined): RunningJobSearch | undefined =>
  searches.find((search): search is RunningJobSearch => search.jobSearchId === id && search.status === 'RUNNING');

const keptAgain = (kept: WholeClient, jobSearches: readonly JobSearch[], provenance: MergeProvenance): WholeClient => {
  const residences = residencesBefore(kept.residences, provenance);
  const { contactAddress: _, subsidy300ReachedOn: __, ...stays } = kept.client;
  const client: Client = {
    ...stays,
    ...detailsBefore(kept.client, provenance),
    residentSince: residences.at(-1)?.from ?? kept.client.residentSince,
    jobSearch: newestOf(jobSearches),
  };
  const isProtected = client.protectionOrder !== undefined;
  const parts = provenance.parts === undefined ? kept.parts : partsBefore(kept.parts, provenance.parts, isProtected);
  return { client, jobSearches, residences, parts };
};

/** The other record, under the protection that its person came to have meanwhile. */
const restoredAgain = (
  { client, residences, parts, provenance }: SetAsideClient,
  kept: WholeClient,
  jobSearches: readonly JobSearch[],
): WholeClient => {
  const order = client.protectionOrder ?? kept.client.protectionOrder;
  return {
    client: { ...client, jobSearch: newestOf(jobSearches), ...(order && { protectionOrder: order }) },
    jobSearches,
    residences,
    parts: provenance.parts === undefined ? parts : { ...parts, ...listsBack(kept.parts, provenance.parts) },
  };
};

/**
 * Takes a merge back: job searches and parts go back where they came from, values that came along return unless somebody has
 * changed them since, and what is new since then stays with the record that was kept. Protection that the person came
 * to have meanwhile covers both records. Refused where the one record did not go into the other, or where a record
 * would be left without a job search.
 */
export const splitClients = (
  { kept, setAside }: { readonly kept: WholeClient; readonly setAside?: SetAsideClient },
  { today }: { readonly today: LocalDate },
): Result<Split, ClientRefusal> => {
  if (setAside === undefined) return refused(no('conflict', 'NOT_MERGED'));
  const { provenance } = setAside;
  const goesBack = ({ jobSearchId }: JobSearch): boolean => provenance.movedJobSearchIds.includes(jobSearchId);
  const back = running(kept.jobSearches.filter(goesBack), provenance);
  const stays = running(
    kept.jobSearches.filter((search) => !goesBack(search)),
    provenance,
  );
  if (back.length === 0 || stays.length === 0) return refused(no('conflict', 'SPLIT_JOB_SEARCHES_RUN'));
  const nextKept = keptAgain(kept, stays, provenance);
  const nextRestored = restoredAgain(setAside, kept, back);
  const keptClientId = kept.client.clientId;
  const splitClientId = setAside.client.clientId;
  const withheld: readonly ClientFact[] =
    setAside.client.protectionOrder === undefined && nextRestored.client.protectionOrder !== undefined
      ? [{ type: 'MunicipalityWithheld', clientId: splitClientId, from: today }]
      : [];
  const reopened = reopenedIn([...back, ...stays], provenance.endedJobSearchId);
  return accepted({
    kept: toldOf(nextKept, [
      {
        type: 'ClientsSplit',
        clientId: keptClientId,
        splitClientId,
        history: historyOf(nextKept, { first: stays, second: [] }, today),
      },
      ...profileTold(nextKept.client, { before: kept.parts.profile, after: nextKept.parts.profile }, today),
    ]),
    restored: toldOf(nextRestored, [
      ...withheld,
      {
        type: 'ClientRestored',
        clientId: splitClientId,
        keptClientId,
        history: historyOf(nextRestored, { first: back, second: [] }, today),
      },
      ...profileTold(nextRestored.client, { after: nextRestored.parts.profile }, today),
    ]),
    ...(reopened && { reopened }),
  });
};
