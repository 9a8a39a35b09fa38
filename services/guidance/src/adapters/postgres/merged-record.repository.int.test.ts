import { randomUUID } from 'node:crypto';
import { localDate } from '@tyovayla/kernel/local-date';
import type { SessionActor, Tx } from '@tyovayla/kernel/sql';
import { outboxWrites } from '@tyovayla/messaging/outbox';
import type { Actor } from '@tyovayla/runtime/actor';
import { newId } from '@tyovayla/runtime/new-id';
import { runQuery } from '@tyovayla/runtime/pipeline/run-query';
import { applyCaseNews } from '../../application/case-reaction.ts';
import { listNeglectsQuery } from '../../application/queries/list-neglects.ts';
import { caseReactions } from '../../application/reactions/case-reactions.ts';
import type { ClientNews, Residence } from '../../domain/client-case/client-news.ts';
import type { AssessedNeglect } from '../../domain/neglect/neglect.ts';
import { proposeConsequence } from '../../domain/neglect/propose-consequence.ts';
import { aClientCase, aJobSearch, otherSpecialist, specialist as theirSpecialist } from '../../testing/builders.ts';
import { aBookedMeeting, aHeldMeeting, aPlannedMeeting } from '../../testing/meeting-builders.ts';
import { type PostgresGuidance, startPostgresGuidance } from '../../testing/postgres-guidance.ts';
import { anUnexcusedNeglect } from '../../testing/statement-builders.ts';
import { recordsOfClient } from './records-of.ts';

let guidance: PostgresGuidance;

beforeAll(async () => {
  guidance = await startPostgresGuidance();
});

afterAll(() => guidance?.stop());

const itself: SessionActor = { actorId: 'guidance', program: 'guidance', roles: [] };
const session = (actorId: string, role: string): SessionActor => ({ actorId, program: 'portal', roles: [role] });
const specialist = session('staff-0001', 'CASE_SPECIALIST');
const handler = session('staff-0004', 'PROTECTED_CLIENT_HANDLER');

const as = <Result>(actor: SessionActor, work: (tx: Tx) => Promise<Result>): Promise<Result> =>
  guidance.database.transact(actor, work);

const inKemi: Residence = { municipalityCode: '240' };
const withheld: Residence = { handlerId: 'staff-0004' };

const hear = (...all: readonly ClientNews[]): Promise<void> => {
  const { ports, clock } = guidance;
  const pipeline = { clock, newId, outboxWrites: (events: never) => outboxWrites(events, { area: 'meri-lappi' }) };
  const apply = applyCaseNews({ ...ports, pipeline }, caseReactions(ports));
  const receivedAt = (news: ClientNews) => ({
    eventId: newId(),
    type: news.kind,
    producer: 'clients',
    aggregateId: news.clientId,
    aggregateVersion: 1,
    occurTime: clock.now(),
    body: new Uint8Array(),
    position: 1n,
  });
  return as(itself, (tx) =>
    apply(
      tx,
      all.map((news) => ({ news, received: receivedAt(news) })),
    ),
  );
};

const endedOn = localDate('2026-02-02');

const goesAway = (clientId: string, intoClientId: string): ClientNews => ({
  kind: 'JobSearchEnded',
  clientId,
  endedOn,
  reason: 'MERGED_AWAY',
  intoClientId,
});

const joins = (clientId: string, merged: string, residence = inKemi): ClientNews => ({
  kind: 'HistoryReplaced',
  clientId,
  merge: { kind: 'JOINED', clientId: merged },
  jobSearch: aJobSearch(),
  residence,
});

const parts = (clientId: string, split: string, residence = inKemi): readonly ClientNews[] => [
  {
    kind: 'HistoryReplaced',
    clientId,
    merge: { kind: 'PARTED', clientId: split },
    jobSearch: aJobSearch(),
    residence,
  },
  { kind: 'HistoryReplaced', clientId: split, residence: inKemi },
];

