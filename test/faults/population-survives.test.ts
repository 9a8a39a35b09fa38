import { localDate } from '@tyovayla/kernel/local-date';
import { eventually } from '@tyovayla/testing/eventually';
import { type Platform, startPlatform } from '@tyovayla/testing/platform';
import { seededRandom } from '@tyovayla/testing/seeded-random';
import { caseloadOn } from '../../services/guidance/src/domain/rules/caseload.ts';
import { statedTable, statisticsOf, tableOf, withoutTotal } from '../support/picture.ts';
import { newcomerTo, registerStubbornly, seedPopulation, statedTargets } from '../support/population-load.ts';
import { askDatabase, countInbox, countOutbox } from '../support/stored-facts.ts';

const today = '2026-11-24';
const seed = Number(process.env.FAULT_SEED ?? 1);

type Fault =
  | 'kill clients'
  | 'kill statistics'
  | 'kill guidance'
  | 'kill broker'
  | 'wipe broker'
  | 'end database sessions';

/** What breaks while people are being registered; each kind at least once, in an order that the seed decides. */
const faultPlan = (random: () => number): Fault[] => {
  const plan: Fault[] = [
    'kill clients',
    'kill clients',
    'kill clients',
    'kill statistics',
    'kill statistics',
    'kill statistics',
    'kill guidance',
    'kill guidance',
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
    platform = await startPlatform({ services: ['clients', 'statistics', 'guidance'], asOf: today });
  });

  afterAll(() => platform.stop());

  const databaseOf = (service: 'clients' | 'statistics' | 'guidance'): string => {
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
    for (const reader of ['statistics', 'guidance'] as const) {
      await eventually(
        async () => {
          const inbox = await countInbox(databaseOf(reader));
          expect(inbox).toEqual({ applied: written.facts, other: 0, behind: 0 });
          return true;
        },
        { within: 60_000, every: 250 },
      );
    }

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

  it('gives everybody a meeting to come, and a specialist who has no more to do than the others of the team', async () => {
    // Row-level security binds the service's own roles: the tables are looked at from outside.
    const guidance = new URL(platform.postgres.adminUrl);
    guidance.pathname = '/guidance';
    const [scheduled] = await askDatabase(
      guidance.href,
      `SELECT count(*)::int AS cases, count(*) FILTER (WHERE m.open = 1)::int AS with_meeting,
         count(c.specialist_id)::int AS served
       FROM client_case c LEFT JOIN LATERAL (
         SELECT count(*) AS open FROM meeting
         WHERE meeting.client_id = c.client_id AND status IN ('PLANNED', 'BOOKED')) m ON true
       WHERE c.job_search_id IS NOT NULL`,
    );
    expect(scheduled).toEqual({ cases: people.length, with_meeting: people.length, served: people.length });

    const teams = await askDatabase<{ team_id: string; least: number; most: number }>(
      guidance.href,
      `SELECT team_id, min(clients)::int AS least, max(clients)::int AS most FROM (
         SELECT team_id, specialist_id, count(*) AS clients FROM client_case
         WHERE team_id IS NOT NULL AND specialist_id IS NOT NULL GROUP BY 1, 2) AS load GROUP BY 1`,
    );
    const { most, placeMargin } = caseloadOn(localDate(today)).params;
    expect(teams.length).toBe(4);
    expect(teams.filter((team) => team.most - team.least > placeMargin + 1 || team.most > most)).toEqual([]);

    // The figures by which the next one is chosen are the same: none counted twice, none forgotten.
    const differing = await askDatabase(
      guidance.href,
      `SELECT staff_id FROM (SELECT staff_id, sum(clients) AS kept FROM specialist_load GROUP BY 1) AS l
       FULL JOIN (SELECT specialist_id AS staff_id, count(*) AS counted FROM client_case
         WHERE team_id IS NOT NULL AND specialist_id IS NOT NULL GROUP BY 1) AS c USING (staff_id)
       WHERE kept IS DISTINCT FROM counted AND coalesce(kept, 0) <> coalesce(counted, 0)`,
    );
    expect(differing).toEqual([]);
  });

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
