import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { MunicipalityCode } from '@tyovayla/kernel/municipality';
import type { Sql, Tx, Write } from '@tyovayla/kernel/sql';
import { decryptField, encryptField, type FieldKeys } from '@tyovayla/persistence/field-encryption';
import type { MergeRepository } from '../../application/life-cycle-ports.ts';
import type { ClientId } from '../../domain/client/client.ts';
import type { EndedJobSearch, JobSearch } from '../../domain/client/job-search.ts';
import type { Residence } from '../../domain/client/life-cycle-events.ts';
import type { MergeProvenance } from '../../domain/client/merge-provenance.ts';
import { noParts, type RecordParts } from '../../domain/client/record-parts.ts';
import type { SetAsideClient } from '../../domain/client/split-clients.ts';
import type { WholeClient } from '../../domain/client/whole-client.ts';
import { bareClientFrom, clientFrom } from './client-from-row.ts';
import { type ClientRow, jobSearchFrom, selectClient } from './client-row.ts';
import { updateClient } from './client-writes.ts';
import type { IdentityCodeVault } from './identity-code-vault.ts';
import { upsertSpells } from './job-search-writes.ts';
import { bringBack, endSearchIn, moveSearches, reopenSearchIn, replaceResidences, setAside } from './merge-writes.ts';
import { loadParts, moveLists, replaceParts } from './record-parts.ts';

/** Where stands what a merge did. */
export const provenancePlace = { table: 'client_merge', column: 'provenance_sealed' } as const;

// In one order by everybody, so that no two merges wait for each other.
const lockText = 'SELECT 1 FROM client WHERE client_id = ANY ($1::uuid[]) ORDER BY client_id FOR UPDATE';
const loadText = `${selectClient} WHERE c.client_id = ANY ($1::uuid[])`;
const residencesText = `SELECT client_id, from_on, municipality_code FROM residence
  WHERE client_id = ANY ($1::uuid[]) ORDER BY from_on`;
// The one record that this transaction may see, though it is set aside, and the two whose parts it may move.
const openText = "SELECT set_config('app.set_aside', $1, true), set_config('app.joining', $1 || ',' || $2, true)";
const provenanceText = `SELECT provenance_sealed FROM client_merge
  WHERE merged_client_id = $1 AND kept_client_id = $2 AND split_on IS NULL`;

const mergedText = `INSERT INTO client_merge (merged_client_id, kept_client_id, merged_on, provenance_sealed)
  VALUES ($1, $2, $3, $4) ON CONFLICT (merged_client_id) DO UPDATE SET kept_client_id = excluded.kept_client_id,
  merged_on = excluded.merged_on, provenance_sealed = excluded.provenance_sealed, split_on = NULL`;
const splitText = 'UPDATE client_merge SET split_on = $2 WHERE merged_client_id = $1 AND split_on IS NULL';

type ResidenceRow = {
  readonly client_id: ClientId;
  readonly from_on: LocalDate;
  readonly municipality_code: MunicipalityCode;
};

type Rows = {
  readonly clients: readonly ClientRow[];
  readonly homes: readonly ResidenceRow[];
  readonly parts: ReadonlyMap<ClientId, RecordParts>;
};

type Pair = { readonly keptClientId: ClientId; readonly mergedClientId: ClientId };

const loadRows = async (tx: Tx, { keptClientId, mergedClientId }: Pair): Promise<Rows> => {
  const ids = [keptClientId, mergedClientId];
  const [, clients, homes] = await Promise.all([
    tx.query(lockText, [ids]),
    tx.query<ClientRow>(loadText, [ids]),
    tx.query<ResidenceRow>(residencesText, [ids]),
  ]);
  const parts = new Map<ClientId, RecordParts>();
  for (const clientId of ids) parts.set(clientId, await loadParts(tx, clientId));
  return { clients, homes, parts };
};

const homesOf = ({ homes }: Rows, clientId: ClientId): readonly Residence[] =>
  homes
    .filter(({ client_id }) => client_id === clientId)
    .map(({ from_on, municipality_code }) => ({ from: from_on, municipalityCode: municipality_code }));

const openRecords = async (sql: Sql, { keptClientId, mergedClientId }: Pair): Promise<void> => {
  await sql.query(openText, [mergedClientId, keptClientId]);
};

const changed = (before: readonly JobSearch[], after: readonly JobSearch[]): JobSearch | undefined => {
  const known = new Set(before);
  return after.find((search) => !known.has(search));
};

const spellWrites = (before: readonly JobSearch[], after: JobSearch | undefined): readonly Write[] => {
  const was = before.find(({ jobSearchId }) => jobSearchId === after?.jobSearchId);
  return was === undefined || after === undefined ? [] : upsertSpells(was, after);
};