/** Two records of one person, each with a case in Kemi. */
const twoRecords = async (): Promise<readonly [kept: string, away: string]> => {
  const [kept, away] = [randomUUID(), randomUUID()];
  for (const clientId of [kept, away]) await guidance.put(aClientCase({ clientId, version: 0 }));
  return [kept, away];
};

const merge = async (kept: string, away: string, residence = inKemi): Promise<void> =>
  hear(goesAway(away, kept), joins(kept, away, residence));

const neglectOf = (clientId: string, on: string): AssessedNeglect => {
  const neglect = anUnexcusedNeglect({ on });
  return { ...neglect, clientId, neglectId: randomUUID(), hearing: { ...neglect.hearing, hearingId: randomUUID() } };
};

const store = async (neglect: AssessedNeglect): Promise<void> => {
  const { finding: _finding, hearing: _hearing, status: _status, ...core } = neglect;
  const { neglects } = guidance.ports;
  const recorded = { ...core, status: 'RECORDED', version: 1 } as const;
  await as(itself, (tx) => tx.write(neglects.add(recorded)));
  await as(itself, (tx) => tx.write(neglects.change(recorded, neglect)));
};

const neglectsSeen = (actor: SessionActor, clientId: string) =>
  as(actor, (tx) => guidance.ports.neglects.ofClient(tx, clientId));

const candidateOf = async (clientId: string): Promise<string> => {
  const candidateId = randomUUID();
  const what = { kind: 'MISSED_MEETING', occurredOn: endedOn, sourceId: randomUUID() } as const;
  await as(itself, (tx) => tx.write(guidance.ports.neglectCandidates.propose({ candidateId, clientId, ...what })));
  return candidateId;
};

const whoseTask = async (sourceId: string): Promise<string | undefined> => {
  const rows = await as(itself, (tx) =>
    tx.query<{ client_id: string }>('SELECT client_id FROM day_task WHERE source_id = $1', [sourceId]),
  );
  return rows[0]?.client_id;
};

describe('a record that went into another of the same person', () => {
  it('is read from the surviving one: its neglects count for which one in the window the next is', async () => {
    const [kept, away] = await twoRecords();
    const [first, second] = [neglectOf(away, '2026-01-12'), neglectOf(kept, '2026-01-26')];
    await store(first);
    await store(second);
    const stepOf = async () =>
      proposeConsequence(second, { neglects: await neglectsSeen(itself, kept), jobSearchStartedOn: endedOn })?.step;
    const alone = await stepOf();
    await merge(kept, away);
    expect((await neglectsSeen(specialist, kept)).map(({ neglectId }) => neglectId)).toEqual([
      first.neglectId,
      second.neglectId,
    ]);
    expect([alone, await stepOf()]).toEqual([1, 2]);
    await hear(...parts(kept, away));
    expect(await stepOf()).toBe(1);
    expect((await neglectsSeen(specialist, away)).map(({ neglectId }) => neglectId)).toEqual([first.neglectId]);
  });

  it('is found through several merges, from the last one that survives', async () => {
    const [kept, away] = await twoRecords();
    const [last] = await twoRecords();
    await store(neglectOf(away, '2026-01-12'));
    const candidateId = await candidateOf(away);
    await merge(kept, away);
    await merge(last, kept);
    expect(await neglectsSeen(specialist, last)).toHaveLength(1);
    expect(await whoseTask(candidateId)).toBe(last);
    await hear(...parts(last, kept));
    expect(await neglectsSeen(specialist, last)).toEqual([]);
    expect(await neglectsSeen(specialist, kept)).toHaveLength(1);
    expect(await whoseTask(candidateId)).toBe(kept);
  });

  it('is shown to those who serve the surviving client, and no longer to who served it alone', async () => {
    const [kept, away] = [randomUUID(), randomUUID()];
    await guidance.put(aClientCase({ clientId: kept }));
    await guidance.put(aClientCase({ clientId: away, specialistId: otherSpecialist.id }));
    await store(neglectOf(away, '2026-01-12'));
    await merge(kept, away);
    const list = listNeglectsQuery(guidance.ports);
    const shownTo = async (actor: Actor, clientId: string) => {
      const shown = await runQuery(guidance.pipeline, list, { actor, input: { clientId } });
      return shown.ok ? shown.value.view?.length : shown.refusal.code;
    };
    expect(await shownTo(theirSpecialist, kept)).toBe(1);
    for (const clientId of [kept, away]) expect(await shownTo(otherSpecialist, clientId)).toBe('NEED_NOT_STATED');
  });

  it('does not tell of the surviving one from where it was', async () => {
    const [kept, away] = await twoRecords();
    await store(neglectOf(kept, '2026-01-12'));
    await merge(kept, away);
    expect(await neglectsSeen(specialist, away)).toEqual([]);
  });
});

