import { listAccesses } from '@tyovayla/persistence/audit';
import type { GuidancePorts } from '../../application/ports.ts';

/** The service's own access log, which persistence writes in the transactions of the pipelines. */
export const accessLog: GuidancePorts['accessLog'] = {
  list: (sql, { clientId, ...page }) => listAccesses(sql, [clientId], page),
};
