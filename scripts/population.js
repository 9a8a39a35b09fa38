import { launch } from './lib/bootstrap.js';

launch({
  script: 'scripts/population.ts',
  help: `
Registers synthetic job seekers through the running platform, one by one. npm start does it by itself.

  node scripts/population.js [--state DIR] [--scale N] [--seed N] [--concurrency N]

  --state DIR        state folder of the running platform (default .local)
  --scale N          N times the population of table 1, for load (default 1)
  --seed N           other people with the same table (default 1)
  --concurrency N    registrations under way at once (default 32)

Interrupted, it goes on where it was; a person sent twice is registered once.
`,
});
