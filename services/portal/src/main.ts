import { fileURLToPath } from 'node:url';
import { ClientsServiceService } from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import { GuidanceServiceService } from '@tyovayla/proto/tyovayla/guidance/v1/guidance_service';
import { StatisticsServiceService } from '@tyovayla/proto/tyovayla/statistics/v1/statistics_service';
import { createClock } from '@tyovayla/runtime/clock';
import { clockOffsetOf } from '@tyovayla/runtime/clock-offset';
import { printConfigTable, readConfig } from '@tyovayla/runtime/config';
import { grpcClient } from '@tyovayla/runtime/grpc/client';
import { openTls } from '@tyovayla/runtime/grpc/tls';
import { programName } from '@tyovayla/runtime/identity/peer';
import { runService, type StartedService } from '@tyovayla/runtime/lifecycle/run-service';
import { createLogger } from '@tyovayla/runtime/log';
import type { Logger } from '@tyovayla/runtime/ports';
import { startTelemetry } from '@tyovayla/runtime/telemetry/telemetry';
import { type PortalConfig, portalSettings } from './config.ts';
import { clientsGateway } from './gateways/clients-gateway.ts';
import { guidanceGateway } from './gateways/guidance-gateway.ts';
import { statisticsGateway } from './gateways/statistics-gateway.ts';
import { isLoopback, splitAddress } from './http/address.ts';
import { portalServer } from './http/portal-server.ts';
import { webAssets } from './http/web-assets.ts';
import { openIdProvider } from './session/identity-provider.ts';
import { readSecret, readSessionKey } from './session/secret-files.ts';

/** Clients of the services, in this program's name. */
const openServices = async (config: PortalConfig, logger: Logger) => {
  const files = { certFile: config.TLS_CERT_FILE, keyFile: config.TLS_KEY_FILE, caFile: config.TLS_CA_FILE };
  const tls = await openTls(files, logger);
  const named = (service: string) => ({ tls, serverName: programName(service, config.AREA) });
  const clients = grpcClient({ service: ClientsServiceService }, config.CLIENTS_ADDRESS, named('clients'));
  const statistics = grpcClient({ service: StatisticsServiceService }, config.STATISTICS_ADDRESS, named('statistics'));
  const guidance = grpcClient({ service: GuidanceServiceService }, config.GUIDANCE_ADDRESS, named('guidance'));
  return {
    services: {
      clients: clientsGateway(clients),
      statistics: statisticsGateway(statistics),
      guidance: guidanceGateway(guidance),
    },
    close: [clients.close, statistics.close, guidance.close, tls.stop],
  };
};

const start = async (config: PortalConfig, logger: Logger): Promise<StartedService> => {
  const telemetry = await startTelemetry({
    service: 'portal',
    area: config.AREA,
    otlpEndpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT,
    traceFile: config.TRACE_FILE,
    traceRatio: config.TRACE_RATIO,
    logger,
  });
  const { services, close } = await openServices(config, logger);
  const clock = createClock(clockOffsetOf(config));
  const webDist = config.WEB_DIST ?? fileURLToPath(new URL('../web/dist', import.meta.url));
  let accepting = true;
  const app = await portalServer({
    services,
    provider: openIdProvider({
      issuer: config.OIDC_ISSUER,
      clientId: config.OIDC_CLIENT_ID,
      clientSecret: readSecret(config.OIDC_CLIENT_SECRET_FILE),
      redirectUri: new URL('/auth/callback', config.PUBLIC_URL).href,
    }),
    sessionKey: readSessionKey(config.SESSION_KEY_FILE),
    publicUrl: config.PUBLIC_URL,
    developmentSignIn: isLoopback(config.OIDC_ISSUER),
    webDist,
    assets: webAssets(webDist),
    logger,
    today: clock.today,
    accepting: () => accepting,
  });
  await app.listen(splitAddress(config.HTTP_LISTEN));
  return {
    checks: {},
    onReadiness: (ready) => {
      accepting = ready;
    },
    drain: () => app.close(),
    close: [...close, telemetry.stop],
  };
};

const mode = process.argv[2] ?? 'run';
if (mode === 'config') printConfigTable(portalSettings);
// The portal keeps nothing: there is no schema to bring forward.
else if (mode === 'run') {
  const config = readConfig(portalSettings);
  const logger = createLogger({ service: 'portal', level: config.LOG_LEVEL });
  await runService({ name: 'portal', logger, start: () => start(config, logger) });
} else if (mode !== 'migrate') {
  process.stderr.write('usage: main.ts [run | migrate | config]\n');
  process.exitCode = 1;
}
