import { accepted } from '@tyovayla/kernel/result';
import type { Query } from '@tyovayla/runtime/query';
import type { Substitution } from '../../domain/assignment/substitution.ts';
import { servesClients } from '../access.ts';
import type { AssignmentPorts } from '../assignment-ports.ts';

/** Who substitutes whom, today and later: for everybody who serves clients. Holds nothing of a client. */
export const listSubstitutionsQuery = (ports: AssignmentPorts): Query<undefined, readonly Substitution[]> => ({
  name: 'ListSubstitutions',
  access: { ...servesClients('caseload'), purpose: 'staffing', dataGroup: 'none' },
  load: async (sql, _, { today }) => accepted(await ports.substitutions.list(sql, today)),
});
