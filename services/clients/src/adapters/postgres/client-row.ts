import { addDays, type LocalDate } from '@tyovayla/kernel/local-date';
import type { MunicipalityCode } from '@tyovayla/kernel/municipality';
import type { ClientId } from '../../domain/client/client.ts';
import type { ContactAddress } from '../../domain/client/contact-address.ts';
import type { EmploymentStatusCode } from '../../domain/client/employment-status.ts';
import type {
  AreaCode,
  ClosedSpell,
  JobSearch,
  JobSearchEndReason,
  JobSearchId,
} from '../../domain/client/job-search.ts';
import type { Contact, ServiceLanguage } from '../../domain/client/person.ts';
import type { ProtectionOrder } from '../../domain/client/protection-order.ts';

type SpellRow = { readonly code: EmploymentStatusCode; readonly from: LocalDate; readonly to: LocalDate | null };

type JobSearchRow = {
  readonly job_search_id: JobSearchId;
  readonly former_job_search_id: JobSearchId | null;
  readonly started_on: LocalDate;
  readonly ended_on: LocalDate | null;
  readonly end_reason: JobSearchEndReason | 'TRANSFERRED' | null;
  readonly transferred_to: AreaCode | null;
  readonly taken_in_on: LocalDate | null;
  readonly taken_in_from: AreaCode | null;
  readonly spells: readonly SpellRow[];
};

type ProtectionRow = {
  readonly protection_valid_from: LocalDate | null;
  readonly protection_valid_to: LocalDate | null;
  readonly protection_handler_id: string | null;
};

/** A client with all job searches, the newest first, as one row. */
export type ClientRow = ProtectionRow & {
  readonly client_id: ClientId;
  readonly version: number;
  readonly identity_code_sealed: Buffer;
  readonly given_names: string;
  readonly family_name: string;
  readonly municipality_code: MunicipalityCode;
  readonly service_language: ServiceLanguage;
  readonly citizenships: readonly string[];
  readonly contact: Contact;
  readonly subsidy_days: number;
  readonly resident_since: LocalDate;
  readonly subsidy_300_reached_on: LocalDate | null;
  readonly contact_address: ContactAddress | null;
  readonly job_searches: readonly JobSearchRow[];
};

/**
 * Reads clients as `ClientRow`, with more columns where some are named; a WHERE on `c` follows. An id made later sorts
 * later, so it settles equal days.
 */
export const selectClientWith = (
  more: string,
): string => `SELECT ${more}c.client_id, c.version, c.identity_code_sealed, c.given_names, c.family_name,
  c.municipality_code, c.service_language, c.citizenships, c.contact, c.subsidy_days,
  c.resident_since, c.subsidy_300_reached_on, c.contact_address,
  c.protection_valid_from, c.protection_valid_to, c.protection_handler_id,
  (SELECT json_agg(json_build_object(
      'job_search_id', j.job_search_id, 'former_job_search_id', j.former_job_search_id,
      'started_on', j.started_on, 'ended_on', j.ended_on, 'end_reason', j.end_reason,
      'transferred_to', j.transferred_to, 'taken_in_on', j.taken_in_on, 'taken_in_from', j.taken_in_from,
      'spells', (SELECT json_agg(json_build_object('code', s.status_code, 'from', s.from_on, 'to', s.to_on)
          ORDER BY s.from_on) FROM status_spell s WHERE s.job_search_id = j.job_search_id))
    ORDER BY (j.ended_on IS NULL) DESC, coalesce(j.taken_in_on, j.started_on) DESC, j.job_search_id DESC)
    FROM job_search j WHERE j.client_id = c.client_id) AS job_searches
  FROM client c`;

export const selectClient = selectClientWith('');

const closed = (spells: readonly SpellRow[]): readonly ClosedSpell[] =>
  spells.flatMap(({ code, from, to }) => (to === null ? [] : [{ code, from, to }]));

/** A job search from its row. Throws where the row contradicts itself: that is a fault of ours, not of a caller. */
export const jobSearchFrom = (row: JobSearchRow): JobSearch => {
  const core = {
    jobSearchId: row.job_search_id,
    ...(row.former_job_search_id !== null && { formerJobSearchId: row.former_job_search_id }),
    startedOn: row.started_on,
    ...(row.taken_in_on !== null &&
      row.taken_in_from !== null && { takenIn: { on: row.taken_in_on, fromArea: row.taken_in_from } }),
    closedSpells: closed(row.spells),
  };
  if (row.ended_on !== null && row.transferred_to !== null) {
    // The last day here is stored, as of a search that ended; the first day there is the day after.
    return { ...core, status: 'TRANSFERRED', transferredOn: addDays(row.ended_on, 1), toArea: row.transferred_to };
  }
  if (row.ended_on !== null && row.end_reason !== null && row.end_reason !== 'TRANSFERRED') {
    return { ...core, status: 'ENDED', endedOn: row.ended_on, endReason: row.end_reason };
  }
  const last = row.spells.at(-1);
  if (last === undefined || last.to !== null) throw new Error('a running job search has no open spell');
  return { ...core, status: 'RUNNING', openSpell: { code: last.code, from: last.from } };
};

/** The order in force as a part to spread; nothing where there is none. */
export const protectionFrom = (row: ProtectionRow): { readonly protectionOrder?: ProtectionOrder } => {
  const { protection_valid_from: validFrom, protection_valid_to: validTo, protection_handler_id: handlerId } = row;
  if (validFrom === null || handlerId === null) return {};
  return { protectionOrder: { validFrom, ...(validTo !== null && { validTo }), handlerId } };
};

/** What a client has beside the person and the job search, as parts to spread. */
export const detailsFrom = (
  row: Pick<ClientRow, 'resident_since' | 'subsidy_300_reached_on' | 'contact_address'>,
): {
  readonly residentSince: LocalDate;
  readonly subsidy300ReachedOn?: LocalDate;
  readonly contactAddress?: ContactAddress;
} => ({
  residentSince: row.resident_since,
  ...(row.subsidy_300_reached_on !== null && { subsidy300ReachedOn: row.subsidy_300_reached_on }),
  ...(row.contact_address !== null && { contactAddress: row.contact_address }),
});
