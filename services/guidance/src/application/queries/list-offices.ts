import { accepted } from '@tyovayla/kernel/result';
import type { Query } from '@tyovayla/runtime/query';
import type { Offices } from '../../domain/meeting/office.ts';
import { servesClients, servingRoles } from '../access.ts';
import type { GuidancePorts } from '../ports.ts';

/** Where and when the authority meets clients: reference data, nobody's own; the people of other parties meet there too. */
export const listOfficesQuery = ({
  offices,
}: Pick<GuidancePorts, 'offices'>): Query<Record<never, never>, Offices> => ({
  name: 'ListOffices',
  access: { ...servesClients('client-process', [...servingRoles, 'MULTI_SECTOR_MEMBER']), dataGroup: 'none' },
  load: async () => accepted(offices),
});
