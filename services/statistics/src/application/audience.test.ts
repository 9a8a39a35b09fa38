import { roles } from '@tyovayla/kernel/role';
import { aProgram, aStaffMember } from '@tyovayla/runtime/testing/actors';
import { audienceOf } from './audience.ts';

describe('who gets small numbers', () => {
  const outsiders = ['BOARD_MEMBER', 'MULTI_SECTOR_MEMBER'];

  it.each(roles.map((role) => [role, outsiders.includes(role) ? 'OUTSIDE' : 'AUTHORITY'] as const))(
    '%s in the portal is %s',
    (role, audience) => {
      expect(audienceOf(aStaffMember(role))).toBe(audience);
    },
  );

  it('is a member of the board who also works for the authority', () => {
    const both = { ...aStaffMember('BOARD_MEMBER'), roles: ['BOARD_MEMBER', 'STATISTICIAN'] } as const;
    expect(audienceOf(both as Parameters<typeof audienceOf>[0])).toBe('AUTHORITY');
  });

  it('is not a member of the board who also works for Kela', () => {
    const both = { ...aStaffMember('BOARD_MEMBER'), roles: ['BOARD_MEMBER', 'MULTI_SECTOR_MEMBER'] } as const;
    expect(audienceOf(both as Parameters<typeof audienceOf>[0])).toBe('OUTSIDE');
  });

  it('is nobody who comes through another program, and no program on its own behalf', () => {
    expect(audienceOf(aStaffMember('STATISTICIAN', { program: 'operator' }))).toBe('OUTSIDE');
    for (const program of ['portal', 'population', 'operator']) expect(audienceOf(aProgram(program))).toBe('OUTSIDE');
  });
});
