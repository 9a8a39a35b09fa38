import { accepted, refused } from '@tyovayla/kernel/result';
import type { Actor } from '@tyovayla/runtime/actor';
import { type Page, pageOf, pageTokenInvalid } from '@tyovayla/runtime/page';
import type { Query } from '@tyovayla/runtime/query';
import { servesMultiSector } from '../multi-sector-access.ts';
import type { MultiSectorPorts } from '../multi-sector-ports.ts';
import type { MultiSectorPrompt } from './multi-sector-prompt.ts';

export type ListMultiSectorPromptsInput = { readonly pageSize: number; readonly pageToken?: string };

const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const seesAll = (actor: Actor): boolean => actor.kind === 'STAFF' && actor.roles.includes('SERVICE_MANAGER');

/**
 * Lists clients whose referral might be considered: to a specialist of those assigned to them, to a manager of all who
 * are not protected. Whoever has an open case is left out.
 */
export const listMultiSectorPromptsQuery = ({
  multiSectorPrompts,
}: Pick<MultiSectorPorts, 'multiSectorPrompts'>): Query<ListMultiSectorPromptsInput, Page<MultiSectorPrompt>> => ({
  name: 'ListMultiSectorPrompts',
  access: servesMultiSector,
  load: async (sql, { pageSize, pageToken }, { actor, today }) => {
    if (pageToken !== undefined && !idShape.test(pageToken)) return refused(pageTokenInvalid);
    const rows = await multiSectorPrompts.list(sql, {
      today,
      limit: pageSize + 1,
      ...(!seesAll(actor) && { specialistId: actor.id }),
      ...(pageToken !== undefined && { after: pageToken }),
    });
    return accepted(pageOf(rows, pageSize, ({ clientId }) => clientId));
  },
});
