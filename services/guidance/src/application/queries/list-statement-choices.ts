import { accepted } from '@tyovayla/kernel/result';
import type { Query } from '@tyovayla/runtime/query';
import type { StatementChoices } from '../../domain/statement/statement-choices.ts';
import { servingRoles } from '../access.ts';
import type { StatementPorts } from '../statement-ports.ts';

/** What statements of the area may be written with: grounds, recipients, services. No person's data. */
export const listStatementChoicesQuery = ({
  statementChoices,
}: Pick<StatementPorts, 'statementChoices'>): Query<Record<never, never>, StatementChoices> => ({
  name: 'ListStatementChoices',
  access: {
    roles: servingRoles,
    programs: ['portal'],
    programsAlone: [],
    purpose: 'employment-service',
    dataGroup: 'none',
  },
  load: async () => accepted(statementChoices),
});
