import type { AuditEntry } from '@tyovayla/kernel/audit-entry';
import { v7 } from 'uuid';

/** A line of the access log as Liisa's work leaves it; say what matters to the test. */
export const anAuditEntry = (known: Partial<AuditEntry> = {}): AuditEntry => ({
  entryId: v7(),
  time: new Date(),
  actorKind: 'STAFF',
  actorId: 'staff-0001',
  actorRole: 'CASE_SPECIALIST',
  program: 'portal',
  action: 'GetClient',
  dataGroup: 'client-record',
  purpose: 'employment-service',
  subjectId: 'client-1',
  result: 'SHOWN',
  correlationId: 'correlation-1',
  ...known,
});
