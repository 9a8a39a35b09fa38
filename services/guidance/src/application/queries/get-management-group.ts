import { accepted, refused } from '@tyovayla/kernel/result';
import type { Query } from '@tyovayla/runtime/query';
import type { ManagementGroup } from '../../domain/multi-sector/management-group.ts';
import { groupNotFound } from '../../domain/multi-sector/multi-sector-refusals.ts';
import { seesManagementGroup } from '../multi-sector-access.ts';
import type { MultiSectorPorts } from '../multi-sector-ports.ts';

/** Shows the management group of an area: members, leaders with the votes on them, agreements. */
export const getManagementGroupQuery = ({
  managementGroups,
}: Pick<MultiSectorPorts, 'managementGroups'>): Query<{ readonly countyArea: string }, ManagementGroup> => ({
  name: 'GetManagementGroup',
  access: seesManagementGroup,
  missing: groupNotFound,
  load: async (sql, { countyArea }) => {
    const group = await managementGroups.find(sql, countyArea);
    return group === undefined ? refused(groupNotFound) : accepted(group);
  },
});
