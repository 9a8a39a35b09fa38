import { randomUUID } from 'node:crypto';
import type { ReceivedEvent } from '@tyovayla/kernel/domain-event';
import { localDate } from '@tyovayla/kernel/local-date';
import type { SessionActor, Transactions, Tx } from '@tyovayla/kernel/sql';
import { outboxWrites } from '@tyovayla/messaging/outbox';
import { JobSearchEndReason } from '@tyovayla/proto/tyovayla/clients/v1/client';
import * as told from '@tyovayla/proto/tyovayla/clients/v1/clients_events';
import { newId } from '@tyovayla/runtime/new-id';
import { caseReactions } from '../../application/reactions/case-reactions.ts';
import { type GuidanceServer, startGuidanceServer } from '../../testing/guidance-server.ts';
import { applyClientEvents } from './apply-client-events.ts';

let guidance: GuidanceServer;

beforeAll(async () => {
  guidance = await startGuidanceServer();
});

afterAll(() => guidance?.stop());

const itself: SessionActor = { actorId: 'guidance', program: 'guidance', roles: [] };

type Codec<Event> = { encode(event: Event): { finish(): Uint8Array }; fromPartial(event: object): Event };

const received = <Event>(type: string, codec: Codec<Event>, event: object): ReceivedEvent => ({
  eventId: newId(),
  type: `tyovayla.clients.v1.${type}`,
  producer: 'clients',
  aggregateId: (event as { clientId: string }).clientId,
  aggregateVersion: 1,
  occurTime: new Date('2026-02-02T10:00:00Z'),
  body: codec.encode(codec.fromPartial(event)).finish(),
  position: 1n,
});

const started = (clientId: string, about: object = {}) =>
  received('JobSearchStarted', told.JobSearchStarted, {
    clientId,
    jobSearchId: randomUUID(),
    startedDate: '2026-02-02',
    statusSpells: [{ statusCode: '02', fromDate: '2026-02-02', toDate: '' }],
    municipalityCode: '240',
    ...about,
  });

const apply = (events: readonly ReceivedEvent[], transactions: Transactions = guidance.database): Promise<void> => {
  const { ports, clock } = guidance;
  const pipeline = { clock, newId, outboxWrites: (all: never) => outboxWrites(all, { area: 'meri-lappi' }) };
  const applying = applyClientEvents({ ...ports, pipeline }, caseReactions(ports));
  return transactions.transact(itself, (tx) => applying(tx, events));
};

const asked = <Row extends object>(text: string, values: readonly unknown[]): Promise<Row[]> =>
  guidance.database.transact(itself, (tx) => tx.query<Row>(text, values));

const meetingsOf = (clientId: string) =>
  asked<{ line: string }>(
    `SELECT kind || ' ' || status || ' ' || schedule_by AS line FROM meeting WHERE client_id = $1
     ORDER BY schedule_by, meeting_id`,
    [clientId],
  ).then((rows) => rows.map(({ line }) => line));

const toldOf = (clientId: string) =>
  asked<{ type: string; aggregate_version: number }>(
    `SELECT type, aggregate_version FROM outbox
     WHERE aggregate_id = $1 AND type LIKE '%.Meeting%' ORDER BY aggregate_version`,
    [clientId],
  ).then((rows) => rows.map(({ type }) => type.split('.').at(-1)));

const caseOf = (clientId: string) =>
  guidance.database.transact(itself, (tx) => guidance.ports.cases.find(tx, clientId));

