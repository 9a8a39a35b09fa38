import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Names } from './names.ts';

/** The number after the newest migration's, four digits. */
const nextMigration = (root: string, service: string): string => {
  const numbers = readdirSync(join(root, 'services', service, 'migrations')).map((name) => Number.parseInt(name, 10));
  return String(Math.max(2000, ...numbers.filter(Number.isFinite)) + 1);
};

/** What is left to do, in the eight steps of services/README.md. */
export const checklist = (root: string, names: Names): readonly string[] => {
  const { service, verb, camel, pascal, concept } = names;
  const proto = `proto/tyovayla/${service}/v1`;
  const method = `${camel}: ${camel}Method(commands.${camel}, { request: contract.${pascal}Request, response: contract.${pascal}Response })`;
  return [
    `1. Contract     rpc ${pascal}, ${pascal}Request (request_id!) and ${pascal}Response in ${proto}/${service}_service.proto, the event in ${service}_events.proto, a line in proto/CHANGELOG.md; node scripts/generate.js`,
    `2. Refusals     new codes in ${proto}/${service}_error_reason.proto and the refusals of services/${service}/src/domain/${concept}`,
    `3. Decision     services/${service}/src/domain/${concept}/${verb}.ts, and its test in sentences about people, each with its source`,
    `4. Declaration  services/${service}/src/application/commands/${verb}.ts: say who may; in catalogue.ts  ${camel}: ${camel}Command(…)`,
    `5. Storage      services/${service}/migrations/${nextMigration(root, service)}-….ts where something new is kept; the repository and its contract`,
    `6. Edge         in services/${service}/src/adapters/grpc/${service}-methods.ts  ${method}; outgoing.ts and golden bytes for a new event: node test/contracts/write-golden.ts`,
    `7. Listeners    a reaction in each service that cares`,
    `8. People       the portal's page, texts in fi, sv and en, a journey; a line in the table of test/security/callers.test.ts; the READMEs`,
  ];
};
