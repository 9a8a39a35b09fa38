import type { AccessReportView } from '../lib/api-types.ts';

type Access = AccessReportView['accesses'][number];

/** What one person did at one time for one purpose, told as one: opening a page reads many parts of a record at once. */
export type ToldAccess = Omit<Access, 'dataGroup' | 'action' | 'service'> & {
  /** Every group of data that was seen or changed, each once. */
  readonly dataGroups: readonly string[];
};

const minuteOf = ({ accessTime }: Access): string => accessTime.slice(0, 16);

const keyOf = (access: Access): string =>
  [minuteOf(access), access.actorId, access.actorRole, access.purpose, access.accessReason, access.result].join('|');

/**
 * Entries as a client reads them, the newest first: those of one person, minute, purpose, reason and result are one,
 * with all the data that they concern. Nothing is left out but how often.
 */
export const toldAccesses = (accesses: readonly Access[]): readonly ToldAccess[] => {
  const told = new Map<string, ToldAccess>();
  for (const access of accesses) {
    const { dataGroup, action: _action, service: _service, ...rest } = access;
    const key = keyOf(access);
    const known = told.get(key);
    const dataGroups = [...(known?.dataGroups ?? []), dataGroup];
    told.set(key, { ...(known ?? rest), dataGroups: [...new Set(dataGroups)] });
  }
  return [...told.values()];
};
