import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const dir = mkdtempSync(join(tmpdir(), 'tyovayla-trace-'));

afterAll(() => rmSync(dir, { recursive: true, force: true }));

type Span = { traceId: string; spanId: string; parentSpanId?: string; name: string; kind: number; attributes: object };

let runs = 0;

const spansOf = async (ratio: string, traceparent: string): Promise<readonly Span[]> => {
  runs += 1;
  const file = join(dir, `spans-${runs}.jsonl`);
  const script = join(process.cwd(), 'infra/runtime/src/testing/traced-process.ts');
  await run(process.execPath, [script, file, ratio, traceparent], { env: { PATH: process.env.PATH } });
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Span);
};

/** A collector that keeps what it is sent, by path. */
const startCollector = async () => {
  const bodies = new Map<string, string>();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const path = request.url ?? '';
      bodies.set(path, `${bodies.get(path) ?? ''}${Buffer.concat(parts).toString('latin1')}`);
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { bodies, endpoint, stop: () => server.close() };
};

const traceId = '0af7651916cd43dd8448eb211c80319c';

describe('spans of a service', () => {
  it('follow a sampled call through the service, what it calls and what reacts to it', async () => {
    const spans = await spansOf('0', `00-${traceId}-b7ad6b7169203331-01`);
    expect(spans).toHaveLength(60);
    expect(new Set(spans.map((span) => span.traceId))).toEqual(new Set([traceId]));
    const [server] = spans.filter(({ name }) => name === 'RecordSubsidyDays');
    expect(server).toMatchObject({ parentSpanId: 'b7ad6b7169203331' });
    const children = spans.filter(({ parentSpanId }) => parentSpanId === server?.spanId).map(({ name }) => name);
    expect(children.sort()).toEqual(['GetClient', 'when-days-recorded']);
  });

  it('carry the method, the code and ids of events, and nothing else', async () => {
    const spans = await spansOf('1', '');
    const keys = new Set(spans.flatMap(({ attributes }) => Object.keys(attributes)));
    expect([...keys].sort()).toEqual(['messaging.event_id', 'messaging.type', 'rpc.code', 'rpc.method']);
    expect(new Set(spans.map((span) => span.traceId)).size).toBe(20);
  });

  it('are not made for a call that its caller did not sample, nor beyond the ratio', async () => {
    expect(await spansOf('1', `00-${traceId}-b7ad6b7169203331-00`)).toEqual([]);
    expect(await spansOf('0', '')).toEqual([]);
  });
});

describe('a collector', () => {
  it('is sent spans and figures by method and code, and nothing of the machine or of people', async () => {
    const collector = await startCollector();
    const script = join(process.cwd(), 'infra/runtime/src/testing/traced-process.ts');
    await run(process.execPath, [script, '', '1', '', collector.endpoint], { env: { PATH: process.env.PATH } });
    collector.stop();
    const traces = collector.bodies.get('/v1/traces') ?? '';
    const figures = collector.bodies.get('/v1/metrics') ?? '';
    expect(traces).toContain('RecordSubsidyDays');
    expect(traces).toContain('clients');
    expect(figures).toContain('tyovayla.calls');
    expect(figures).toContain('tyovayla.call.duration');
    expect(figures).toContain('tyovayla.outbox.age');
    expect(traces + figures).not.toMatch(/client-aino|staff-0001|host\.name|process\.command/);
  });
});
