import { launch } from './lib/bootstrap.js';

launch({
  script: 'scripts/new-capability.ts',
  help: `
Writes the empty files of a new command with the right names, and prints the eight steps of services/README.md for it.

  node scripts/new-capability.js SERVICE VERB-PHRASE [--concept CONCEPT] [--dry-run] [--root DIR]

  node scripts/new-capability.js clients record-work-wish
  node scripts/new-capability.js guidance book-interview --concept initial-interview

  VERB-PHRASE  what the office does, in kebab-case: a verb, then its object
  --concept    folder below src/domain that the decision belongs to; the only one, or "client" for clients, if left out
  --dry-run    shows what would be written
  --root       top folder of the checkout; this one if left out

Never overwrites: a file that is there stays as it is. Ends with 0, or with 2 where it could not understand.
`,
});