describe('the tasks of a merged record', () => {
  it('go over to the surviving client and come back with a split', async () => {
    const [kept, away] = await twoRecords();
    const [theirs, own] = [await candidateOf(away), await candidateOf(kept)];
    await merge(kept, away);
    const late = await candidateOf(away);
    expect(await Promise.all([theirs, late, own].map(whoseTask))).toEqual([kept, kept, kept]);
    await hear(...parts(kept, away));
    expect(await Promise.all([theirs, late, own].map(whoseTask))).toEqual([away, away, kept]);
  });
});

describe('what a job search that came along still asks', () => {
  const lines = (clientId: string) =>
    as(itself, (tx) => guidance.ports.meetings.ofClient(tx, clientId)).then((all) =>
      all.map((meeting) => `${meeting.clientId === clientId ? 'own' : 'merged'} ${meeting.kind} ${meeting.status}`),
    );

  it('is not the interview again that was held under the merged record', async () => {
    const [kept, away] = await twoRecords();
    const { jobSearchId } = aJobSearch();
    const held = aHeldMeeting({ clientId: away, jobSearchId, meetingId: randomUUID(), kind: 'INITIAL_INTERVIEW' });
    await as(itself, (tx) => tx.write(guidance.ports.meetings.save([{ after: held }])));
    await merge(kept, away);
    expect(await lines(kept)).toEqual(['merged INITIAL_INTERVIEW HELD']);
  });

  it.each([
    ['the record that goes away first', false],
    ['the one that survives first', true],
  ])(
    'is held under the surviving record, and under the other one again after a split, told of %s',
    async (_, turned) => {
      const [kept, away] = await twoRecords();
      const { jobSearchId } = aJobSearch();
      const open = aPlannedMeeting({ clientId: away, jobSearchId, meetingId: randomUUID(), kind: 'DISCUSSION' });
      await as(itself, (tx) => tx.write(guidance.ports.meetings.save([{ after: open }])));
      const told = [goesAway(away, kept), joins(kept, away)];
      await hear(...(turned ? told.toReversed() : told));
      expect((await lines(kept)).toSorted()).toEqual(['merged DISCUSSION CANCELLED', 'own DISCUSSION PLANNED']);
      const apart = parts(kept, away).map((news) =>
        news.kind === 'HistoryReplaced' && news.clientId === away ? { ...news, jobSearch: aJobSearch() } : news,
      );
      await hear(...apart);
      expect((await lines(away)).toSorted()).toEqual(['own DISCUSSION CANCELLED', 'own DISCUSSION PLANNED']);
    },
  );

  it.each([
    ['the record that goes away first', false],
    ['the one that survives first', true],
  ])('leaves its assessment on the day list of whoever serves the client, told of %s', async (_, turned) => {
    const [kept, away] = await twoRecords();
    const sourceId = aJobSearch().jobSearchId;
    const task = { taskId: randomUUID(), clientId: away, kind: 'ASSESSMENT_DUE', dueOn: endedOn, sourceId } as const;
    await as(itself, (tx) => tx.write([guidance.ports.dayTasks.put(task)]));
    const told = [goesAway(away, kept), joins(kept, away)];
    await hear(...(turned ? told.toReversed() : told));
    expect(await whoseTask(sourceId)).toBe(kept);
  });
});

