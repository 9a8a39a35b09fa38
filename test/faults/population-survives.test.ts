import { localDate } from '@tyovayla/kernel/local-date';
import { eventually } from '@tyovayla/testing/eventually';
import { type Platform, startPlatform } from '@tyovayla/testing/platform';
import { seededRandom } from '@tyovayla/testing/seeded-random';
import { statedTable, statisticsOf, tableOf, withoutTotal } from '../support/picture.ts';
import { newcomerTo, registerStubbornly, seedPopulation, statedTargets } from '../support/population-load.ts';
import { askDatabase, countInbox, countOutbox } from '../support/stored-facts.ts';

const today = '2026-11-24';
const seed = Number(process.env.FAULT_SEED ?? 1);

type Fault = 'kill clients' | 'kill statistics' | 'kill broker' | 'wipe broker' | 'end database sessions';

/** What breaks while people are being registered; each kind at least once, in an order that the seed decides. */
const faultPlan = (random: () => number): Fault[] => {
  const plan: Fault[] = [
    'kill clients',
    'kill clients',
    'kill clients',
    'kill statistics',
    'kill statistics',
    'kill statistics',
    'kill broker',
    'kill broker',
    'wipe broker',
    'end database sessions',
  ];
  for (let index = plan.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [plan[index], plan[other]] = [plan[other] as Fault, plan[index] as Fault];
  }
  return plan;
};

const inject = async (platform: Platform, fault: Fault): Promise<void> => {
  if (fault === 'kill broker') {
    await platform.nats.kill('SIGKILL');
    await platform.nats.start();
  } else if (fault === 'wipe broker') {
    await platform.nats.wipe();
  } else if (fault === 'end database sessions') {
    await askDatabase(
      platform.postgres.adminUrl,
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname IS NOT NULL',
    );
  } else {
    platform.signal(fault.replace('kill ', ''), 'SIGKILL');
  }
};

describe('an area whose processes die while people are being registered', () => {
  let platform: Platform;
  const people = seedPopulation(localDate(today));

  beforeAll(async () => {
    platform = await startPlatform({ services: ['clients', 'statistics'], asOf: today });
  });

  afterAll(() => platform.stop());

  const databaseOf = (service: 'clients' | 'statistics'): string => {
    const url = platform.databases[service]?.migratorUrl;
    if (url === undefined) throw new Error(`no database of ${service}`);
    return url;
  };

  it('loses nobody, counts nobody twice, and shows the same table', async () => {
    const plan = faultPlan(seededRandom(seed));
    const every = Math.floor(people.length / (plan.length + 1));
    const injected: Promise<void>[] = [];
    const load = await registerStubbornly(platform, people, (done) => {
      const fault = done % every === 0 ? plan[done / every - 1] : undefined;
      if (fault !== undefined) injected.push(inject(platform, fault));
    });
    await Promise.all(injected);
    expect(injected).toHaveLength(plan.length);
    expect(load.failedOnTheWay).toBeGreaterThan(0);

    const written = await eventually(
      async () => {
        const outbox = await countOutbox(databaseOf('clients'));
        return outbox.unpublished === 0 && outbox;
      },
      { within: 60_000, every: 250 },
    );
    expect(written).toMatchObject({ aggregates: people.length, gaps: 0 });
    await eventually(
      async () => {
        const inbox = await countInbox(databaseOf('statistics'));
        expect(inbox).toEqual({ applied: written.facts, other: 0, behind: 0 });
        return true;
      },
      { within: 60_000, every: 250 },
    );

    const picture = await eventually(
      async () => {
        const token = await platform.token('statistician', 'statistics', 'portal');
        const { picture } = await statisticsOf(platform, 'portal').getSituationPicture(
          { period: { $case: 'dayDate', value: today } },
          { token },
        );
        return picture;
      },
      { within: 20_000 },
    );
    expect(withoutTotal(tableOf(picture))).toEqual(statedTable(statedTargets()));
    expect(tableOf(picture).allJobseekers?.total).toBe(people.length);
  }, 300_000);

  it('shows the same table after the broker lost everything, and tells nothing twice', async () => {
    const before = await countInbox(databaseOf('statistics'));
    await platform.nats.wipe();
    await eventually(
      async () => {
        const [lost] = await askDatabase<{ unpublished: number }>(
          databaseOf('clients'),
          'SELECT count(*)::int AS unpublished FROM outbox WHERE published_at IS NULL',
        );
        return (lost?.unpublished ?? 0) > 0;
      },
      { within: 30_000, every: 20 },
    );
    await eventually(async () => (await countOutbox(databaseOf('clients'))).unpublished === 0, {
      within: 60_000,
      every: 250,
    });
    await eventually(async () => {
      expect(await countInbox(databaseOf('statistics'))).toEqual(before);
      return true;
    });
  }, 120_000);

  it('asks the registry again for a fact that never came', async () => {
    await platform.nats.kill('SIGKILL');
    await registerStubbornly(platform, [newcomerTo(people, localDate(today))]);
    // As if it had been published and lost: the relay passes over the newcomer's first fact.
    const [lost] = await askDatabase<{ event_id: string }>(
      databaseOf('clients'),
      `UPDATE outbox SET published_at = now() WHERE published_at IS NULL AND aggregate_version = 1 RETURNING event_id`,
    );
    await platform.nats.start();
    const [applied] = await eventually(
      async () => {
        const found = await askDatabase<{ state: string }>(
          databaseOf('statistics'),
          `SELECT state FROM inbox_event WHERE event_id = '${lost?.event_id}'`,
        );
        return found.length > 0 && found;
      },
      { within: 30_000, every: 100 },
    );
    expect(applied?.state).toBe('APPLIED');
    await eventually(async () => {
      const { facts } = await countOutbox(databaseOf('clients'));
      expect(await countInbox(databaseOf('statistics'))).toEqual({ applied: facts, other: 0, behind: 0 });
      return true;
    });
  }, 90_000);
});