describe('what the client registry tells, in guidance’s store', () => {
  it('makes a case, plans the interview, puts it on the day list and tells of it', async () => {
    const clientId = randomUUID();
    await apply([started(clientId)]);
    expect(await caseOf(clientId)).toMatchObject({
      municipalityCode: '240',
      jobSearch: { startedOn: '2026-02-02', statusCode: '02', statusSince: '2026-02-02' },
    });
    expect(await meetingsOf(clientId)).toEqual(['INITIAL_INTERVIEW PLANNED 2026-02-16']);
    expect(await toldOf(clientId)).toEqual(['MeetingPlanned']);
    const tasks = await asked<{ kind: string; due_on: string }>(
      "SELECT kind, due_on::text FROM day_task WHERE client_id = $1 AND kind LIKE 'MEETING%'",
      [clientId],
    );
    expect(tasks).toEqual([{ kind: 'MEETING_DUE', due_on: '2026-02-16' }]);
  });

  it('goes on from the newest status of a job search that was taken over', async () => {
    const clientId = randomUUID();
    const statusSpells = [
      { statusCode: '02', fromDate: '2025-06-02', toDate: '2025-10-01' },
      { statusCode: '03', fromDate: '2025-10-01', toDate: '' },
    ];
    await apply([started(clientId, { startedDate: '2025-06-02', statusSpells })]);
    expect((await caseOf(clientId))?.jobSearch).toMatchObject({ statusCode: '03', statusSince: '2025-10-01' });
    expect(await meetingsOf(clientId)).toEqual([
      'INITIAL_INTERVIEW TAKEN_OVER 2025-06-09',
      'DISCUSSION PLANNED 2026-03-09',
    ]);
  });

  it('puts a profile that is owed on the day list until it is published', async () => {
    const clientId = randomUUID();
    const tasks = () =>
      asked<{ due_on: string }>("SELECT due_on::text FROM day_task WHERE client_id = $1 AND kind = 'PROFILE_DUE'", [
        clientId,
      ]).then((rows) => rows.map(({ due_on: dueOn }) => dueOn));
    const statusSpells = [{ statusCode: '02', fromDate: '2026-09-01', toDate: '' }];
    await apply([started(clientId, { startedDate: '2026-09-01', statusSpells })]);
    expect(await tasks()).toEqual(['2026-09-22']);
    const published = { clientId, profileVersion: 1, publishedDate: '2026-09-10' };
    await apply([received('ProfilePublished', told.ProfilePublished, published)]);
    expect([await tasks(), (await caseOf(clientId))?.profilePublishedOn]).toEqual([[], '2026-09-10']);
    await apply([received('ProfileWithdrawn', told.ProfileWithdrawn, { clientId, withdrawnDate: '2026-09-15' })]);
    expect(await tasks()).toEqual(['2026-09-22']);
  });

  it('is followed in one batch: status, protection, another handler and the end', async () => {
    const clientId = randomUUID();
    const start = started(clientId);
    const { jobSearchId } = told.JobSearchStarted.decode(start.body);
    await apply([
      start,
      received('EmploymentStatusRecorded', told.EmploymentStatusRecorded, {
        clientId,
        jobSearchId,
        statusCode: '09',
        fromDate: '2026-02-09',
      }),
      received('MunicipalityWithheld', told.MunicipalityWithheld, {
        clientId,
        fromDate: '2026-02-10',
        handlerId: 'staff-0004',
      }),
      received('ProtectedHandlerReassigned', told.ProtectedHandlerReassigned, { clientId, handlerId: 'staff-0014' }),
    ]);
    const protectedCase = await caseOf(clientId);
    expect(protectedCase).toMatchObject({ handlerId: 'staff-0014', jobSearch: { statusCode: '09' } });
    expect(protectedCase?.municipalityCode).toBeUndefined();
    await apply([
      received('MunicipalityDisclosed', told.MunicipalityDisclosed, {
        clientId,
        fromDate: '2026-02-12',
        municipalityCode: '751',
      }),
      received('JobSearchEnded', told.JobSearchEnded, {
        clientId,
        jobSearchId,
        endedDate: '2026-02-13',
        reason: JobSearchEndReason.JOB_SEARCH_END_REASON_EMPLOYED,
      }),
    ]);
    const ended = await caseOf(clientId);
    expect([ended?.municipalityCode, ended?.handlerId, ended?.jobSearch]).toEqual(['751', undefined, undefined]);
    expect(await meetingsOf(clientId)).toEqual(['INITIAL_INTERVIEW CANCELLED 2026-02-16']);
    expect(await toldOf(clientId)).toEqual(['MeetingPlanned', 'MeetingCancelled']);
  });

  it('numbers the client’s facts without a gap, whichever part of the service told them', async () => {
    const clientId = randomUUID();
    await apply([started(clientId)]);
    const rows = await asked<{ aggregate_version: number }>(
      'SELECT aggregate_version FROM outbox WHERE aggregate_id = $1 ORDER BY aggregate_version',
      [clientId],
    );
    expect(rows.map(({ aggregate_version: version }) => version)).toEqual(rows.map((_, index) => index + 1));
    expect((await caseOf(clientId))?.version).toBe(rows.length);
  });

  it('passes over what it does not follow, and parks what it can’t read', async () => {
    const clientId = randomUUID();
    await apply([received('ClientRegistered', told.ClientRegistered, { clientId })]);
    expect(await caseOf(clientId)).toBeUndefined();
    await expect(apply([started(clientId, { startedDate: '2026-02-30' })])).rejects.toThrow(
      'started_date is not a date',
    );
  });

  it('follows a client who moves, who goes to another area and who comes from one', async () => {
    const [moving, coming] = [randomUUID(), randomUUID()];
    const start = started(moving);
    const { jobSearchId } = told.JobSearchStarted.decode(start.body);
    const spells = [{ statusCode: '02', fromDate: '2025-11-03', toDate: '' }];
    await apply([
      start,
      received('MunicipalityChanged', told.MunicipalityChanged, {
        clientId: moving,
        fromDate: '2026-02-03',
        municipalityCode: '751',
      }),
      received('JobSearchTakenIn', told.JobSearchTakenIn, {
        clientId: coming,
        jobSearchId: randomUUID(),
        takenInDate: '2026-02-02',
        startedDate: '2025-11-03',
        statusSpells: spells,
        municipalityCode: '851',
      }),
    ]);
    expect((await caseOf(moving))?.municipalityCode).toBe('751');
    expect(await meetingsOf(coming)).toEqual([
      'INITIAL_INTERVIEW TAKEN_OVER 2025-11-10',
      'DISCUSSION PLANNED 2026-02-10',
    ]);
    await apply([
      received('JobSearchTransferredOut', told.JobSearchTransferredOut, {
        clientId: moving,
        jobSearchId,
        transferredDate: '2026-02-20',
        toAreaCode: 'rovaniemi',
      }),
    ]);
    expect((await caseOf(moving))?.jobSearch).toBeUndefined();
    expect(await meetingsOf(moving)).toEqual(['INITIAL_INTERVIEW CANCELLED 2026-02-16']);
  });

  it('forgets words about a client who has become anonymous', async () => {
    const clientId = randomUUID();
    await apply([started(clientId)]);
    const need = {
      clientId,
      assessmentId: randomUUID(),
      assessedOn: localDate('2026-02-02'),
      assessedBy: 'staff-0001',
    };
    const { ports, database } = guidance;
    const written = { ...need, segment: '01', multiSectorNeed: 'NO', note: 'Sana' } as const;
    await database.transact(itself, (tx) => tx.write(ports.serviceNeeds.add(written)));
    await apply([received('ClientAnonymised', told.ClientAnonymised, { clientId })]);
    const [left] = await database.transact(itself, (tx) => ports.serviceNeeds.ofClient(tx, clientId));
    expect(left).toEqual({ ...need, segment: '01', multiSectorNeed: 'NO' });
  });

  it('follows records of one person that are put together: one job search goes on, the other’s meetings end', async () => {
    const [kept, away] = [randomUUID(), randomUUID()];
    const start = started(kept);
    await apply([start, started(away)]);
    const running = { jobSearchId: randomUUID(), fromDate: '2026-02-02', toDate: '' };
    await apply([
      received('ClientMergedAway', told.ClientMergedAway, { clientId: away, keptClientId: kept }),
      received('ClientsMerged', told.ClientsMerged, {
        clientId: kept,
        mergedClientId: away,
        history: {
          jobSearches: [{ ...running, statusSpells: [{ statusCode: '02', fromDate: '2026-02-02', toDate: '' }] }],
          residences: [{ fromDate: '2026-02-02', municipalityCode: '851' }],
        },
      }),
    ]);
    expect((await caseOf(away))?.jobSearch).toBeUndefined();
    expect(await caseOf(kept)).toMatchObject({
      municipalityCode: '851',
      jobSearch: { jobSearchId: running.jobSearchId },
    });
    expect(await meetingsOf(kept)).toEqual([
      'INITIAL_INTERVIEW CANCELLED 2026-02-16',
      'INITIAL_INTERVIEW PLANNED 2026-02-16',
    ]);
  });
});

describe('the way of news to the database', () => {
  it('locks and reads a batch in one round trip, and writes each piece of news in one', async () => {
    const asked: string[] = [];
    let writes = 0;
    const counted = (tx: Tx): Tx => ({
      query: (text, values) => {
        asked.push(text);
        return tx.query(text, values);
      },
      write: (all) => {
        writes += 1;
        return tx.write(all);
      },
    });
    const transactions: Transactions = {
      transact: (actor, work) => guidance.database.transact(actor, (tx) => work(counted(tx))),
    };
    await apply([started(randomUUID()), started(randomUUID()), started(randomUUID())], transactions);
    expect(writes).toBe(3);
    expect(asked.filter((text) => text.includes('client_case'))).toHaveLength(2);
  });
});
