import { parseArgs } from 'node:util';
import { openDevCa, thumbprintOf } from './dev-ca.ts';
import { openDevSecrets } from './dev-secrets.ts';
import { startIdentityProvider } from './identity-provider.ts';

const help = `The development identity provider as a process of its own. Plain HTTP on 127.0.0.1.

  node infra/local/src/identity-provider-main.ts --state DIR --port N --portal URL

  --state DIR   folder of the local platform with certificates and secrets
  --port N      where to listen
  --portal URL  the portal's address as browsers know it`;

const { values } = parseArgs({
  options: {
    state: { type: 'string' },
    port: { type: 'string' },
    portal: { type: 'string' },
    help: { type: 'boolean' },
  },
});

if (values.help === true || !values.state || !values.port || !values.portal) {
  console.log(help);
  process.exit(values.help === true ? 0 : 2);
}

const ca = await openDevCa(`${values.state}/ca`);
const server = await startIdentityProvider({
  port: Number(values.port),
  stateDir: values.state,
  secrets: openDevSecrets(`${values.state}/secrets`),
  portalUrl: values.portal,
  portalThumbprint: thumbprintOf(ca.identity('portal').certFile),
});
console.log(JSON.stringify({ level: 30, time: Date.now(), service: 'idp', msg: 'service ready' }));

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
}
