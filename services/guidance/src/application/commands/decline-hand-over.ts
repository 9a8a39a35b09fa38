import { accepted } from '@tyovayla/kernel/result';
import { declineHandOver } from '../../domain/assignment/decline-hand-over.ts';
import { servesClients } from '../access.ts';
import type { AssignmentPorts, AssignmentRecord } from '../assignment-ports.ts';
import { type CaseCommand, caseCommand, type OnCase } from '../case-command.ts';
import { deciderOf } from '../deciders.ts';
import type { CasePorts } from '../ports.ts';

/** The case stays where it is after the client's move: the proposal is taken off the specialist's list. */
export const declineHandOverCommand = (
  ports: CasePorts & AssignmentPorts,
): CaseCommand<OnCase, AssignmentRecord | undefined, AssignmentRecord, undefined> =>
  caseCommand(ports, {
    name: 'DeclineHandOver',
    access: servesClients('caseload'),
    load: (tx, { clientId }) => ports.assignments.find(tx, clientId),
    decide: ({ clientCase, loaded: record }, _, { actor, today }) => {
      const { organisation } = ports;
      const declined = declineHandOver(clientCase, {
        proposedTo: record?.proposedTo,
        by: deciderOf(actor),
        today,
        organisation,
      });
      if (!declined.ok) return declined;
      const { clientId } = clientCase;
      const next = { clientId, foreignCitizen: record?.foreignCitizen ?? false };
      return accepted({ next, facts: declined.value, answer: undefined });
    },
    save: (record, { clientCase: { jobSearch } }) => [
      ports.assignments.save(record),
      ...(jobSearch === undefined ? [] : [ports.dayTasks.done(jobSearch.jobSearchId, 'HAND_OVER_PROPOSED')]),
    ],
  });
