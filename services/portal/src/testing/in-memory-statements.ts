import { randomUUID } from 'node:crypto';
import type { Statements } from '../api/process-ports.ts';
import { fileOf, no, once, unservedClientId, type World } from './in-memory-file.ts';
import { someStatementChoices } from './some-process.ts';

const kindOf = (content: object): string =>
  (Object.keys(content)[0] ?? '').replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** Statements, and whose a client is, in memory. */
export const statementsInMemory = (world: World): Statements => ({
  listStatements: async (_, { clientId }) => fileOf(world, clientId).statements,
  listStatementChoices: async () => someStatementChoices(),
  issueStatement: (change, { clientId, content, ...input }) =>
    once(world, change, () => {
      const file = fileOf(world, clientId);
      const { today } = world.options;
      const delivery = { state: 'SENT', attempts: 1, sentTime: `${today}T09:15:00.000Z` };
      const made = { statementId: randomUUID(), kind: kindOf(content), validFromDate: today, issuedDate: today };
      const whole = {
        ...input,
        ...made,
        content: content as Record<string, Record<string, unknown>>,
        issuedBy: 'staff-0001',
      };
      file.statements = { ...file.statements, statements: [{ ...whole, delivery }, ...file.statements.statements] };
      return { statementId: made.statementId };
    }),
  replaceStatement: () => Promise.reject(no(404, 'STATEMENT_NOT_FOUND')),
  meetWorkObligation: () => Promise.reject(no(404, 'WORK_OBLIGATION_NOT_FOUND')),
  getAssignment: async (_, { clientId }) =>
    clientId === unservedClientId ? { clientId, needFirst: true } : fileOf(world, clientId).assignment,
  assignSpecialist: (change, { clientId, staffId }) =>
    once(world, change, () => {
      const file = fileOf(world, clientId);
      file.assignment = { ...file.assignment, specialistId: staffId };
      return { load: { clients: 110, most: 120, warning: true } };
    }),
  handOverCase: (change, { clientId, fromStaffId, toStaffId }) =>
    once(world, change, () => {
      const file = fileOf(world, clientId);
      if (file.assignment.specialistId !== fromStaffId) throw no(409, 'SPECIALIST_CHANGED_MEANWHILE');
      file.assignment = { ...file.assignment, specialistId: toStaffId };
      return { load: { clients: 84, most: 120, warning: false }, openTasks: 2 };
    }),
  declineHandOver: () => Promise.reject(no(409, 'NO_HAND_OVER_PROPOSED')),
});
