import { roles } from '@tyovayla/kernel/role';
import { aProgram, aStaffMember } from '@tyovayla/runtime/testing/actors';
import { aClientCase, aProtectedCase, handler, ownTimer, specialist } from '../../testing/builders.ts';
import { caseRule, protectionRule } from './case-rule.ts';

const hidden = { allowed: false, rule: 'PROTECTION_ORDER', hidden: true };
const stated = { allowed: false, rule: 'NEED_NOT_STATED', hidden: false };

describe('who serves a client under a protection order (handbook 1.6)', () => {
  it('is the assigned handler, and the service’s own timers', () => {
    expect([caseRule(aProtectedCase(), handler), caseRule(aProtectedCase(), ownTimer)]).toEqual([
      { allowed: true },
      { allowed: true },
    ]);
  });

  it.each(roles)('is nobody else: not a %s, not even with a stated need', (role) => {
    const other = aStaffMember(role, { id: 'staff-0099' });
    expect(caseRule(aProtectedCase({ servedBy: ['staff-0099'] }), other)).toEqual(hidden);
  });

  it.each(roles.filter((role) => role !== 'PROTECTED_CLIENT_HANDLER'))(
    'is not the handler’s own person as a %s',
    (role) => {
      expect(caseRule(aProtectedCase(), aStaffMember(role, { id: 'staff-0004' }))).toEqual(hidden);
    },
  );

  it('is nobody at all while no handler is known', () => {
    const { handlerId: _unknown, ...nobodys } = aProtectedCase();
    expect([caseRule(nobodys, handler), caseRule(nobodys, aProgram('clients'))]).toEqual([hidden, hidden]);
  });
});

describe('who serves any other client', () => {
  it('is whoever serves them today, in whatever role', () => {
    expect(caseRule(aClientCase(), specialist)).toEqual({ allowed: true });
    expect(caseRule(aClientCase({ servedBy: ['staff-0004'] }), handler)).toEqual({ allowed: true });
  });

  it.each(roles)('as a %s who does not serve them: a manager alone', (role) => {
    const verdict = caseRule(aClientCase(), aStaffMember(role, { id: 'staff-0099' }));
    expect(verdict).toEqual(role === 'SERVICE_MANAGER' ? { allowed: true } : stated);
  });

  it('for dates of the law is everyone who serves clients', () => {
    expect(protectionRule(aClientCase(), aStaffMember('CASE_SPECIALIST', { id: 'staff-0099' }))).toEqual({
      allowed: true,
    });
  });
});
