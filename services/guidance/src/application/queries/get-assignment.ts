import { accepted } from '@tyovayla/kernel/result';
import { isProtected } from '../../domain/client-case/client-case.ts';
import { servesClients } from '../access.ts';
import { caseRule, protectionRule } from '../access-rules/case-rule.ts';
import type { AssignmentPorts } from '../assignment-ports.ts';
import type { OnCase } from '../case-command.ts';
import { type CaseQuery, caseQuery } from '../case-query.ts';
import type { CasePorts } from '../ports.ts';

/** Whose a client is. */
export type AssignmentView = {
  readonly clientId: string;
  readonly teamId?: string;
  /** Staff id of the specialist, or of the handler. */
  readonly specialistId?: string;
  /** Staff id of the specialist to whom handing over is proposed. */
  readonly proposedTo?: string;
  /** Whether the caller may go on, or states a need first. */
  readonly access: 'OPEN' | 'NEED_FIRST';
};

/**
 * Whose a client is, also for those who don't serve the client: they learn whom to turn to, and whether they must state
 * a need first. A protected client stays hidden.
 */
export const getAssignmentQuery = (
  ports: Pick<CasePorts, 'cases'> & AssignmentPorts,
): CaseQuery<OnCase, AssignmentView> =>
  caseQuery(ports, {
    name: 'GetAssignment',
    access: servesClients('caseload'),
    rule: protectionRule,
    load: async (sql, { clientId }, { clientCase, context: { actor } }) => {
      const { teamId, specialistId, handlerId } = clientCase;
      const record = await ports.assignments.find(sql, clientId);
      const staffId = isProtected(clientCase) ? handlerId : specialistId;
      return accepted({
        clientId,
        ...(teamId !== undefined && { teamId }),
        ...(staffId !== undefined && { specialistId: staffId }),
        ...(record?.proposedTo !== undefined && { proposedTo: record.proposedTo }),
        access: caseRule(clientCase, actor).allowed ? 'OPEN' : 'NEED_FIRST',
      });
    },
  });
