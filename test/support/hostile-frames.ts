import { readFileSync } from 'node:fs';
import { type ClientHttp2Session, connect, constants } from 'node:http2';
import type { Platform } from '@tyovayla/testing/platform';

type Random = () => number;

/** A gRPC frame: one byte for compression, four for the length, the message. */
export const frame = (message: Buffer, { compressed = 0, length = message.length } = {}): Buffer => {
  const head = Buffer.alloc(5);
  head.writeUInt8(compressed, 0);
  head.writeUInt32BE(length, 1);
  return Buffer.concat([head, message]);
};

const below = (random: Random, bound: number): number => Math.floor(random() * bound);

const bytes = (random: Random, length: number): Buffer => Buffer.from(Array.from({ length }, () => below(random, 256)));

const varint = (value: number): Buffer => {
  const out: number[] = [];
  let rest = value;
  while (rest >= 128) {
    out.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return Buffer.from([...out, rest]);
};

const field = (number: number, wireType: number, content: Buffer): Buffer =>
  Buffer.concat([varint(number * 8 + wireType), content]);

const text = (number: number, content: Buffer): Buffer =>
  field(number, 2, Buffer.concat([varint(content.length), content]));

const nested = (depth: number, number: number): Buffer => {
  let inner: Buffer = Buffer.alloc(0);
  for (let level = 0; level < depth; level += 1) inner = text(number, inner);
  return inner;
};

const badUtf8 = [
  [0xff, 0xfe],
  [0xc0, 0x80],
  [0xed, 0xa0, 0x80],
  [0xf5, 0x80, 0x80, 0x80],
  [0xe2, 0x82],
].map((codes) => Buffer.from(codes));

const alien: readonly string[] = [
  '',
  ' ',
  '\u0000',
  '\u202e',
  "'; DROP TABLE client; --",
  '{{7*7}}',
  '../../etc/passwd',
  '__proto__',
  '%s%n',
  'NaN',
  '9'.repeat(400),
  'Ä'.repeat(300),
  '0000-00-00',
  '2026-02-31',
  '+99999-01-01',
  '00000000-0000-0000-0000-000000000000',
  '\ud83d\ude00'.repeat(40),
];

/** What can be wrong with a message. Each takes a good one and makes a bad one, body and framing. */
const faults: Readonly<Record<string, (good: Buffer, random: Random) => Buffer>> = {
  'cut off in the frame': (good, random) => frame(good).subarray(0, below(random, good.length + 5)),
  'cut off in the message': (good, random) => frame(good.subarray(0, below(random, good.length + 1))),
  'a length that is too large': (good, random) => frame(good, { length: good.length + 1 + below(random, 100_000) }),
  'a length that is too small': (good, random) => frame(good, { length: below(random, good.length + 1) }),
  'a length without bounds': (good) => frame(good, { length: 0xffff_ffff }),
  'said to be compressed': (good, random) => frame(good, { compressed: 1 + below(random, 255) }),
  'two messages for one': (good) => Buffer.concat([frame(good), frame(good)]),
  'random bytes': (_good, random) => frame(bytes(random, below(random, 300))),
  'random bytes without a frame': (_good, random) => bytes(random, below(random, 60)),
  'some bytes changed': (good, random) => {
    const copy = Buffer.from(good.length === 0 ? bytes(random, 8) : good);
    for (let index = 0; index <= below(random, 5); index += 1) copy[below(random, copy.length)] = below(random, 256);
    return frame(copy);
  },
  'fields of another wire type': (good, random) => {
    const copy = Buffer.from(good.length === 0 ? bytes(random, 8) : good);
    copy[0] = ((copy[0] ?? 0) & 0xf8) | below(random, 8);
    return frame(copy);
  },
  'a wire type for each field': (_good, random) =>
    frame(Buffer.concat(Array.from({ length: 14 }, (_, at) => field(at + 1, below(random, 8), bytes(random, 9))))),
  'a text twice, once of another wire type': (good, random) => {
    const number = 1 + below(random, 4);
    const sound = Buffer.from('0190f000-0000-7000-8000-000000000001');
    const odd = field(number, below(random, 2) * 5, Buffer.concat([varint(sound.length), sound]));
    return frame(Buffer.concat([good, text(number, Buffer.from('x')), odd]));
  },
  'a varint without end': (_good, random) =>
    frame(field(1 + below(random, 12), 0, Buffer.alloc(2 + below(random, 12), 0xff))),
  'a tag without end': (good) => frame(Buffer.concat([good, Buffer.alloc(11, 0xff)])),
  'field number zero': (good) => frame(Buffer.concat([good, Buffer.from([0x00, 0x01])])),
  'the largest field number': (good) => frame(Buffer.concat([good, text(536_870_911, Buffer.from('x'))])),
  'a text longer than the message': (_good, random) =>
    frame(field(1 + below(random, 12), 2, Buffer.concat([varint(2 ** (7 + below(random, 46))), Buffer.from('x')]))),
  'deep nesting': (good, random) =>
    frame(Buffer.concat([good, nested(50 + below(random, 3_000), 1 + below(random, 12))])),
  'deep groups': (good, random) => {
    const depth = 100 + below(random, 5_000);
    return frame(Buffer.concat([good, Buffer.alloc(depth, 0x0b), Buffer.alloc(below(random, 2) * depth, 0x0c)]));
  },
  'text that is no UTF-8': (good, random) =>
    frame(
      Buffer.concat([good, text(1 + below(random, 12), badUtf8[below(random, badUtf8.length)] ?? Buffer.alloc(1))]),
    ),
  'huge fields': (good, random) =>
    frame(Buffer.concat([good, text(1 + below(random, 12), Buffer.alloc(50_000 + below(random, 250_000), 0x41))])),
  'thousands of fields': (good, random) =>
    frame(
      Buffer.concat([good, ...Array.from({ length: 3_000 }, () => text(1 + below(random, 12), Buffer.from('FI')))]),
    ),
  'numbers without measure': (good, random) =>
    frame(Buffer.concat([good, ...[3, 4, 5, 6, 9].map((at) => field(at, 0, varint(2 ** (20 + below(random, 43)))))])),
  'texts from elsewhere': (good, random) => {
    const odd = () => Buffer.from(alien[below(random, alien.length)] ?? '');
    return frame(Buffer.concat([good, ...Array.from({ length: 5 }, () => text(1 + below(random, 12), odd()))]));
  },
  'every message a text, every text a message': (_good, random) =>
    frame(
      Buffer.concat(Array.from({ length: 12 }, (_, at) => text(at + 1, text(1 + below(random, 12), bytes(random, 5))))),
    ),
};

export type HostileFrame = { readonly what: string; readonly body: Buffer };

/** `count` bad bodies made from good messages, the kinds of fault in turn. The same random numbers give the same bodies. */
export const hostileFrames = (goods: readonly Buffer[], count: number, random: Random): HostileFrame[] => {
  const kinds = Object.entries(faults);
  return Array.from({ length: count }, (_, index) => {
    const [what, spoil] = kinds[index % kinds.length] ?? ['', frame];
    return { what, body: spoil(goods[below(random, goods.length)] ?? Buffer.alloc(0), random) };
  });
};

const { HTTP2_HEADER_METHOD, HTTP2_HEADER_PATH, HTTP2_HEADER_CONTENT_TYPE } = constants;

/** A bare HTTP/2 connection with a program's certificate: sends bodies as they are, without gRPC's own framing. */
export const openHttp2 = (platform: Platform, program: string, address: string): ClientHttp2Session => {
  const { certFile, keyFile, caFile } = platform.tls(program);
  const files = { cert: readFileSync(certFile), key: readFileSync(keyFile), ca: readFileSync(caFile) };
  const session = connect(`https://${address.replace('127.0.0.1', 'localhost')}`, files);
  session.on('error', () => undefined);
  return session;
};

export type RawCall = { readonly path: string; readonly token?: string | undefined; readonly body: Buffer };

/** The gRPC status of the answer; "stream" where an answer began to flow, "none" where there was no status at all. */
export const sendRaw = (session: ClientHttp2Session, { path, token, body }: RawCall): Promise<string> =>
  new Promise((resolve) => {
    const stream = session.request({
      [HTTP2_HEADER_METHOD]: 'POST',
      [HTTP2_HEADER_PATH]: path,
      [HTTP2_HEADER_CONTENT_TYPE]: 'application/grpc',
      te: 'trailers',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      'grpc-timeout': '8S',
    });
    let code = 'none';
    const read = (headers: Readonly<Record<string, unknown>>): void => {
      if (headers['grpc-status'] !== undefined) code = String(headers['grpc-status']);
    };
    stream.on('response', read);
    stream.on('trailers', read);
    stream.on('data', () => {
      if (code !== 'none') return;
      code = 'stream';
      stream.setTimeout(100, () => stream.close(constants.NGHTTP2_CANCEL));
    });
    stream.on('error', () => undefined);
    stream.on('close', () => resolve(code));
    stream.setTimeout(10_000, () => stream.close(constants.NGHTTP2_CANCEL));
    stream.end(body);
  });
