import type { SessionActor, Transactions } from '@tyovayla/kernel/sql';
import type { SimulatedReceipts } from '../../application/statement-ports.ts';

const session: SessionActor = { actorId: 'guidance', program: 'guidance', roles: [] };

const takeText = `INSERT INTO simulated_payer_receipt (idempotency_key, recipient_code, receipt_id, received_at)
  VALUES ($1, $2, $3, $4) ON CONFLICT (idempotency_key) DO UPDATE SET deliveries = simulated_payer_receipt.deliveries + 1`;
const findText = 'SELECT receipt_id, received_at FROM simulated_payer_receipt WHERE idempotency_key = $1';

/**
 * What the simulated payer remembers, in a table of its own: its transactions are not the authority's. The same key
 * twice gives the receipt of the first time.
 */
export const postgresReceipts = (transactions: Transactions): SimulatedReceipts => ({
  take: ({ idempotencyKey, recipientCode, receiptId, receivedAt }) =>
    transactions.transact(session, async (tx) => {
      await tx.write([
        { text: takeText, values: [idempotencyKey, recipientCode, receiptId, receivedAt], expectRows: 1 },
      ]);
      const [row] = await tx.query<{ readonly receipt_id: string; readonly received_at: Date }>(findText, [
        idempotencyKey,
      ]);
      if (row === undefined) throw new Error('the simulated payer forgot a receipt');
      return { receiptId: row.receipt_id, receivedAt: row.received_at };
    }),
});