describe('the second lock on a merged record', () => {
  const meetingsSeen = (actor: SessionActor, clientId: string) =>
    as(actor, (tx) => guidance.ports.meetings.ofClient(tx, clientId)).then((all) => all.length);

  const withMeeting = async (clientId: string): Promise<void> => {
    const meeting = aBookedMeeting({ clientId, meetingId: randomUUID() });
    await as(itself, (tx) => tx.write(guidance.ports.meetings.save([{ after: meeting }])));
  };

  it.each([
    ['told of the record that goes away first', false],
    ['told of the one that survives first', true],
  ])('hides it with the surviving client who is protected, %s', async (_, turned) => {
    const [kept, away] = await twoRecords();
    await withMeeting(away);
    const told = [goesAway(away, kept), joins(kept, away, withheld)];
    await hear(...(turned ? told.toReversed() : told));
    for (const clientId of [kept, away]) expect(await meetingsSeen(specialist, clientId)).toBe(0);
    expect(await meetingsSeen(handler, kept)).toBeGreaterThan(0);
    await hear(...parts(kept, away, withheld));
    expect([await meetingsSeen(specialist, kept), await meetingsSeen(specialist, away)]).toEqual([0, 1]);
  });

  it('closes when the surviving client is protected later, and opens with them', async () => {
    const [kept, away] = await twoRecords();
    await withMeeting(away);
    await merge(kept, away);
    expect(await meetingsSeen(specialist, away)).toBe(1);
    await hear({ kind: 'ResidenceChanged', clientId: kept, residence: withheld });
    expect([await meetingsSeen(specialist, kept), await meetingsSeen(specialist, away)]).toEqual([0, 0]);
    await hear({ kind: 'ResidenceChanged', clientId: kept, residence: inKemi });
    expect(await meetingsSeen(specialist, away)).toBe(1);
  });

  it('lets nobody but the service read or change which records went into which', async () => {
    const [kept, away] = await twoRecords();
    await merge(kept, away);
    const links = (actor: SessionActor) =>
      as(actor, (tx) => tx.query('SELECT 1 FROM merged_record WHERE client_id = $1', [away]));
    expect([(await links(itself)).length, (await links(specialist)).length, (await links(handler)).length]).toEqual([
      1, 0, 0,
    ]);
  });
});

describe('a surviving client who becomes anonymous', () => {
  it('leaves no words in what their merged record left either', async () => {
    const [kept, away] = await twoRecords();
    const assessment = { clientId: away, assessmentId: randomUUID(), assessedOn: endedOn, assessedBy: 'staff-0001' };
    const { serviceNeeds } = guidance.ports;
    await as(itself, (tx) =>
      tx.write(serviceNeeds.add({ ...assessment, segment: '01', multiSectorNeed: 'NO', note: 'Sana' })),
    );
    await merge(kept, away);
    await hear({ kind: 'JobSearchEnded', clientId: kept, endedOn, reason: 'ANONYMISED' });
    expect(await as(itself, (tx) => serviceNeeds.ofClient(tx, kept))).toEqual([
      { ...assessment, segment: '01', multiSectorNeed: 'NO' },
    ]);
  });
});

describe('the way to what hangs on merged records', () => {
  const tables = ['neglect', 'meeting', 'plan', 'obligation_period', 'service_need', 'statement', 'expert_order'];

  it.each(tables)('goes by the index of %s, and asks once for all rows which records they are', async (table) => {
    const asked = recordsOfClient.replace('$1', `'${randomUUID()}'`);
    const rows = await as(specialist, (tx) =>
      tx.query<{ readonly 'QUERY PLAN': string }>(
        `EXPLAIN (COSTS OFF) SELECT * FROM ${table} WHERE client_id = ANY (${asked})`,
      ),
    );
    const lines = rows.map((row) => row['QUERY PLAN'].trim());
    expect(lines).toContainEqual(expect.stringMatching(/^Index Cond: \(client_id = ANY \(\(InitPlan \d+\)/));
    expect(lines.filter((line) => line.startsWith('Filter: (client_id'))).toEqual([]);
  });
});
