import { randomBytes, randomUUID } from 'node:crypto';
import { type ClientHttp2Session, connect, constants } from 'node:http2';
import { Client, Metadata, type ServiceError, status } from '@grpc/grpc-js';
import { RegisterJobSeekerRequest } from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import { sampleDefinition } from '../testing/sample-service.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { channelCredentials } from './tls.ts';

let world: TestServer;
let client: Client;
let session: ClientHttp2Session;
let token: string;

beforeAll(async () => {
  world = await startTestServer();
  token = await world.issuer.sign();
  const { cert, key, ca } = world.authority.material(world.authority.ca.identity('portal'));
  client = new Client(world.address, channelCredentials(world.authority.tls('portal')), {
    'grpc.ssl_target_name_override': 'localhost',
  });
  session = connect(`https://localhost:${world.server.port}`, { cert, key, ca });
});

afterAll(async () => {
  client.close();
  session.destroy();
  await world.stop();
});

const { path } = sampleDefinition.registerJobSeeker;

const send = (bytes: Buffer): Promise<status> =>
  new Promise((resolve) => {
    const metadata = new Metadata();
    metadata.set('authorization', `Bearer ${token}`);
    const same = (value: Buffer): Buffer => value;
    const answered = (error: ServiceError | null): void => resolve(error?.code ?? status.OK);
    client.makeUnaryRequest(path, same, same, bytes, metadata, { deadline: Date.now() + 5_000 }, answered);
  });

/** Sends a body as it is, without gRPC's own framing, and gives the status that came back. */
const sendRaw = (body: Buffer, headers: Record<string, string> = {}): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const stream = session.request({
      [constants.HTTP2_HEADER_METHOD]: 'POST',
      [constants.HTTP2_HEADER_PATH]: path,
      'content-type': 'application/grpc',
      te: 'trailers',
      authorization: `Bearer ${token}`,
      ...headers,
    });
    let code: number | undefined;
    const read = (values: Record<string, unknown>): void => {
      if (values['grpc-status'] !== undefined) code = Number(values['grpc-status']);
    };
    stream.on('response', read);
    stream.on('trailers', read);
    stream.on('close', () => resolve(code));
    stream.on('error', reject);
    stream.resume();
    stream.end(body);
  });

const frame = (message: Buffer, { compressed = 0, length = message.length } = {}): Buffer => {
  const head = Buffer.alloc(5);
  head.writeUInt8(compressed, 0);
  head.writeUInt32BE(length, 1);
  return Buffer.concat([head, message]);
};

const aRequest = (): Buffer =>
  Buffer.from(
    RegisterJobSeekerRequest.encode(
      RegisterJobSeekerRequest.fromPartial({
        requestId: randomUUID(),
        identityCode: '010190-900A',
        givenNames: 'Aino',
        familyName: 'Testi',
        municipalityCode: '240',
        serviceLanguage: 1,
        citizenships: ['FI'],
        contact: { email: 'aino@example.test', phone: '+358401234567' },
        statusCode: '02',
        nationalRecord: { jobSearchStartedDate: '2024-01-01', statusSpells: [{}], labourMarketSubsidyDays: 3 },
      }),
    ).finish(),
  );

/** A reproducible stream of numbers below a bound (mulberry32). */
const randomOf = (seed: number) => {
  let state = seed;
  return (bound: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
};

const mutate = (bytes: Buffer, random: (bound: number) => number): Buffer => {
  const copy = Buffer.from(bytes);
  for (let index = 0; index <= random(4); index += 1) copy[random(copy.length)] = random(256);
  const kind = random(4);
  if (kind === 0) return copy.subarray(0, random(copy.length));
  if (kind === 1) return Buffer.concat([copy, copy.subarray(random(copy.length))]);
  return copy;
};

const callersFaults = [status.OK, status.INVALID_ARGUMENT];

describe('hostile input', () => {
  it('answers 600 random and altered messages without a fault of its own', async () => {
    const random = randomOf(20261124);
    const codes = new Map<status, number>();
    for (let round = 0; round < 30; round += 1) {
      const messages = Array.from({ length: 20 }, (_, index) =>
        index % 4 === 0 ? randomBytes(random(200)) : mutate(aRequest(), random),
      );
      for (const code of await Promise.all(messages.map(send))) codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    expect([...codes.keys()].filter((code) => !callersFaults.includes(code))).toEqual([]);
    expect(codes.get(status.INVALID_ARGUMENT)).toBeGreaterThan(300);
  });

  it('takes the unaltered message, so that the altered ones mean something', async () => {
    expect(await send(aRequest())).toBe(status.INVALID_ARGUMENT);
    const { nationalRecord: _left, ...plain } = RegisterJobSeekerRequest.decode(aRequest());
    const bytes = Buffer.from(RegisterJobSeekerRequest.encode(plain as RegisterJobSeekerRequest).finish());
    expect(await send(bytes)).toBe(status.OK);
  });

  it('answers a message nested a thousand deep', async () => {
    let nested = Buffer.alloc(0);
    for (let depth = 0; depth < 1_000; depth += 1)
      nested = Buffer.concat([Buffer.from([0x0b]), nested, Buffer.from([0x0c])]);
    expect(await send(nested)).toBe(status.INVALID_ARGUMENT);
  });

  it('refuses a message above 256 KiB', async () => {
    expect(await send(Buffer.alloc(300 * 1024, 1))).toBe(status.RESOURCE_EXHAUSTED);
  });

  it.each([
    ['nothing at all', () => sendRaw(Buffer.alloc(0))],
    ['half a head', () => sendRaw(Buffer.from([0, 0]))],
    ['less than it announces', () => sendRaw(frame(aRequest(), { length: 5_000 }))],
    ['more than may be announced', () => sendRaw(frame(aRequest(), { length: 0xffff_ffff }))],
    ['two messages where one is due', () => sendRaw(Buffer.concat([frame(aRequest()), frame(aRequest())]))],
    ['gzip that is none', () => sendRaw(frame(randomBytes(50), { compressed: 1 }), { 'grpc-encoding': 'gzip' })],
    ['deflate that is none', () => sendRaw(frame(randomBytes(50), { compressed: 1 }), { 'grpc-encoding': 'deflate' })],
    ['an unknown compression', () => sendRaw(frame(aRequest(), { compressed: 1 }), { 'grpc-encoding': 'snappy' })],
    ['a deadline that is none', () => sendRaw(frame(aRequest()), { 'grpc-timeout': 'soon' })],
    ['a trace context that is none', () => sendRaw(frame(aRequest()), { traceparent: '00-zz' })],
  ])('answers a frame with %s without a fault of its own', async (_what, attempt) => {
    const code = await attempt();
    expect([status.INTERNAL, status.UNKNOWN, undefined]).not.toContain(code);
  });

  it('still serves after all that', async () => {
    await expect(
      world.clientOf('population').watchSituationPicture({ dayDate: '' })[Symbol.asyncIterator]().next(),
    ).resolves.toMatchObject({
      done: false,
    });
  });
});
