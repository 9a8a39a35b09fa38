import { startPostgres } from '@tyovayla/testing/postgres';
import { durabilityFaults } from './durability-faults.ts';
import { openDatabase } from './open-database.ts';
import { liisa } from './testing/test-database.ts';

describe('the promise that a committed command survives a power cut', () => {
  it.each([
    ['stands on a server with its usual settings', false, []],
    ['is not given by a server that trades it for speed', true, ['fsync=off', 'full_page_writes=off']],
  ])('%s', async (_, fast, faults) => {
    const postgres = await startPostgres({ fast });
    const { url } = await postgres.createService('durable');
    const database = await openDatabase({ url, applicationName: 'durability' });

    await expect(database.read(liisa, durabilityFaults)).resolves.toEqual(faults);

    await database.close();
    await postgres.stop();
  });
});
