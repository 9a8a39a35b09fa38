import { type Role, roles } from '@tyovayla/kernel/role';
import type { Access } from '@tyovayla/runtime/access';
import { accessDenial } from '@tyovayla/runtime/pipeline/access-check';
import { aProgram, aStaffMember } from '@tyovayla/runtime/testing/actors';
import { clientsMethods } from '../adapters/grpc/clients-methods.ts';
import { inMemoryService } from '../testing/in-memory-service.ts';

const { catalogue } = inMemoryService();
const methods = clientsMethods(catalogue, () => {
  throw new Error('nobody registers here');
});

const accesses: readonly (readonly [string, Access])[] = [
  ...Object.values(methods).map(({ name, access }) => [name, access] as const),
  ['TurnAge', catalogue.commands.turnAge.access] as const,
];

const serving = ['CASE_SPECIALIST', 'SERVICE_MANAGER', 'PROTECTED_CLIENT_HANDLER'];
const everybody = [...serving, 'STATISTICIAN', 'BOARD_MEMBER', 'AUDITOR', 'INTEGRATION_ADMIN'];

/** Who may what, written down by hand: staff by role through the portal, programs on their own behalf. */
const expected: Readonly<Record<string, { readonly staff: readonly string[]; readonly alone: readonly string[] }>> = {
  RegisterJobSeeker: { staff: serving, alone: ['population'] },
  RecordEmploymentStatus: { staff: serving, alone: ['population'] },
  RecordSubsidyDays: { staff: serving, alone: ['population'] },
  EndJobSearch: { staff: serving, alone: ['population'] },
  RecordProtectionOrder: { staff: ['PROTECTED_CLIENT_HANDLER'], alone: [] },
  LiftProtectionOrder: { staff: ['PROTECTED_CLIENT_HANDLER'], alone: [] },
  FindClientByIdentityCode: { staff: serving, alone: [] },
  GetClient: { staff: serving, alone: [] },
  ListClients: { staff: serving, alone: [] },
  ListClientAccesses: { staff: [...serving, 'AUDITOR'], alone: [] },
  DescribeRules: { staff: everybody, alone: ['operator'] },
  ExplainRule: { staff: everybody, alone: ['operator'] },
  ReplayEvents: { staff: [], alone: ['statistics', 'guidance'] },
  TurnAge: { staff: [], alone: ['clients'] },
};

const programs = ['clients', 'statistics', 'guidance', 'portal', 'population', 'operator', 'nats', 'idp', 'a-newcomer'];

const staffAllowed = (access: Access): readonly string[] =>
  roles.filter((role) => accessDenial(access, aStaffMember(role)) === undefined);

const aloneAllowed = (access: Access): readonly string[] =>
  programs.filter((program) => accessDenial(access, aProgram(program)) === undefined);

describe('who may use which method of the client registry', () => {
  it('is written down for every method and no other', () => {
    expect(accesses.map(([name]) => name).sort()).toEqual(Object.keys(expected).sort());
  });

  it.each(accesses)('%s is open to the roles of the table and closed to every other', (name, access) => {
    expect([...staffAllowed(access)].sort()).toEqual([...(expected[name]?.staff ?? ['?'])].sort());
  });

  it.each(accesses)('%s is open to the programs of the table alone and closed to every other', (name, access) => {
    expect([...aloneAllowed(access)].sort()).toEqual([...(expected[name]?.alone ?? ['?'])].sort());
  });

  it.each(accesses)('%s is closed to a role that nobody has thought of', (_, access) => {
    const newcomer = aStaffMember('A_NEWCOMER' as Role);
    expect(accessDenial(access, newcomer)).toEqual(expect.objectContaining({ kind: 'forbidden' }));
  });

  it.each(accesses)('%s is closed to staff who come through another program than the portal', (_, access) => {
    const throughAnother = roles.map((role) => accessDenial(access, aStaffMember(role, { program: 'guidance' })));
    expect(throughAnother.every((denial) => denial?.kind === 'forbidden')).toBe(true);
  });
});
