import { launch } from './lib/bootstrap.js';

launch({
  script: 'scripts/verify-audit.ts',
  help: `
Checks that a service's access log was not tampered with. Shares no code with the writer.

  node scripts/verify-audit.js --url URL --checkpoints FILE --public-key FILE

  --url          the service's database, with a role that may read audit_entry and audit_chain
  --checkpoints  the signed checkpoints as the witness kept them (JSON lines)
  --public-key   the public half of the service's audit key (PEM)

Ends with 0 where nothing was found, with 2 where it could not check, and with 1 where something was found, one line
each: EDITED, DELETED, INSERTED, REORDERED, TRUNCATED, REWRITTEN, CHECKPOINT_FORGED, UNWITNESSED, UNCHAINED_TOO_LONG.
`,
});
