import { TeamComposed } from '@tyovayla/proto/tyovayla/guidance/v1/assignment_events';
import { teamEvents } from './adapters/events/team-events.ts';
import { toldTeamRepository } from './adapters/postgres/told-team.repository.ts';
import type { Organisation } from './domain/assignment/organisation.ts';
import { tellTeams } from './tell-teams.ts';
import { type PostgresGuidance, startPostgresGuidance } from './testing/postgres-guidance.ts';

const itself = { actorId: 'guidance', program: 'guidance', roles: [] };

let guidance: PostgresGuidance;

beforeAll(async () => {
  guidance = await startPostgresGuidance();
});

afterAll(() => guidance?.stop());

const tell = (organisation: Organisation) =>
  tellTeams(guidance.pipeline, { organisation, toldTeams: toldTeamRepository, teamEvents });

const told = async () => {
  const rows = await guidance.database.transact(itself, (tx) =>
    tx.query<{ aggregate_id: string; aggregate_version: number; body: Uint8Array }>(
      "SELECT aggregate_id, aggregate_version, body FROM outbox WHERE type LIKE '%.TeamComposed' ORDER BY tx_id, aggregate_id",
    ),
  );
  return rows.map(({ aggregate_id: team, aggregate_version: version, body }) => ({
    team,
    version,
    members: TeamComposed.decode(body).members.map(({ staffId }) => staffId),
  }));
};

describe('telling the area’s teams when the service starts', () => {
  it('tells each team once, though two copies of the service start at once and again later', async () => {
    const { organisation } = guidance.ports;
    await Promise.all([tell(organisation), tell(organisation)]);
    await tell(organisation);
    const teams = organisation.teams.map(({ id }) => id).toSorted();
    expect((await told()).map(({ team, version }) => [team, version])).toEqual(teams.map((team) => [team, 1]));
  });

  it('tells again of a team that somebody has left, and of no other', async () => {
    const { organisation } = guidance.ports;
    const [gone, ...specialists] = organisation.specialists;
    const before = await told();
    await tell({ ...organisation, specialists });
    const [news, ...more] = (await told()).slice(before.length);
    expect([news?.team, news?.version, more]).toEqual([gone?.teamId, 2, []]);
    expect(news?.members).not.toContain(gone?.staffId);
  });
});
