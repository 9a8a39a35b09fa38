import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Client } from './client.ts';
import type { JobSearchId } from './job-search.ts';
import type { Residence } from './life-cycle-events.ts';
import type { Merged } from './merge-clients.ts';
import type { TwoRecords } from './merged-record.ts';
import type { PartsProvenance } from './parted-parts.ts';
import { singleParts, withNothingPublished } from './record-parts.ts';

/** What of a record may come from the other one in a merge. */
type Details = Pick<Client, 'person' | 'contactAddress' | 'subsidyDays' | 'subsidy300ReachedOn'>;

/** What a merge did, so that it can be taken back. Personal data: kept sealed. */
export type MergeProvenance = {
  readonly mergedOn: LocalDate;
  /** The record that was kept, before and after. */
  readonly before: Details & { readonly residences: readonly Residence[] };
  readonly after: Details;
  /** Job searches that came along. */
  readonly movedJobSearchIds: readonly JobSearchId[];
  /** The running job search that the merge ended. */
  readonly endedJobSearchId?: JobSearchId;
  /** Absent where a merge from before set the parts aside: they never came along. */
  readonly parts?: PartsProvenance;
};

const detailsOf = ({ person, contactAddress, subsidyDays, subsidy300ReachedOn }: Client): Details => ({
  person,
  ...(contactAddress && { contactAddress }),
  subsidyDays,
  ...(subsidy300ReachedOn && { subsidy300ReachedOn }),
});

/** What protection ended is not published again by taking the merge back. */
const partsOf = ({ kept, merged }: TwoRecords, { kept: { next } }: Merged): PartsProvenance => ({
  before: next.client.protectionOrder === undefined ? singleParts(kept.parts) : withNothingPublished(kept.parts),
  after: singleParts(next.parts),
  movedConsentIds: merged.parts.consentIds,
  movedReceiptIds: merged.parts.receiptIds,
});

/** Writes down what came from where. */
export const provenanceOf = (records: TwoRecords, done: Merged, mergedOn: LocalDate): MergeProvenance => ({
  mergedOn,
  before: { ...detailsOf(records.kept.client), residences: records.kept.residences },
  after: detailsOf(done.kept.next.client),
  movedJobSearchIds: records.merged.jobSearches.map(({ jobSearchId }) => jobSearchId),
  ...(done.endedJobSearchId && { endedJobSearchId: done.endedJobSearchId }),
  parts: partsOf(records, done),
});

const unchanged = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A value as it was before the merge, unless somebody has changed it since: that is newer, and stays. */
const restored = <Value>(now: Value, after: Value, before: Value): Value => (unchanged(now, after) ? before : now);

/** The record that was kept with its own values again; its identity code and protection order stay as they are. */
export const detailsBefore = (now: Client, { before, after }: MergeProvenance): Details => {
  const { person } = now;
  const of = <Name extends keyof Client['person']>(name: Name): Client['person'][Name] =>
    restored(person[name], after.person[name], before.person[name]);
  const contactAddress = restored(now.contactAddress, after.contactAddress, before.contactAddress);
  const reachedOn = restored(now.subsidy300ReachedOn, after.subsidy300ReachedOn, before.subsidy300ReachedOn);
  return {
    person: {
      identityCode: person.identityCode,
      givenNames: of('givenNames'),
      familyName: of('familyName'),
      municipalityCode: of('municipalityCode'),
      serviceLanguage: of('serviceLanguage'),
      citizenships: of('citizenships'),
      contact: of('contact'),
    },
    ...(contactAddress && { contactAddress }),
    subsidyDays: restored(now.subsidyDays, after.subsidyDays, before.subsidyDays),
    ...(reachedOn && { subsidy300ReachedOn: reachedOn }),
  };
};

/** Homes of the record that was kept: its own, and those since the merge; none that was forgotten meanwhile. */
export const residencesBefore = (
  now: readonly Residence[],
  { before, mergedOn }: MergeProvenance,
): readonly Residence[] => {
  const known = now[0]?.from;
  const own = before.residences.filter(({ from }) => known !== undefined && from >= known);
  const since = now.filter(({ from }) => from > mergedOn);
  const both = [...own, ...since];
  return both.length > 0 ? both : now.slice(-1);
};
