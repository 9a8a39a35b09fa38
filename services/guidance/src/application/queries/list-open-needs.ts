import { helsinkiMidnight, parseLocalDate } from '@tyovayla/kernel/local-date';
import { accepted, refused } from '@tyovayla/kernel/result';
import { pageOf, pageTokenInvalid } from '@tyovayla/runtime/page';
import type { Query } from '@tyovayla/runtime/query';
import type { StatedNeed } from '../../domain/assignment/stated-need.ts';
import { fieldsInvalid } from '../../domain/client-case/case-refusals.ts';
import { servesClients } from '../access.ts';
import type { AssignmentPorts, NeedPosition } from '../assignment-ports.ts';

export type ListOpenNeedsInput = {
  /** Needs stated on this day or later; absent for those open now. */
  readonly statedFrom?: string;
  /** 0 for the usual one. */
  readonly pageSize: number;
  readonly pageToken?: string;
};

export type NeedList = {
  readonly needs: readonly (StatedNeed & { readonly open: boolean })[];
  readonly nextPageToken?: string;
};

const usualPageSize = 50;
const largestPageSize = 200;
const tokenShape = /^(\d{13})_([0-9a-f-]{36})$/;

const tokenOf = ({ openedAt, needId }: StatedNeed): string => `${openedAt.getTime()}_${needId}`;

const positionOf = (token: string): NeedPosition | undefined => {
  const [, millis, needId] = tokenShape.exec(token) ?? [];
  return millis === undefined || needId === undefined ? undefined : { openedAt: new Date(Number(millis)), needId };
};

const noDay = fieldsInvalid([
  { field: 'stated_from_date', code: 'DATE_IMPOSSIBLE', description: 'names no day of the calendar' },
]);

/** Who stated a need for the data of clients they don't serve: for the service manager. Handbook R1.23. */
export const listOpenNeedsQuery = (ports: AssignmentPorts): Query<ListOpenNeedsInput, NeedList> => ({
  name: 'ListOpenNeeds',
  access: { ...servesClients('caseload', ['SERVICE_MANAGER']), purpose: 'access-oversight' },
  load: async (sql, { statedFrom, pageSize, pageToken }, { now }) => {
    const day = statedFrom === undefined ? undefined : parseLocalDate(statedFrom);
    if (statedFrom !== undefined && day === undefined) return refused(noDay);
    const after = pageToken === undefined ? undefined : positionOf(pageToken);
    if (pageToken !== undefined && after === undefined) return refused(pageTokenInvalid);
    const size = pageSize === 0 ? usualPageSize : Math.min(pageSize, largestPageSize);
    const found = await ports.statedNeeds.list(sql, {
      ...(day !== undefined && { statedFrom: helsinkiMidnight(day) }),
      now,
      limit: size + 1,
      ...(after && { after }),
    });
    const { rows, nextPageToken } = pageOf(found, size, tokenOf);
    const needs = rows.map((need) => ({ ...need, open: need.until > now }));
    return accepted({ needs, ...(nextPageToken !== undefined && { nextPageToken }) });
  },
});
