import { listAccesses } from '@tyovayla/persistence/audit';
import type { AccessLog } from '../../application/ports.ts';

/** The service's own access log, which persistence writes in the transactions of the pipelines. */
export const accessLog: AccessLog = {
  list: async (sql, { clientId, limit, before }) => {
    const position = before && { time: before.at, entryId: before.entryId };
    const entries = await listAccesses(sql, clientId, { limit, before: position });
    return entries.map(({ entryId, time, actorId, actorRole, action, dataGroup, purpose, result }) => ({
      entryId,
      at: time,
      actorId,
      actorRole,
      action,
      dataGroup,
      purpose,
      result,
    }));
  },
};
