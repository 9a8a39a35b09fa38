import type { ReceivedEvent } from '@tyovayla/kernel/domain-event';
import type { SessionActor, Transactions, Tx } from '@tyovayla/kernel/sql';
import { readInboxLog } from '@tyovayla/messaging/inbox-log';

const itself: SessionActor = { actorId: 'guidance', program: 'guidance', roles: [] };

const pageSize = 500;

const lockText = "SELECT pg_advisory_xact_lock(hashtextextended('tyovayla.guidance.first-cases', 0))";
const anyText = 'SELECT 1 FROM client_case LIMIT 1';

export type FirstCases = {
  readonly transactions: Transactions;
  apply(tx: Tx, events: readonly ReceivedEvent[]): Promise<void>;
};

/**
 * Makes the cases of clients of whom the service heard before it kept cases (schema 2001), from its own log of received
 * facts, and gives the number of facts. Runs before anything new is received, in one transaction; does nothing where
 * there are cases, and where nothing was received.
 */
export const makeFirstCases = ({ transactions, apply }: FirstCases): Promise<number> =>
  transactions.transact(itself, async (tx) => {
    await tx.query(lockText);
    if ((await tx.query(anyText)).length > 0) return 0;
    let facts = 0;
    for (let afterPosition = 0n; ; ) {
      const page = await readInboxLog(tx, { consumer: 'guidance', afterPosition, limit: pageSize });
      await apply(tx, page);
      facts += page.length;
      afterPosition = page.at(-1)?.position ?? afterPosition;
      if (page.length < pageSize) return facts;
    }
  });
