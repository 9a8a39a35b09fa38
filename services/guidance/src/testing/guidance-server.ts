import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '@tyovayla/kernel/clock';
import type { ReceivedEvent } from '@tyovayla/kernel/domain-event';
import type { Role } from '@tyovayla/kernel/role';
import { GuidanceServiceService } from '@tyovayla/proto/tyovayla/guidance/v1/guidance_service';
import { type GrpcClient, grpcClient } from '@tyovayla/runtime/grpc/client';
import { serveGrpc } from '@tyovayla/runtime/grpc/server';
import { programName } from '@tyovayla/runtime/identity/peer';
import { createTokenVerifier } from '@tyovayla/runtime/identity/token';
import { silentLogger } from '@tyovayla/runtime/log';
import { newId } from '@tyovayla/runtime/new-id';
import { startTestIssuer } from '@tyovayla/runtime/testing/test-issuer';
import { openTestAuthority } from '@tyovayla/runtime/testing/test-server';
import { openTogether } from '@tyovayla/testing/open-together';
import { projectRoot } from '@tyovayla/testing/project-root';
import { guidanceMethods } from '../adapters/grpc/guidance-methods.ts';
import { applyCaseNews } from '../application/case-reaction.ts';
import { caseReactions } from '../application/reactions/case-reactions.ts';
import type { ClientNews } from '../domain/client-case/client-news.ts';
import { type PostgresGuidance, startPostgresGuidance } from './postgres-guidance.ts';

const name = 'guidance';
const area = 'meri-lappi';
const itself = { actorId: name, program: name, roles: [] };

/** Who calls, and when. */
export type Caller = { readonly staffId: string; readonly role: Role };

/** The whole service but for the broker: real gRPC with certificates and tokens, real Postgres. */
export type GuidanceServer = PostgresGuidance & {
  /** Lets the client registry's news come in, as the consumer would; each in a transaction of its own. */
  hear(...news: readonly ClientNews[]): Promise<void>;
  /** The service's methods for the portal. */
  readonly portal: GrpcClient<typeof GuidanceServiceService>;
  /** The service's methods for the program through which areas hand each other their cases. */
  readonly exchange: GrpcClient<typeof GuidanceServiceService>;
  /** A caller's token, to go with a call. */
  as(caller: Caller): Promise<{ readonly token: string }>;
};

const receivedAt = (clock: Clock, clientId: string): ReceivedEvent => ({
  eventId: newId(),
  type: 'tyovayla.clients.v1.Told',
  producer: 'clients',
  aggregateId: clientId,
  aggregateVersion: 1,
  occurTime: clock.now(),
  body: new Uint8Array(),
  position: 1n,
});

/** Starts the service; its clock stands at noon of Monday 2 February 2026 until the test moves it. */
export const startGuidanceServer = (): Promise<GuidanceServer> =>
  openTogether(async (opened) => {
    const guidance = opened(await startPostgresGuidance(), (started) => started.stop());
    const { clock, database, ports, pipeline } = guidance;
    const authority = opened(await openTestAuthority(), (one) => one.remove());
    const { issuer, jwksUri, sign } = opened(await startTestIssuer(), (idp) => idp.stop());
    const verifying = { issuer, jwksUri, audience: name, logger: silentLogger };
    const grpc = opened(
      await serveGrpc({
        listen: '127.0.0.1:0',
        tls: authority.tls(name),
        area,
        definition: GuidanceServiceService,
        methods: guidanceMethods(ports),
        descriptors: readFileSync(join(projectRoot, 'proto/gen/descriptors.binpb')),
        tokenVerifier: opened(createTokenVerifier(verifying), (verifier) => verifier.stop()),
        ports: pipeline,
      }),
      (server) => server.drain(500),
    );
    const lineOf = (program: string) => {
      const options = { tls: authority.tls(program), serverName: programName(name, area) };
      const line = grpcClient({ service: GuidanceServiceService }, `127.0.0.1:${grpc.port}`, options);
      return opened(line, (client) => client.close());
    };
    const apply = applyCaseNews({ ...ports, pipeline }, caseReactions(ports));
    return {
      ...guidance,
      portal: lineOf('portal'),
      exchange: lineOf('area-exchange'),
      hear: async (...news: readonly ClientNews[]) => {
        for (const one of news) {
          const heard = [{ news: one, received: receivedAt(clock, one.clientId) }];
          await database.transact(itself, (tx) => apply(tx, heard));
        }
      },
      as: async ({ staffId, role }: Caller) => ({ token: await sign({ aud: name, sub: staffId, roles: [role] }) }),
    };
  });
