import { randomUUID } from 'node:crypto';
import { outboxWrites } from '@tyovayla/messaging/outbox';
import { JobSearchStarted } from '@tyovayla/proto/tyovayla/clients/v1/clients_events';
import { newId } from '@tyovayla/runtime/new-id';
import { applyClientEvents } from './adapters/events/apply-client-events.ts';
import { caseReactions } from './application/reactions/case-reactions.ts';
import { makeFirstCases } from './first-cases.ts';
import { type GuidanceServer, startGuidanceServer } from './testing/guidance-server.ts';

const itself = { actorId: 'guidance', program: 'guidance', roles: [] };

let guidance: GuidanceServer;

beforeAll(async () => {
  guidance = await startGuidanceServer();
});

afterAll(() => guidance?.stop());

const heardLongAgo = (position: number): Promise<unknown> => {
  const clientId = randomUUID();
  const event = JobSearchStarted.fromPartial({
    clientId,
    jobSearchId: randomUUID(),
    startedDate: '2026-01-12',
    statusSpells: [{ statusCode: '02', fromDate: '2026-01-12', toDate: '' }],
    municipalityCode: '240',
  });
  return guidance.database.transact(itself, (tx) =>
    tx.query(
      `INSERT INTO inbox_event (consumer, event_id, position, producer, type, aggregate_id, aggregate_version,
        occur_time, body, state) VALUES ('guidance', $1, $2, 'clients', $3, $4, 2, $5, $6, 'APPLIED')`,
      [
        newId(),
        position,
        'tyovayla.clients.v1.JobSearchStarted',
        clientId,
        '2026-01-12T10:00:00Z',
        Buffer.from(JobSearchStarted.encode(event).finish()),
      ],
    ),
  );
};

const make = () => {
  const { ports, clock, database } = guidance;
  const pipeline = { clock, newId, outboxWrites: (all: never) => outboxWrites(all, { area: 'meri-lappi' }) };
  const apply = applyClientEvents({ ...ports, pipeline }, caseReactions(ports));
  return makeFirstCases({ transactions: database, apply });
};

const count = async (table: 'client_case' | 'meeting'): Promise<number> => {
  const [row] = await guidance.database.transact(itself, (tx) =>
    tx.query<{ n: number }>(`SELECT count(*)::integer AS n FROM ${table}`),
  );
  return row?.n ?? -1;
};

describe('clients of whom guidance heard before it kept cases', () => {
  it('get theirs from what was received, once, also where two copies of the service start at once', async () => {
    for (let position = 1; position <= 501; position += 1) await heardLongAgo(position);
    expect((await Promise.all([make(), make()])).toSorted((one, other) => one - other)).toEqual([0, 501]);
    expect([await count('client_case'), await count('meeting'), await make()]).toEqual([501, 501, 0]);
  });
});
