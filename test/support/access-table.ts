import type { Role } from '@tyovayla/kernel/role';
import type { DataServiceName } from './service-calls.ts';

type Allowed = { readonly roles: readonly Role[]; readonly alone: readonly string[] };

const servingStaff: readonly Role[] = ['CASE_SPECIALIST', 'SERVICE_MANAGER', 'PROTECTED_CLIENT_HANDLER'];
const everybody: readonly Role[] = [...servingStaff, 'STATISTICIAN', 'BOARD_MEMBER', 'AUDITOR', 'INTEGRATION_ADMIN'];

/** Who may call what, written by hand. What is not listed is forbidden: a new method or role fails until it is. */
export const accessTable: Readonly<Record<DataServiceName, Readonly<Record<string, Allowed>>>> = {
  clients: {
    RegisterJobSeeker: { roles: servingStaff, alone: ['population'] },
    RecordEmploymentStatus: { roles: servingStaff, alone: ['population'] },
    RecordSubsidyDays: { roles: servingStaff, alone: ['population'] },
    EndJobSearch: { roles: servingStaff, alone: ['population'] },
    RecordProtectionOrder: { roles: ['PROTECTED_CLIENT_HANDLER'], alone: [] },
    LiftProtectionOrder: { roles: ['PROTECTED_CLIENT_HANDLER'], alone: [] },
    FindClientByIdentityCode: { roles: servingStaff, alone: [] },
    GetClient: { roles: servingStaff, alone: [] },
    ListClients: { roles: servingStaff, alone: [] },
    ListClientAccesses: { roles: [...servingStaff, 'AUDITOR'], alone: [] },
    DescribeRules: { roles: everybody, alone: ['operator'] },
    ExplainRule: { roles: everybody, alone: ['operator'] },
    ReplayEvents: { roles: [], alone: ['statistics', 'guidance'] },
  },
  statistics: {
    GetSituationPicture: { roles: everybody, alone: ['population', 'operator'] },
    WatchSituationPicture: { roles: everybody, alone: ['population', 'operator'] },
    GetRowSeries: { roles: everybody, alone: ['population', 'operator'] },
    GetStatedPicture: { roles: everybody, alone: ['population', 'operator'] },
    RebuildProjection: { roles: ['INTEGRATION_ADMIN'], alone: ['operator'] },
    DescribeRules: { roles: everybody, alone: ['operator'] },
    ExplainRule: { roles: everybody, alone: ['operator'] },
  },
  guidance: {
    GetInitialInterview: { roles: servingStaff, alone: [] },
    DescribeRules: { roles: everybody, alone: ['operator'] },
    ExplainRule: { roles: everybody, alone: ['operator'] },
  },
};
