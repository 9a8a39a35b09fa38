import { launch } from './lib/bootstrap.js';

launch({
  script: 'scripts/simulate.ts',
  help: `
Lets the area live from 1 June 2025 to 30 November 2026, day by day, through all changes of the law in between, and
shows for a handful of made-up people what happened when, and by which version of which rule.

  node scripts/simulate.js [--state DIR] [--json FILE] [--until DATE] [--only NAME,NAME]

  --state DIR   state folder; it is emptied first and kept afterwards (default: a temporary one, taken away)
  --json FILE   writes what happened to a file as well, for programs
  --until DATE  last day, YYYY-MM-DD (default 2026-11-30)
  --only NAMES  only these people: aino, eero, liisa, matti, sofia, onni, veera

The area runs for itself, on free ports and without the population; a running one is left alone. Everything goes the
way of the staff: gRPC calls with tokens, timers that fire by themselves. On the night to 1 March 2026 both services are
killed and stay down for two days. Takes a minute or two. Ends with 0, or with 1 where something went wrong.
`,
});
