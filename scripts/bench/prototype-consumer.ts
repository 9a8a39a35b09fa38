/** The bare prototype's receiver: one pull consumer, inbox row and effect in one statement a batch, then the acks. */
import { AckPolicy, type JsMsg, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2 });
await pool.query(`
  CREATE TABLE IF NOT EXISTS inbox (event_id uuid PRIMARY KEY);
  CREATE TABLE IF NOT EXISTS effect (id uuid PRIMARY KEY, occurred timestamptz, seen timestamptz)`);

const nats = await connect({ servers: process.env.NATS_URL ?? '' });
const manager = await jetstreamManager(nats);
await manager.consumers.add('PROTOTYPE', {
  durable_name: 'effect',
  ack_policy: AckPolicy.Explicit,
  max_ack_pending: 2000,
});
const consumer = await jetstream(nats).consumers.get('PROTOTYPE', 'effect');

const apply = async (batch: readonly JsMsg[]): Promise<void> => {
  await pool.query({
    name: 'apply',
    text: `WITH seen AS (
             INSERT INTO inbox SELECT unnest($1::uuid[]) ON CONFLICT DO NOTHING RETURNING event_id)
           INSERT INTO effect
             SELECT fact.id, to_timestamp(fact.occurred / 1000.0), clock_timestamp()
             FROM unnest($1::uuid[], $2::uuid[], $3::float8[]) AS fact(event_id, id, occurred)
             JOIN seen USING (event_id)`,
    values: [
      batch.map((message) => message.headers?.get('Nats-Msg-Id')),
      batch.map((message) => message.headers?.get('Nats-Msg-Id')),
      batch.map((message) => Number(message.headers?.get('occurred'))),
    ],
  });
  for (const message of batch) message.ack();
};

const waiting: JsMsg[] = [];
let busy = false;
const drain = async (): Promise<void> => {
  if (busy) return;
  busy = true;
  while (waiting.length > 0) await apply(waiting.splice(0, 500));
  busy = false;
};

console.log('ready');
for await (const message of await consumer.consume({ max_messages: 1000 })) {
  waiting.push(message);
  void drain();
}
