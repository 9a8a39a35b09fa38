import { launch } from './lib/bootstrap.js';

launch({
  script: 'scripts/start.ts',
  help: `
Starts the employment area Meri-Lappi on this machine: Postgres, NATS, identity provider, services, portal, and a
synthetic population. Installs what it needs. Safe to repeat; Ctrl-C stops everything.

  npm start
  npm start -- --fresh            forget all data and keys of earlier runs first
  npm start -- --as-of DATE       live on another day (YYYY-MM-DD)
  npm start -- --no-population    nobody is registered
  npm start -- --scale N          N times as many people, for load
  npm start -- --state DIR        keep data elsewhere than in .local
  npm start -- --any-ports        free ports in place of 8080, 8081, 7001-7003, 5440 and 4223
`,
});
