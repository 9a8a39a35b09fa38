import { Client } from 'pg';
import { type Postgres, startPostgres } from './postgres.ts';

describe('a database for every service', () => {
  let postgres: Postgres;

  beforeAll(async () => {
    postgres = await startPostgres({ fast: true });
  });

  afterAll(() => postgres.stop());

  const asked = async <Row>(url: string, text: string): Promise<Row[]> => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(text)).rows as Row[];
    } finally {
      await client.end();
    }
  };

  it('lets the owner change the schema, and the app role only what it was granted', async () => {
    const { url, migratorUrl, appRole } = await postgres.createService('clients');
    await asked(migratorUrl, `CREATE TABLE fact (id int); GRANT SELECT, INSERT ON fact TO ${appRole}`);
    await asked(url, 'INSERT INTO fact VALUES (1)');

    await expect(asked(url, 'CREATE TABLE other (id int)')).rejects.toThrow('permission denied');
    await expect(asked(url, 'DELETE FROM fact')).rejects.toThrow('permission denied');
    await expect(asked(url, 'SELECT id FROM fact')).resolves.toEqual([{ id: 1 }]);
  });

  it('keeps a service out of the databases of others', async () => {
    const clients = await postgres.createService('clients');
    await postgres.createService('statistics');
    const foreign = new URL(clients.url);
    foreign.pathname = '/statistics';

    await expect(asked(foreign.href, 'SELECT 1')).rejects.toThrow('permission denied for database');
  });

  it('gives the same passwords when asked again', async () => {
    expect(await postgres.createService('clients')).toEqual(await postgres.createService('clients'));
  });

  it('sorts names as Finnish readers expect, with checksums on every page', async () => {
    const sorted = await asked<{ name: string }>(
      postgres.adminUrl,
      "SELECT name FROM unnest(ARRAY['Öhman','Zitting','Åberg','Aalto']) AS t(name) ORDER BY name",
    );

    expect(sorted.map((row) => row.name)).toEqual(['Aalto', 'Zitting', 'Åberg', 'Öhman']);
    expect(await asked(postgres.adminUrl, 'SHOW data_checksums')).toEqual([{ data_checksums: 'on' }]);
  });

  it('holds its data after it was killed', async () => {
    const { migratorUrl } = await postgres.createService('guidance');
    await asked(migratorUrl, 'CREATE TABLE kept (id int); INSERT INTO kept VALUES (7)');
    await postgres.kill();
    await postgres.start();

    expect(await asked(migratorUrl, 'SELECT id FROM kept')).toEqual([{ id: 7 }]);
  });
});
