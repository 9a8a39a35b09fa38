import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted } from '@tyovayla/kernel/result';
import { type DataGroup, dataGroups } from '../../domain/data-groups.ts';
import { extractsData } from '../access.ts';
import type { OnCase } from '../case-command.ts';
import { type CaseQuery, caseQuery } from '../case-query.ts';
import type { Extracts, KeptRow } from '../extract-ports.ts';
import type { CasePorts } from '../ports.ts';

/** Everything that guidance keeps of a client: every group, also one of which nothing is kept. */
export type ClientExtract = {
  readonly extractedOn: LocalDate;
  readonly groups: readonly { readonly group: DataGroup; readonly rows: readonly KeptRow[] }[];
};

/**
 * Takes out everything that guidance keeps of a client, for the client: GDPR article 15, handbook 1.8 (R1.24). Who has
 * seen it is asked for apart (ListClientAccesses); what the client registry keeps is asked of it.
 */
export const extractClientDataQuery = (
  ports: CasePorts & { readonly extracts: Extracts },
): CaseQuery<OnCase, ClientExtract> =>
  caseQuery(ports, {
    name: 'ExtractClientData',
    access: extractsData,
    load: async (sql, { clientId }, { context: { today } }) => {
      const rows = await ports.extracts.ofClient(sql, clientId);
      const ofKind = new Map(Object.entries(Object.groupBy(rows, ({ kind }) => kind)));
      const groups = dataGroups.map((group) => ({
        group,
        rows: group.kinds.flatMap((kind) => ofKind.get(kind) ?? []),
      }));
      return accepted({ extractedOn: today, groups });
    },
  });
