import { connect } from 'node:net';
import type { Visit } from './portal-visit.ts';

type Random = () => number;

const below = (random: Random, bound: number): number => Math.floor(random() * bound);

const pick = <T>(random: Random, from: readonly T[]): T => from[below(random, from.length)] as T;

/** Texts that stand where a value belongs; not all are JSON. */
const oddValues: readonly string[] = [
  'null',
  'true',
  '0',
  '-1',
  '1e400',
  '-1e-400',
  '99999999999999999999999999',
  '0.1',
  '""',
  '" "',
  '"\\u0000"',
  '"\\ud800"',
  '"\\u202e"',
  '[]',
  '{}',
  '[[[[]]]]',
  '[null,null]',
  '{"a":{"b":{"c":[]}}}',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"toString":1,"length":-1}',
  '{"$case":"dayDate"}',
  `"${'x'.repeat(5_000)}"`,
  `"${'ä'.repeat(101)}"`,
  '"2026-02-31"',
  '"9999-12-31"',
  '"0000-00-00"',
  '"00000000-0000-0000-0000-000000000000"',
  '"\'; DROP TABLE client; --"',
  '"<script>alert(1)</script>"',
  'NaN',
  'undefined',
  "'x'",
  '01',
  '.5',
  '',
];

const oddTypes: readonly string[] = [
  '',
  'text/plain',
  'application/xml',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json; charset=utf-16',
  'application/json; charset=nobody-knows',
  'application/json;;;',
  'APPLICATION/JSON',
  'application/grpc',
  'application/octet-stream',
  'x'.repeat(2_000),
];

const withFault = (good: Readonly<Record<string, unknown>>, random: Random): string => {
  const fields = Object.entries(good).map(([name, value]) => [name, JSON.stringify(value)] as [string, string]);
  const spoiled = below(random, fields.length + 1);
  if (spoiled === fields.length)
    fields.push([pick(random, ['extra', '__proto__', 'constructor', '']), pick(random, oddValues)]);
  else fields[spoiled] = [fields[spoiled]?.[0] ?? '', pick(random, oddValues)];
  return `{${fields.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`;
};

/** What can be wrong with a request that carries JSON. */
const faults: Readonly<Record<string, (good: Readonly<Record<string, unknown>>, random: Random) => Visit>> = {
  'a field with something else in it': (good, random) => ({ body: withFault(good, random) }),
  'two fields with something else in them': (good, random) => ({
    body: withFault(JSON.parse(JSON.stringify(good)) as Record<string, unknown>, random).replace(
      /:("[^"]*")/,
      () => `:${pick(random, oddValues)}`,
    ),
  }),
  'something else altogether': (_good, random) => ({ body: pick(random, oddValues) }),
  'cut off': (good, random) => ({ body: JSON.stringify(good).slice(0, below(random, 200)) }),
  'something behind it': (good, random) => ({
    body: JSON.stringify(good) + pick(random, ['}', ',', '\u0000', '{}', 'x']),
  }),
  'deep nesting': (good, random) => {
    const depth = 100 + below(random, 50_000);
    return { body: pick(random, ['[', '{"a":']).repeat(depth).slice(0, 120_000) + JSON.stringify(good) };
  },
  'deep nesting that ends': (_good, random) => {
    const depth = 100 + below(random, 20_000);
    return { body: `{"contact":${'['.repeat(depth)}${']'.repeat(depth)}}` };
  },
  'bytes that are no UTF-8': (good, random) => {
    const body = Buffer.from(JSON.stringify(good));
    for (let index = 0; index < 4; index += 1) body[below(random, body.length)] = 0x80 + below(random, 128);
    return { body };
  },
  'random bytes': (_good, random) => ({
    body: Buffer.from(Array.from({ length: below(random, 300) }, () => below(random, 256))),
  }),
  'another content type': (good, random) => ({
    body: JSON.stringify(good),
    headers: { 'content-type': pick(random, oddTypes) },
  }),
  'too many bytes': (_good, random) => ({ body: `{"a":"${'x'.repeat(128 * 1024 + below(random, 100_000))}"}` }),
  'thousands of fields': (good) => ({
    body: JSON.stringify({ ...good, ...Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`f${at}`, at])) }),
  }),
  'a field again and again': (good) => ({
    body: `{${`"identityCode":"x",`.repeat(2_000)}${JSON.stringify(good).slice(1)}`,
  }),
  'a byte order mark': (good) => ({ body: `\ufeff${JSON.stringify(good)}` }),
  'no body': () => ({ body: '' }),
  'an odd key': (good, random) => ({
    body: JSON.stringify(good),
    headers: { 'idempotency-key': pick(random, ['', 'x', '0'.repeat(3_000), '../..', '{}']) },
  }),
  'a broken session': (good, random) => ({
    body: JSON.stringify(good),
    headers: { cookie: `tyovayla_session=${pick(random, ['', 'x', '....', 'eyJhbGciOiJub25lIn0....', '%', '"'])}` },
  }),
  'another method': (good, random) => ({
    body: JSON.stringify(good),
    method: pick(random, ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND', 'TRACE', 'GET']),
  }),
};

