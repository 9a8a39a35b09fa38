import type { AccessLog } from '../access-log.ts';
import type { InMemoryPorts } from './in-memory-ports.ts';

/** The access log that a service in memory has written. */
export const inMemoryAccessLog = ({ audit }: Pick<InMemoryPorts, 'audit'>): AccessLog => ({
  list: async (_sql, { clientId, limit, before }) =>
    audit()
      .filter(({ subjectId }) => subjectId === clientId)
      .filter(({ time }) => before === undefined || time < before.time)
      .reverse()
      .slice(0, limit),
});
