import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DevCa, type Identity, openDevCa } from '@tyovayla/local/dev-ca';
import { openTogether } from '@tyovayla/testing/open-together';
import { type GrpcCalls, grpcClient } from '../grpc/client.ts';
import { type GrpcServer, type GrpcServerOptions, serveGrpc } from '../grpc/server.ts';
import { type TlsIdentity, type TlsMaterial, tlsFromMaterial } from '../grpc/tls.ts';
import { programName } from '../identity/peer.ts';
import { createTokenVerifier } from '../identity/token.ts';
import { silentLogger } from '../log.ts';
import { type InMemoryPorts, inMemoryPorts } from './in-memory-ports.ts';
import { sampleDefinition, sampleDescriptors, sampleService } from './sample-service.ts';
import { startTestIssuer, type TestIssuer } from './test-issuer.ts';

/** A development authority in a folder of its own, with the files' contents at hand. */
export type TestAuthority = {
  readonly ca: DevCa;
  readonly dir: string;
  material(identity: Identity): TlsMaterial;
  tls(program: string): TlsIdentity;
  remove(): void;
};

export const openTestAuthority = async (): Promise<TestAuthority> => {
  const dir = mkdtempSync(join(tmpdir(), 'tyovayla-runtime-'));
  const ca = await openDevCa(dir);
  const material = ({ certFile, keyFile, caFile }: Identity): TlsMaterial => ({
    cert: readFileSync(certFile),
    key: readFileSync(keyFile),
    ca: readFileSync(caFile),
  });
  return {
    ca,
    dir,
    material,
    tls: (program) => tlsFromMaterial(material(ca.identity(program))),
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
};

export type SampleClientCalls = GrpcCalls<typeof sampleDefinition> & { close(): void };

/** The sample service on real gRPC over loopback, with its authority and identity provider. */
export type TestServer = {
  readonly world: InMemoryPorts;
  readonly sample: ReturnType<typeof sampleService>;
  readonly server: GrpcServer;
  readonly address: string;
  readonly authority: TestAuthority;
  readonly issuer: TestIssuer;
  /** A client that shows the certificate of a program. */
  clientOf(program: string, options?: { deadlineMs?: number }): SampleClientCalls;
  clientWith(tls: TlsIdentity, options?: { deadlineMs?: number }): SampleClientCalls;
  stop(): Promise<void>;
};

type SampleOptions = Partial<
  Pick<GrpcServerOptions<typeof sampleDefinition>, 'limits' | 'maxDeadlineMs' | 'reflection'>
>;

export const startTestServer = (options: SampleOptions = {}): Promise<TestServer> =>
  openTogether(async (opened) => {
    const authority = opened(await openTestAuthority(), (one) => one.remove());
    const issuer = opened(await startTestIssuer(), (idp) => idp.stop());
    const world = inMemoryPorts();
    const sample = sampleService(world);
    const verifying = { issuer: issuer.issuer, audience: 'clients', jwksUri: issuer.jwksUri, logger: silentLogger };
    const server = opened(
      await serveGrpc({
        listen: '127.0.0.1:0',
        tls: authority.tls('clients'),
        area: 'meri-lappi',
        definition: sampleDefinition,
        methods: sample.methods,
        descriptors: sampleDescriptors(),
        tokenVerifier: opened(createTokenVerifier(verifying), (verifier) => verifier.stop()),
        ports: world.ports,
        ...options,
      }),
      (started) => started.drain(500),
    );
    const address = `127.0.0.1:${server.port}`;
    const clientWith: TestServer['clientWith'] = (tls, { deadlineMs = 5_000 } = {}) => {
      const serverName = programName('clients', 'meri-lappi');
      const calling = { tls, deadlineMs, serverName };
      return opened(grpcClient({ service: sampleDefinition }, address, calling), (client) => client.close());
    };
    return {
      world,
      sample,
      server,
      address,
      authority,
      issuer,
      clientOf: (program: string, given?: { deadlineMs?: number }) => clientWith(authority.tls(program), given),
      clientWith,
    };
  });
