import type { Access } from '@tyovayla/runtime/access';
import { servesClients, servingRoles } from './access.ts';

/** Staff of the employment authority in the multi-sector register. Into which case is the rules' to say. */
export const servesMultiSector: Access = servesClients('multi-sector');

/** All parties' people. */
export const sharesMultiSector: Access = servesClients('multi-sector', [...servingRoles, 'MULTI_SECTOR_MEMBER']);

/** The management group is about no client. */
const groupAccess = { programs: ['portal'], programsAlone: [], purpose: 'multi-sector-management', dataGroup: 'none' };

export const leadsManagementGroup: Access = { ...groupAccess, roles: ['SERVICE_MANAGER'] };

/** Members of the group come from all parties. */
export const votesInManagementGroup: Access = { ...groupAccess, roles: [...servingRoles, 'MULTI_SECTOR_MEMBER'] };

export const seesManagementGroup: Access = {
  ...groupAccess,
  roles: [...servingRoles, 'MULTI_SECTOR_MEMBER', 'BOARD_MEMBER'],
};

/** Orders of experts' hours and their results, which may touch health. */
export const ordersExperts: Access = servesClients('work-ability');
