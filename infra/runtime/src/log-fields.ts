import { faultFields } from './fault.ts';
import type { LogFields } from './ports.ts';

/** Text fields that may stand in a log line. All are ids, codes and names of parts of the system. */
const textFields = new Set([
  'action',
  'actorId',
  'address',
  'aggregateId',
  'area',
  'check',
  'checks',
  'client',
  'code',
  'component',
  'consumer',
  'correlationId',
  'direction',
  'durable',
  'entryId',
  'eventId',
  'event',
  'file',
  'hash',
  'incidentId',
  'jobId',
  'kid',
  'kind',
  'level',
  'method',
  'migration',
  'mode',
  'name',
  'outcome',
  'peer',
  'phase',
  'port',
  'producer',
  'program',
  'projection',
  'purpose',
  'reaction',
  'reason',
  'relay',
  'requestId',
  'result',
  'route',
  'rule',
  'server',
  'service',
  'setting',
  'settings',
  'signal',
  'spanId',
  'state',
  'status',
  'step',
  'stream',
  'subject',
  'table',
  'task',
  'timerId',
  'traceId',
  'type',
  'unit',
  'version',
]);

const maxTextLength = 200;

const allowedText = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value.slice(0, maxTextLength);
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) {
    return value.join(', ').slice(0, maxTextLength);
  }
  return undefined;
};

/**
 * What of a log line's fields is written: ids by an allow-list of names, figures, and faults without the
 * values in their messages. A request, a row or an unknown object can't get in: only its field's name does,
 * as `dropped`.
 */
export const allowedFields = (fields: LogFields): Record<string, unknown> => {
  const out: Record<string, unknown> = {};
  const dropped: string[] = [];
  for (const [key, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    if (key === 'err') out.err = faultFields(value);
    else if (typeof value === 'number' || typeof value === 'boolean') out[key] = value;
    else if (typeof value === 'bigint') out[key] = value.toString();
    else {
      const text = textFields.has(key) ? allowedText(value) : undefined;
      if (text === undefined) dropped.push(key);
      else out[key] = text;
    }
  }
  if (dropped.length > 0) out.dropped = dropped.join(', ');
  return out;
};
