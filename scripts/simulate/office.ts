import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ServiceDefinition } from '@grpc/grpc-js';
import { identityOf } from '@tyovayla/local/programs';
import { ClientsServiceService } from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import { AccessReason } from '@tyovayla/proto/tyovayla/guidance/v1/access_reason';
import { GuidanceServiceService } from '@tyovayla/proto/tyovayla/guidance/v1/guidance_service';
import { type GrpcCalls, type GrpcClient, grpcClient } from '@tyovayla/runtime/grpc/client';
import { tlsFromMaterial } from '@tyovayla/runtime/grpc/tls';
import type { Platform } from '@tyovayla/testing/platform';

type Wish<Request> = Request extends { requestId: string } ? Omit<Request, 'requestId'> : Request;

/**
 * The methods of a contract for one caller: who calls, the request's own id and, for a look at a client of guidance, that
 * they are being served are filled in.
 */
export type Calls<Definition> = {
  readonly [Method in keyof GrpcCalls<Definition>]: GrpcCalls<Definition>[Method] extends (
    request: infer Request,
    options?: infer _Options,
  ) => infer Answer
    ? (request: Wish<Request>) => Answer
    : never;
};

/** What a member of staff works with. */
export type Desk = {
  readonly staffId: string;
  readonly clients: Calls<typeof ClientsServiceService>;
  readonly guidance: Calls<typeof GuidanceServiceService>;
};

/** The demo staff at work on a running area: every call goes through the portal's certificate, with a token. */
export type Office = {
  /** The desk of a member of the demo staff, by sign-in name. */
  desk(login: string, staffId: string): Desk;
  /** The program through which areas hand each other their cases. */
  readonly exchange: Calls<typeof ClientsServiceService>;
  close(): void;
};

/** A token is good for five minutes. */
const tokenLastsMs = 120_000;

type Token = { readonly text: string; readonly madeAt: number };

const tokensOf = (platform: Platform, login: string) => {
  const tokens = new Map<string, Token>();
  return async (audience: string): Promise<string> => {
    const known = tokens.get(audience);
    if (known !== undefined && Date.now() - known.madeAt < tokenLastsMs) return known.text;
    const made = { text: await platform.token(login, audience, 'portal'), madeAt: Date.now() };
    tokens.set(audience, made);
    return made.text;
  };
};

const boundCalls = <D extends ServiceDefinition>(
  service: D,
  line: GrpcClient<D>,
  { options, filled = {} }: { options(): Promise<object>; readonly filled?: object },
): Calls<D> => {
  const raw = line as unknown as Record<string, (request: object, options: object) => Promise<unknown>>;
  const bound = Object.keys(service).map((method) => [
    method,
    async (request: object) => raw[method]?.({ requestId: randomUUID(), ...filled, ...request }, await options()),
  ]);
  return Object.fromEntries(bound) as Calls<D>;
};

const lineTo = <D extends ServiceDefinition>(
  platform: Platform,
  program: string,
  [service, name]: readonly [D, 'clients' | 'guidance'],
): GrpcClient<D> => {
  const { certFile, keyFile, caFile } = platform.tls(program);
  const tls = tlsFromMaterial({ cert: readFileSync(certFile), key: readFileSync(keyFile), ca: readFileSync(caFile) });
  return grpcClient({ service }, platform.addresses[name], { tls, deadlineMs: 20_000, serverName: identityOf(name) });
};

/** Opens the office of a running area. */
export const openOffice = (platform: Platform): Office => {
  const clients = lineTo(platform, 'portal', [ClientsServiceService, 'clients']);
  const guidance = lineTo(platform, 'portal', [GuidanceServiceService, 'guidance']);
  const exchange = lineTo(platform, 'area-exchange', [ClientsServiceService, 'clients']);
  return {
    desk: (login, staffId) => {
      const token = tokensOf(platform, login);
      const as = (audience: string) => ({ options: async () => ({ token: await token(audience) }) });
      // Only of a client under protection is a reason asked and kept.
      const serving = { ...as('guidance'), filled: { accessReason: AccessReason.ACCESS_REASON_CLIENT_SERVICE } };
      return {
        staffId,
        clients: boundCalls(ClientsServiceService, clients, as('clients')),
        guidance: boundCalls(GuidanceServiceService, guidance, serving),
      };
    },
    exchange: boundCalls(ClientsServiceService, exchange, { options: async () => ({}) }),
    close: () => {
      for (const line of [clients, guidance, exchange]) line.close();
    },
  };
};
