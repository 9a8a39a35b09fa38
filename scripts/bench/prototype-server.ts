/**
 * The bare prototype, baseline of B1 and B2: gRPC without TLS → one statement that stores a person and an outbox row →
 * relay woken in process → JetStream. No validation, token, access rule, idempotency, audit or encryption. With
 * SAME_ROWS=1 it stores the rows and tells the events of the product's registration, so that only those differ.
 * Never part of the product.
 */
import { randomUUID } from 'node:crypto';
import { Server, ServerCredentials, type ServerUnaryCall, type sendUnaryData } from '@grpc/grpc-js';
import { jetstream, jetstreamManager, StorageType } from '@nats-io/jetstream';
import { connect, headers } from '@nats-io/transport-node';
import {
  ClientsServiceService,
  type RegisterJobSeekerRequest,
  type RegisterJobSeekerResponse,
} from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import pg from 'pg';
import { pendingOfSameRows, sameRows, wantsSameRows } from './same-rows.ts';

const environment = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
};

const pool = new pg.Pool({ connectionString: environment('DATABASE_URL'), max: 8 });
const storeSameRows = wantsSameRows() ? await sameRows(pool, environment('DATABASE_URL')) : undefined;
if (storeSameRows === undefined)
  await pool.query(`
  CREATE TABLE IF NOT EXISTS person (id uuid PRIMARY KEY, code text UNIQUE, name text, municipality text, at timestamptz);
  CREATE TABLE IF NOT EXISTS outbox (position bigserial PRIMARY KEY, event_id uuid, body bytea, occurred timestamptz DEFAULT clock_timestamp(), published_at timestamptz);
  CREATE INDEX IF NOT EXISTS outbox_unpublished ON outbox (position) WHERE published_at IS NULL`);

const nats = await connect({ servers: environment('NATS_URL') });
const manager = await jetstreamManager(nats);
await manager.streams.add({ name: 'PROTOTYPE', subjects: ['prototype.>'], storage: StorageType.File });
const stream = jetstream(nats);

const pendingText =
  'SELECT position, event_id, body, occurred FROM outbox WHERE published_at IS NULL ORDER BY position LIMIT $1';
const window = 64;
let relaying = false;
let wanted = false;

const publishPending = async (): Promise<void> => {
  for (;;) {
    const { rows } = await pool.query<{ position: string; event_id: string; body: Buffer; occurred: Date }>({
      name: 'pending',
      text: storeSameRows === undefined ? pendingText : pendingOfSameRows,
      values: [window],
    });
    if (rows.length === 0) return;
    await Promise.all(
      rows.map((row) => {
        const meta = headers();
        meta.set('occurred', String(row.occurred.getTime()));
        return stream.publish('prototype.registered', row.body, { msgID: row.event_id, headers: meta });
      }),
    );
    await pool.query({
      name: 'published',
      text: 'UPDATE outbox SET published_at = now() WHERE position = ANY($1)',
      values: [rows.map((row) => row.position)],
    });
  }
};

const wake = (): void => {
  wanted = true;
  if (relaying) return;
  relaying = true;
  void (async () => {
    while (wanted) {
      wanted = false;
      await publishPending();
    }
    relaying = false;
  })();
};

const storePerson = async (request: RegisterJobSeekerRequest): Promise<string> => {
  const id = randomUUID();
  const occurred = new Date();
  await pool.query({
    name: 'register',
    text: `WITH person AS (INSERT INTO person VALUES ($1, $2, $3, $4, $5) RETURNING 1)
           INSERT INTO outbox (event_id, body) VALUES ($6, $7)`,
    values: [
      id,
      request.identityCode,
      request.familyName,
      request.municipalityCode,
      occurred,
      randomUUID(),
      Buffer.from(id),
    ],
  });
  return id;
};

const register = async (request: RegisterJobSeekerRequest): Promise<RegisterJobSeekerResponse> => {
  const id = await (storeSameRows ?? storePerson)(request);
  wake();
  return { clientId: id, jobSearchId: id, formerJobSearchId: '', startedDate: '' };
};

const server = new Server();
server.addService(
  { registerJobSeeker: ClientsServiceService.registerJobSeeker },
  {
    registerJobSeeker: (
      call: ServerUnaryCall<RegisterJobSeekerRequest, RegisterJobSeekerResponse>,
      answer: sendUnaryData<RegisterJobSeekerResponse>,
    ) => {
      register(call.request).then((response) => answer(null, response), answer);
    },
  },
);
server.bindAsync(environment('GRPC_LISTEN'), ServerCredentials.createInsecure(), () => console.log('ready'));
