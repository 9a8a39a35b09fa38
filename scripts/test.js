import { launch } from './lib/bootstrap.js';

launch({
  script: 'scripts/test.ts',
  help: `
Runs every check. Installs what it needs. The last line counts all: "N passed, N failed".

  npm test                  everything, in order
  npm test -- unit types    only these steps

Steps: generate, format, lint, types, boundaries, proto, unit, integration, contracts, security, journeys,
faults.
What follows "--" after the steps goes to jest: npm test -- unit -- infra/kernel
`,
});
