import { localDate } from '@tyovayla/kernel/local-date';
import { type Role, roles } from '@tyovayla/kernel/role';
import { aProgram, aStaffMember } from '@tyovayla/runtime/testing/actors';
import { serviceRule } from './service-rule.ts';

const needNotStated = { allowed: false, rule: 'NEED_NOT_STATED', hidden: false };
const hidden = { allowed: false, rule: 'PROTECTION_ORDER', hidden: true };
const protectionOrder = { validFrom: localDate('2026-01-01'), handlerId: 'staff-0004' };

describe('who may see and change a client whom no order protects (handbook R1.23)', () => {
  it.each(roles.filter((role) => role !== 'SERVICE_MANAGER'))(
    'as %s: those who serve the client, and nobody else',
    (role) => {
      const actor = aStaffMember(role);
      expect(serviceRule({ serving: 'ASSIGNED' }, actor)).toEqual({ allowed: true });
      expect(serviceRule({ serving: 'NEED_URGENT' }, actor)).toEqual({ allowed: true });
      expect(serviceRule({}, actor)).toEqual(needNotStated);
    },
  );

  it('as a service manager: everybody, also with another role beside it', () => {
    expect(serviceRule({}, aStaffMember('SERVICE_MANAGER'))).toEqual({ allowed: true });
    const held: readonly Role[] = ['CASE_SPECIALIST', 'SERVICE_MANAGER'];
    expect(serviceRule({}, { kind: 'STAFF', id: 'staff-0009', roles: held, program: 'portal' })).toEqual({
      allowed: true,
    });
  });

  it('lets programs act alone where their declaration does', () => {
    expect(serviceRule({}, aProgram('population'))).toEqual({ allowed: true });
  });

  it('says nothing of a client who is not there', () => {
    expect(serviceRule(undefined, aStaffMember('CASE_SPECIALIST'))).toEqual({ allowed: true });
  });
});

describe('a client under a protection order', () => {
  it.each(roles)('stays hidden from a %s who would serve them', (role) => {
    expect(serviceRule({ protectionOrder, serving: 'ASSIGNED' }, aStaffMember(role))).toEqual(hidden);
  });

  it('is the assigned handler’s, who needs no other assignment and no need', () => {
    const handler = aStaffMember('PROTECTED_CLIENT_HANDLER', { id: 'staff-0004' });
    expect(serviceRule({ protectionOrder }, handler)).toEqual({ allowed: true });
    expect(serviceRule({}, handler)).toEqual(needNotStated);
  });
});