export type HostileVisit = Visit & { readonly what: string; readonly path: string };

/** `count` bad requests for endpoints that take JSON, the kinds of fault in turn; the endpoints are path → good body. */
export const hostileVisits = (
  endpoints: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  count: number,
  random: Random,
): HostileVisit[] => {
  const kinds = Object.entries(faults);
  const goods = Object.entries(endpoints);
  return Array.from({ length: count }, (_, index) => {
    const [what, spoil] = kinds[index % kinds.length] ?? ['', () => ({})];
    const [path, good] = pick(random, goods);
    return { method: 'POST', path, what, ...spoil(good, random) };
  });
};

const oddPieces: readonly string[] = [
  '..',
  '.',
  '%00',
  '%',
  '%ff',
  '%2e%2e%2f',
  '%c0%af',
  '\\',
  '__proto__',
  'constructor',
  'x'.repeat(300),
  'x'.repeat(5_000),
  "'",
  '<script>',
  '{clientId}',
  ':clientId',
  '%F0%9F%92%A9',
  ';a=b',
  '*',
  '[',
];

const oddQueries: readonly string[] = [
  'pageSize=-1',
  'pageSize=1e9',
  'pageSize=NaN',
  'pageSize[]=1&pageSize[]=2',
  'pageSize=1&pageSize=2',
  '__proto__[x]=1',
  'name=%00',
  'name=%',
  'name=%ff',
  `name=${'x'.repeat(3_000)}`,
  'pageToken=%27%3B--',
  'day=2026-13-45',
  'day=%00',
  'from=2026-13&to=0000-00',
  'row=EVERYTHING',
  'status=06',
  'municipality=999999',
  '&&&===',
  '?',
  'constructor=1',
];

/** `count` addresses that nobody would type, below the given ones. */
export const hostileAddresses = (paths: readonly string[], count: number, random: Random): HostileVisit[] =>
  Array.from({ length: count }, (_, index) => {
    const path = pick(random, paths);
    const odd = index % 2 === 0 ? `${path}/${pick(random, oddPieces)}` : `${path}?${pick(random, oddQueries)}`;
    return { what: 'an odd address', path: odd.replaceAll(' ', '%20') };
  });

/** Requests that are no HTTP, or hardly any. */
const oddLines: readonly string[] = [
  'GET / HTTP/9.9\r\n\r\n',
  'GET\r\n\r\n',
  '\r\n\r\n\r\n',
  '\u0000\u0001\u0002\u0003',
  'GET /api/clients HTTP/1.1\r\n\r\n',
  'GET / HTTP/1.1\r\nhost: x\r\nhost: y\r\n\r\n',
  'POST /api/clients HTTP/1.1\r\nhost: x\r\ncontent-length: -5\r\n\r\n',
  'POST /api/clients HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nabcdef',
  'POST /api/clients HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\ncontent-length: 3\r\n\r\n0\r\n\r\n',
  'POST /api/clients HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
  'POST /api/clients HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nffffffffffffffff\r\n',
  `GET / HTTP/1.1\r\nhost: x\r\n${'a: b\r\n'.repeat(3_000)}\r\n`,
  `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(40_000)}\r\n\r\n`,
  `GET /${'z'.repeat(40_000)} HTTP/1.1\r\nhost: x\r\n\r\n`,
  'GET / HTTP/1.1\r\nhost: x\r\nbad header\r\n\r\n',
  'GET / HTTP/1.1\r\nhost: x\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  '\u0016\u0003\u0001\u0002\u0000\u0001\u0000',
  'CONNECT example.org:443 HTTP/1.1\r\nhost: x\r\n\r\n',
  'GET http://example.org/ HTTP/1.1\r\nhost: example.org\r\n\r\n',
];

/** Writes each of them to the port, on a connection of its own, and gives the first lines of what came back. */
export const sendOddLines = async (port: number): Promise<string[]> => {
  const send = (line: string): Promise<string> =>
    new Promise((resolve) => {
      let answer = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(line, 'latin1'));
      socket.setTimeout(300, () => socket.destroy());
      socket.on('data', (data) => {
        answer += data.toString('latin1');
      });
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(answer.split('\r\n')[0] ?? ''));
    });
  return Promise.all(oddLines.map(send));
};
