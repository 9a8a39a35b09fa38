import type { AuditEntry } from '@tyovayla/kernel/audit-entry';
import type { Clock } from '@tyovayla/kernel/clock';
import type { OutgoingEvent } from '@tyovayla/kernel/domain-event';
import { helsinkiDate } from '@tyovayla/kernel/local-date';
import type { RequestClaim } from '@tyovayla/kernel/request-claim';
import { silentLogger } from '../log.ts';
import type { PipelinePorts } from '../ports.ts';
import { type MemorySql, type MemoryTransactions, memoryTransactions } from './memory-transactions.ts';

/** The pipelines' ports in memory, and what they have stored. */
export type InMemoryPorts = {
  readonly ports: PipelinePorts;
  readonly transactions: MemoryTransactions;
  /** Events in the outbox, in order. */
  events(): readonly OutgoingEvent[];
  /** The access log, in order. */
  audit(): readonly AuditEntry[];
  /** How often the relay was woken. */
  wakeUps(): number;
  /** Makes the access log fail from now on, or work again. */
  breakAudit(broken: 'broken' | 'whole'): void;
};

export type InMemoryOptions = {
  /** The instant that the clock shows; 2 March 2026, noon in Finland, where left out. */
  readonly now?: Date;
  readonly service?: string;
  readonly sql?: MemorySql;
};

type Answered = { readonly hash: string; readonly answer: Uint8Array };

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Ids that look like UUIDs and count up, so that a test can name them. */
const countedIds = (): (() => string) => {
  let count = 0;
  return () => {
    count += 1;
    return `00000000-0000-7000-8000-${count.toString(16).padStart(12, '0')}`;
  };
};

const fixedClock = (now: Date): Clock => ({ now: () => now, today: () => helsinkiDate(now) });

const keyOf = ({ program, actorId, requestId }: RequestClaim): string => [program, actorId, requestId].join('|');

/** Makes the ports in memory, with rollback, request ids, outbox and access log, for unit tests. */
export const inMemoryPorts = (options: InMemoryOptions = {}): InMemoryPorts => {
  const { now = new Date('2026-03-02T10:00:00Z'), service = 'clients', sql } = options;
  const transactions = memoryTransactions(sql);
  const answers = transactions.table<Answered>();
  const outbox = transactions.table<OutgoingEvent>();
  const log = transactions.table<AuditEntry>();
  const newId = countedIds();
  let wakeUps = 0;
  let auditState: 'broken' | 'whole' = 'whole';

  const ports: PipelinePorts = {
    transactions,
    idempotency: {
      claim: async (_tx, claim) => {
        const stored = answers.get(keyOf(claim));
        if (!stored) return { kind: 'new' };
        return stored.hash === hex(claim.payloadHash)
          ? { kind: 'seen', answer: stored.answer }
          : { kind: 'other-payload' };
      },
      answerWrite: (claim, answer) => answers.insert(keyOf(claim), { hash: hex(claim.payloadHash), answer }),
    },
    outboxWrites: (events) => events.map((event) => outbox.insert(event.eventId, event)),
    wakeRelay: () => {
      wakeUps += 1;
    },
    auditWrite: (entry) => {
      if (auditState === 'whole') return log.insert(entry.entryId, entry);
      return transactions.write(() => {
        throw new Error('access log not available');
      });
    },
    clock: fixedClock(now),
    newId,
    logger: silentLogger,
    service,
  };
  return {
    ports,
    transactions,
    events: outbox.all,
    audit: log.all,
    wakeUps: () => wakeUps,
    breakAudit: (state) => {
      auditState = state;
    },
  };
};
