import { type Role, roles } from '@tyovayla/kernel/role';
import type { Access } from '@tyovayla/runtime/access';
import { accessDenial } from '@tyovayla/runtime/pipeline/access-check';
import { aProgram, aStaffMember } from '@tyovayla/runtime/testing/actors';
import { fixedClock } from '@tyovayla/testing/fixed-clock';
import { clientsMethods } from '../adapters/grpc/clients-methods.ts';
import { inMemoryService } from '../testing/in-memory-service.ts';

const { catalogue } = inMemoryService();
const nobodyRegisters = () => {
  throw new Error('nobody registers here');
};
const methods = clientsMethods(catalogue, nobodyRegisters, fixedClock('2026-02-02T12:00:00+02:00'));

const accesses: readonly (readonly [string, Access])[] = [
  ...Object.values(methods).map(({ name, access }) => [name, access] as const),
  ['TurnAge', catalogue.commands.turnAge.access] as const,
  ['AnonymiseClient', catalogue.commands.anonymiseClient.access] as const,
  ['FollowSuccession', catalogue.commands.followSuccession.access] as const,
  ['SucceedHandler', catalogue.commands.succeedHandler.access] as const,
];

const serving = ['CASE_SPECIALIST', 'SERVICE_MANAGER', 'PROTECTED_CLIENT_HANDLER'];
/** Work ability is seen by fewer than the rest of a client. */
const assessing = ['CASE_SPECIALIST', 'PROTECTED_CLIENT_HANDLER'];
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
  RecordProfile: { staff: serving, alone: [] },
  PublishProfile: { staff: serving, alone: [] },
  PublishMinimumProfile: { staff: serving, alone: [] },
  WithdrawProfile: { staff: serving, alone: [] },
  GetProfile: { staff: serving, alone: [] },
  RecordWorkAbility: { staff: assessing, alone: [] },
  GetWorkAbility: { staff: assessing, alone: [] },
  GiveConsent: { staff: serving, alone: [] },
  WithdrawConsent: { staff: serving, alone: [] },
  ListConsents: { staff: serving, alone: [] },
  RecordInformationReceipt: { staff: serving, alone: [] },
  ListInformationReceipts: { staff: serving, alone: [] },
  CorrectContactData: { staff: serving, alone: [] },
  CorrectName: { staff: serving, alone: [] },
  ChangeServiceLanguage: { staff: serving, alone: [] },
  MoveClient: { staff: serving, alone: [] },
  TransferClientOut: { staff: serving, alone: [] },
  ListHandOvers: { staff: [], alone: ['area-exchange'] },
  GetHandOver: { staff: [], alone: ['area-exchange'] },
  AcknowledgeTransfer: { staff: [], alone: ['area-exchange'] },
  ReceiveTransfer: { staff: ['PROTECTED_CLIENT_HANDLER'], alone: ['area-exchange'] },
  ReassignProtectedHandler: { staff: ['PROTECTED_CLIENT_HANDLER'], alone: [] },
  HandOverProtectedDesk: { staff: ['SERVICE_MANAGER'], alone: [] },
  ProlongProtectionOrder: { staff: ['PROTECTED_CLIENT_HANDLER'], alone: [] },
  RecordContactAddress: { staff: serving, alone: [] },
  ListProtectionReviews: { staff: ['PROTECTED_CLIENT_HANDLER'], alone: [] },
  ChangeIdentityCode: { staff: serving, alone: [] },
  MergeClients: { staff: ['SERVICE_MANAGER', 'PROTECTED_CLIENT_HANDLER'], alone: [] },
  SplitClients: { staff: ['SERVICE_MANAGER', 'PROTECTED_CLIENT_HANDLER'], alone: [] },
  ExtractClientData: { staff: assessing, alone: [] },
  DescribeRules: { staff: everybody, alone: ['operator'] },
  ExplainRule: { staff: everybody, alone: ['operator'] },
  ListNetworkClients: { staff: [], alone: ['guidance'] },
  ReplayEvents: { staff: [], alone: ['statistics', 'guidance'] },
  TurnAge: { staff: [], alone: ['clients'] },
  AnonymiseClient: { staff: [], alone: ['clients'] },
  FollowSuccession: { staff: [], alone: ['clients'] },
  SucceedHandler: { staff: [], alone: ['clients'] },
};

const programs = [
  'clients',
  'statistics',
  'guidance',
  'portal',
  'population',
  'operator',
  'nats',
  'idp',
  'area-exchange',
  'a-newcomer',
];

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