/** Two records of one person, in Postgres. What a merge did is sealed: it holds what the record was. */
export const mergeRepository = (vault: IdentityCodeVault, keys: FieldKeys): MergeRepository => {
  const placeOf = (mergedClientId: ClientId) => ({ ...provenancePlace, rowId: mergedClientId });

  const wholeOf = (rows: Rows, clientId: ClientId): WholeClient | undefined => {
    const row = rows.clients.find(({ client_id }) => client_id === clientId);
    if (row === undefined) return undefined;
    const jobSearches = row.job_searches.map(jobSearchFrom);
    const client = clientFrom(row, vault);
    // One object for the newest, so that what a decision changes of it is seen in both places.
    return {
      client: { ...client, jobSearch: jobSearches[0] ?? client.jobSearch },
      jobSearches,
      residences: homesOf(rows, clientId),
      parts: rows.parts.get(clientId) ?? noParts,
    };
  };

  const setAsideOf = (rows: Rows, clientId: ClientId, sealed: Buffer): SetAsideClient | undefined => {
    const row = rows.clients.find(({ client_id }) => client_id === clientId);
    if (row === undefined) return undefined;
    const provenance = JSON.parse(decryptField(keys, sealed, placeOf(clientId))) as MergeProvenance;
    return {
      client: bareClientFrom(row, vault),
      residences: homesOf(rows, clientId),
      parts: rows.parts.get(clientId) ?? noParts,
      provenance,
    };
  };

  return {
    load: async (tx, pair) => {
      const { keptClientId, mergedClientId } = pair;
      await openRecords(tx, pair);
      const rows = await loadRows(tx, pair);
      // A record that went into another one before has no job searches of its own, and can't go into this one.
      const present = { ...rows, clients: rows.clients.filter(({ job_searches }) => job_searches !== null) };
      const kept = wholeOf(present, keptClientId);
      const merged = wholeOf(present, mergedClientId);
      return { ...(kept && { kept }), ...(merged && { merged }) };
    },
    save: ({ kept, merged }, done, provenance) => {
      const { clientId: keptId } = kept.client;
      const { clientId: mergedId } = merged.client;
      const all = [...kept.jobSearches, ...merged.jobSearches];
      const ended = changed(all, done.kept.next.jobSearches) as EndedJobSearch | undefined;
      const coming = merged.jobSearches
        .map(({ jobSearchId }) => jobSearchId)
        .filter((jobSearchId) => jobSearchId !== ended?.jobSearchId);
      return [
        updateClient(kept.client, done.kept.next.client, vault),
        setAside(merged.client, done.merged.next, keptId),
        ...moveSearches(coming, keptId),
        ...(ended === undefined ? [] : [endSearchIn(ended, keptId)]),
        ...spellWrites(all, ended),
        ...replaceResidences(keptId, done.kept.next.residences),
        ...replaceParts(keptId, kept.parts, done.kept.next.parts),
        ...moveLists(merged.parts, keptId),
        {
          text: mergedText,
          values: [
            mergedId,
            keptId,
            provenance.mergedOn,
            encryptField(keys, JSON.stringify(provenance), placeOf(mergedId)),
          ],
        },
      ];
    },
    loadMerged: async (tx, pair) => {
      const { keptClientId, mergedClientId } = pair;
      await openRecords(tx, pair);
      const rows = await loadRows(tx, pair);
      const present = { ...rows, clients: rows.clients.filter(({ job_searches }) => job_searches !== null) };
      const kept = wholeOf(present, keptClientId);
      const [found] = await tx.query<{ readonly provenance_sealed: Buffer }>(provenanceText, [
        mergedClientId,
        keptClientId,
      ]);
      const aside = found && setAsideOf(rows, mergedClientId, found.provenance_sealed);
      return { ...(kept && { kept }), ...(aside && { setAside: aside }) };
    },
    saveSplit: ({ kept, setAside: aside }, done, splitOn) => {
      const { clientId: keptId } = kept.client;
      const { clientId: backId } = aside.client;
      const { reopened } = done;
      const { parts: partsBack } = done.restored.next;
      const going = done.restored.next.jobSearches
        .map(({ jobSearchId }) => jobSearchId)
        .filter((jobSearchId) => jobSearchId !== reopened?.jobSearchId);
      const reopenedIn = done.restored.next.jobSearches.some((search) => search === reopened) ? backId : keptId;
      return [
        updateClient(kept.client, done.kept.next.client, vault),
        bringBack(done.restored.next.client, keptId),
        ...moveSearches(going, backId),
        ...(reopened === undefined ? [] : [reopenSearchIn(reopened, reopenedIn)]),
        ...spellWrites(kept.jobSearches, reopened),
        ...replaceResidences(keptId, done.kept.next.residences),
        ...replaceParts(keptId, kept.parts, done.kept.next.parts),
        ...moveLists(partsBack, backId),
        { text: splitText, values: [backId, splitOn], expectRows: 1 },
      ];
    },
  };
};
