import { launch } from './lib/bootstrap.js';

launch({
  script: 'scripts/replay.ts',
  help: `
Looks after events between services: those that a receiver parked, and those that it should get again.

  node scripts/replay.js list    --url URL [--consumer NAME] [--event ID]
  node scripts/replay.js redrive --url URL [--consumer NAME] [--event ID]
  node scripts/replay.js dismiss --url URL [--consumer NAME] [--event ID]
  node scripts/replay.js replay  --url URL --aggregate ID [--from VERSION]

  list     shows what is parked in the receiving service's database, oldest first, and why
  redrive  asks for another try of parked events: the running service takes them up within a second, in order and by
           its own way of applying. One that fails again is parked again at once.
  dismiss  puts parked messages out of the way that can't be read at all (type "malformed"); events proper never.
  replay   marks events of one aggregate in the publishing service's outbox, to be published again from VERSION (1).
           Receivers act once on each event, so doing it twice harms nothing.

  --url        the service's database, with its app role
  --consumer   the receiving service, e.g. statistics; all where left out
  --event      one event's id; all where left out
  --aggregate  opaque id of the aggregate, e.g. the client's
  --from       first version to publish again

Ends with 0, or with 2 where it could not be done.
`,
});
