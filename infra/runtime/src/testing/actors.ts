import type { Role } from '@tyovayla/kernel/role';
import type { Actor } from '../actor.ts';

/** A member of staff with one role, calling through the portal. */
export const aStaffMember = (
  role: Role,
  given: { id?: string; municipality?: string; program?: string } = {},
): Actor => {
  const { id = 'staff-0001', municipality, program = 'portal' } = given;
  return { kind: 'STAFF', id, roles: [role], program, ...(municipality === undefined ? {} : { municipality }) };
};

/** A program that calls on its own behalf. */
export const aProgram = (program: string): Actor => ({ kind: 'PROGRAM', id: program, roles: [], program });
