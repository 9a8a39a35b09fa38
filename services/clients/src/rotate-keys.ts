import { readFileSync } from 'node:fs';
import { parseFieldKeys } from '@tyovayla/persistence/field-keys';
import { openDatabase } from '@tyovayla/persistence/open-database';
import { createLogger } from '@tyovayla/runtime/log';
import { rotateIdentityKeys } from './adapters/postgres/rotate-identity-keys.ts';
import { readRotateKeysConfig } from './config.ts';

/** Run by an operator after a new key was made active: `node services/clients/src/rotate-keys.ts`. */
const { DATABASE_URL, KEYS_FILE } = readRotateKeysConfig();
const database = await openDatabase({ url: DATABASE_URL, applicationName: 'clients-rotate-keys', poolSize: 1 });
try {
  const keys = parseFieldKeys(readFileSync(KEYS_FILE, 'utf8'));
  const { rewrapped, reindexed } = await rotateIdentityKeys(database, keys);
  const logger = createLogger({ service: 'clients' });
  logger.info({ task: 'rewrap', count: rewrapped }, 'identity keys rotated');
  logger.info({ task: 'reindex', count: reindexed }, 'identity keys rotated');
} finally {
  await database.close();
}
