import type { MultiSectorPorts } from '../../application/multi-sector-ports.ts';
import { expertOrderRepository } from './expert-order.repository.ts';
import { managementGroupRepository } from './management-group.repository.ts';
import { multiSectorRepository } from './multi-sector.repository.ts';
import { multiSectorPromptRepository } from './multi-sector-prompt.repository.ts';

/** What the multi-sector register, its management group and expert orders keep in Postgres. */
export const multiSectorStores: Pick<
  MultiSectorPorts,
  'multiSectorCases' | 'multiSectorPrompts' | 'managementGroups' | 'expertOrders'
> = {
  multiSectorCases: multiSectorRepository,
  multiSectorPrompts: multiSectorPromptRepository,
  managementGroups: managementGroupRepository,
  expertOrders: expertOrderRepository,
};
