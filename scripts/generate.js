import { ensureContracts } from './lib/contracts.js';
import { ensureDependencies, findNode } from './lib/dependencies.js';
import { say } from './lib/project.js';

const help = `Generates code from the contracts in proto/ into proto/gen/ (not in git).

  npm run generate             when a contract or a generator has changed
  npm run generate -- --force  in any case

proto/gen/ts/               TypeScript for servers and clients
proto/gen/descriptors.binpb the descriptor set for validation and reflection`;

const args = process.argv.slice(2);
if (args.includes('--help') || args.includes('-h')) {
  process.stdout.write(`${help}\n`);
} else {
  try {
    ensureDependencies();
    const changed = ensureContracts(findNode(), { force: args.includes('--force') });
    say(changed ? 'generated code is new' : 'generated code is up to date');
  } catch (error) {
    say(error.message);
    process.exitCode = 1;
  }
}
