import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { eventually } from '@tyovayla/testing/eventually';
import { dismissMalformed, listParked, redriveParked } from './parking.ts';
import { actor, aFact, area, disorder, effects } from './testing/bus.ts';
import { factsOf, type Receiver, refusing, startReceiver } from './testing/receiver.ts';

describe('setting events aside that can not be applied', () => {
  let on: Receiver;

  beforeAll(async () => {
    on = await startReceiver();
  });
  afterEach(() => on.stopConsumers());
  afterAll(() => on.stop());

  it('sets ten bad events among a thousand aside after five tries, and nobody else waits for them', async () => {
    const consumer = on.receiving('poisoned', {
      apply: refusing((event) => event.aggregateId.startsWith('poi-bad') && event.aggregateVersion === 2),
    });
    const good = factsOf('poi-good', 100, 10);
    const bad = factsOf('poi-bad', 10, 3);
    await on.deliver(...good.slice(0, 500), ...bad, ...good.slice(500));
    await on.haveEffect('poi-good-', good.length);
    await eventually(() => consumer.status().parked === 10, { within: 20_000 });
    const rows = (await on.waiting('poisoned')).filter((row) => row.aggregate_id.startsWith('poi-bad'));
    expect(
      rows.filter((row) => row.state === 'PARKED' && row.aggregate_version === 2 && row.attempts === 5),
    ).toHaveLength(10);
    expect(rows.filter((row) => row.state === 'HELD' && row.aggregate_version === 3)).toHaveLength(10);
    expect(await effects(on.bus.statistics, 'poi-bad-')).toBe(10);
    expect(await disorder(on.bus.statistics, 'poi-good-')).toBe(0);
  });

  it('keeps the reason of a parked event without what the error quotes', async () => {
    on.receiving('reasoned', {
      apply: refusing((event) => event.aggregateId === 'reason'),
      retry: { tries: 1, firstDelayMs: 1 },
    });
    await on.deliver(aFact('reason', 1));
    const [parked] = await eventually(async () => {
      const found = await on.bus.statistics.read(actor, (sql) => listParked(sql, { consumer: 'reasoned' }));
      return found.length > 0 && found;
    });
    expect(parked).toMatchObject({
      aggregateId: 'reason',
      aggregateVersion: 1,
      attempts: 1,
      lastError: "Error: can't take …",
    });
  });

  it('takes a parked event and what waited behind it within a second once an operator asks for it', async () => {
    let isMended = false;
    const apply = refusing((event) => !isMended && event.aggregateId === 'mend' && event.aggregateVersion === 1);
    const consumer = on.receiving('mended', { apply, retry: { tries: 2, firstDelayMs: 1 } });
    await on.deliver(aFact('mend', 1), aFact('mend', 2), aFact('mend', 3));
    await eventually(() => consumer.status().parked === 1);
    await on.bus.statistics.transact(actor, (tx) => redriveParked(tx, { consumer: 'mended' }));
    await eventually(async () =>
      (await on.waiting('mended')).some((row) => row.state === 'PARKED' && row.attempts === 3),
    );
    expect(await effects(on.bus.statistics, 'mend')).toBe(0);
    isMended = true;
    await on.bus.statistics.transact(actor, (tx) => redriveParked(tx, { consumer: 'mended' }));
    await on.haveEffect('mend', 3, 1_500);
    expect(await disorder(on.bus.statistics, 'mend')).toBe(0);
    await eventually(() => consumer.status().parked === 0);
  });

  it('parks a message without a proper envelope, once, and goes on; only an operator puts it out of the way', async () => {
    const consumer = on.receiving('malformed');
    await on.nc.request(`tyovayla.${area}.clients.v1.client.broken`, 'who am I?', { timeout: 5_000 });
    await on.deliver(aFact('proper', 1));
    await on.haveEffect('proper', 1);
    await eventually(() => consumer.status().parked === 1);
    expect(await on.bus.statistics.transact(actor, (tx) => redriveParked(tx, { consumer: 'malformed' }))).toBe(0);
    expect(await on.bus.statistics.transact(actor, (tx) => dismissMalformed(tx, { consumer: 'malformed' }))).toBe(1);
    await eventually(() => consumer.status().parked === 0 && consumer.status().held === 0);
  });

  it('is looked after with the replay command: list, redrive, dismiss', async () => {
    let isMended = false;
    on.receiving('by-command', {
      apply: refusing((event) => !isMended && event.aggregateId === 'cmd'),
      retry: { tries: 1, firstDelayMs: 1 },
    });
    await on.deliver(aFact('cmd', 1));
    await eventually(async () => (await on.waiting('by-command')).some((row) => row.state === 'PARKED'));
    const script = join(__dirname, '..', '..', '..', 'scripts', 'replay.js');
    const command = (...args: string[]) =>
      promisify(execFile)(process.execPath, [script, ...args, '--url', on.bus.statisticsUrl]);
    expect((await command('list', '--consumer', 'by-command')).stdout).toContain('cmd 1');
    isMended = true;
    expect((await command('redrive', '--consumer', 'by-command')).stdout).toContain('1 event');
    await on.haveEffect('cmd', 1, 2_000);
    expect((await command('list', '--consumer', 'by-command')).stdout).not.toContain('cmd 1');
    expect((await command('dismiss', '--consumer', 'by-command')).stdout).toContain('1 message');
    expect((await command('list', '--consumer', 'by-command')).stdout).toContain('no parked events');
  });
});
