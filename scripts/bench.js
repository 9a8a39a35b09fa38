import { launch } from './lib/bootstrap.js';

launch({
  script: 'scripts/bench.ts',
  help: `
Figures, each as a ratio to a baseline measured in the same run. Trust ratios, not absolutes.

  node scripts/bench.js            all, about two minutes
  node scripts/bench.js commands   B1 commands a second, B2 commit to effect, B10 memory at rest
  node scripts/bench.js starts     B9 npm start with the population, and the second start
  node scripts/bench.js day        a specialist's day list at 50 000 clients

Baseline of B1 and B2: the bare prototype (scripts/bench/prototype-*.ts): gRPC without TLS, one statement with an
outbox row, a relay, JetStream, a consumer with an inbox; no token, rules, idempotency, audit or encryption.
Baseline of the day list: its statement alone, without row-level security, on the same database. The 50 000 clients are put into guidance's tables as its
pipelines would leave them, not registered one by one.
`,
});
