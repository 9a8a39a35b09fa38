import { type Role, roles } from '@tyovayla/kernel/role';
import { aProgram, aStaffMember } from '@tyovayla/runtime/testing/actors';
import type { Party } from '../../domain/multi-sector/party.ts';
import { parties } from '../../domain/multi-sector/party.ts';
import { handler, manager, otherHandler } from '../../testing/builders.ts';
import { aConsultedCase, today } from '../../testing/multi-sector-builders.ts';
import {
  authorityRule,
  type GuardedCase,
  networkRule,
  type Protection,
  seatedRule,
  seatOf,
} from './multi-sector-rule.ts';

const none: Protection = { kind: 'NONE' };
const protectedBy: Protection = { kind: 'PROTECTED', handlerId: 'staff-0004' };

/** A network whose only member is a person of a party. */
const networkOf = (party: Party, protection: Protection, appointedBy = 'staff-0001'): GuardedCase => ({
  one: {
    ...aConsultedCase(),
    members: [{ memberId: 'member', staffId: 'staff-0050', party, from: today, appointedBy }],
  },
  protection,
});

const rolesOfParty: Readonly<Record<Party, readonly Role[]>> = {
  EMPLOYMENT_AUTHORITY: ['CASE_SPECIALIST', 'SERVICE_MANAGER', 'PROTECTED_CLIENT_HANDLER'],
  WELLBEING_COUNTY: ['MULTI_SECTOR_MEMBER'],
  KELA: ['MULTI_SECTOR_MEMBER'],
};

const hidden = { allowed: false, rule: 'NOT_APPOINTED', hidden: true };
const authorityOnly = { allowed: false, rule: 'MULTI_SECTOR_AUTHORITY_MEMBERS_ONLY', hidden: false };
const matrix = parties.flatMap((party) => roles.map((role) => [party, role] as const));

describe('who has a seat in a client’s network (handbook R3.8)', () => {
  it.each(matrix)('a person appointed for %s, as a %s', (party, role) => {
    const seat = seatOf(networkOf(party, none), aStaffMember(role, { id: 'staff-0050' }));
    expect(seat).toEqual(rolesOfParty[party].includes(role) ? { party, as: 'MEMBER' } : undefined);
  });

  it.each(matrix)('nobody who is not appointed: network of %s, a %s', (party, role) => {
    const stranger = aStaffMember(role, { id: 'staff-0051' });
    expect(seatedRule(networkOf(party, none), stranger)).toEqual(hidden);
    expect(authorityRule(networkOf(party, none), stranger)).toEqual(hidden);
  });

  it('no program, not even the service’s own', () => {
    expect(seatedRule(networkOf('KELA', none), aProgram('guidance'))).toEqual(hidden);
  });

  it('nobody whose membership has ended', () => {
    const { one, protection } = networkOf('KELA', none);
    const left = { ...one, members: one.members.map((member) => ({ ...member, endedOn: today })) };
    const kaisa = aStaffMember('MULTI_SECTOR_MEMBER', { id: 'staff-0050' });
    expect(seatedRule({ one: left, protection }, kaisa)).toEqual(hidden);
  });
});

describe('the network of a protected client (handbook 1.6)', () => {
  const kaisa = aStaffMember('MULTI_SECTOR_MEMBER', { id: 'staff-0050' });
  const colleague = aStaffMember('CASE_SPECIALIST', { id: 'staff-0050' });

  it('is the assigned handler’s and of those whom the handler appointed', () => {
    expect(seatOf(networkOf('KELA', protectedBy), handler)).toEqual({ party: 'EMPLOYMENT_AUTHORITY', as: 'HANDLER' });
    expect(seatOf(networkOf('KELA', protectedBy, 'staff-0004'), kaisa)).toEqual({ party: 'KELA', as: 'MEMBER' });
    expect(seatOf(networkOf('KELA', protectedBy, 'staff-0014'), kaisa)).toBeUndefined();
    expect(seatOf(networkOf('KELA', protectedBy), otherHandler)).toBeUndefined();
  });

  it('is nobody’s while no handler is known', () => {
    for (const actor of [handler, manager, kaisa])
      expect(seatedRule(networkOf('KELA', { kind: 'PROTECTED' }), actor)).toEqual(hidden);
  });

  it('lets a colleague whom the handler appointed look on, and change nothing', () => {
    const network = networkOf('EMPLOYMENT_AUTHORITY', protectedBy, 'staff-0004');
    expect(seatedRule(network, colleague)).toEqual({ allowed: true });
    expect(authorityRule(network, colleague)).toEqual(authorityOnly);
    expect(networkRule(network, colleague)).toEqual(authorityOnly);
    expect(networkRule(network, handler)).toEqual({ allowed: true });
  });

  it('is not a manager’s to see to', () => {
    expect(networkRule(networkOf('KELA', protectedBy), manager)).toEqual(hidden);
    expect(networkRule(networkOf('KELA', none), manager)).toEqual({ allowed: true });
  });
});

describe('who acts for the employment authority in a network', () => {
  it('is its own members; people of other parties are told so', () => {
    const specialist = aStaffMember('CASE_SPECIALIST', { id: 'staff-0050' });
    const helmi = aStaffMember('MULTI_SECTOR_MEMBER', { id: 'staff-0050' });
    expect(authorityRule(networkOf('EMPLOYMENT_AUTHORITY', none), specialist)).toEqual({ allowed: true });
    expect(authorityRule(networkOf('WELLBEING_COUNTY', none), helmi)).toEqual(authorityOnly);
  });
});
