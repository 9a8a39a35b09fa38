import { localDate } from '@tyovayla/kernel/local-date';
import { meriLappiTeams } from '../../testing/meri-lappi-teams.ts';
import { composeTeams, type ToldTeam } from './compose-teams.ts';
import type { Organisation } from './organisation.ts';

const toldOf = (organisation: Organisation, told: readonly ToldTeam[] = []): readonly ToldTeam[] =>
  composeTeams(organisation, told).map(({ team }) => team);

describe('telling who works in which team', () => {
  it('tells of every team at first, with its members and their days', () => {
    const told = toldOf(meriLappiTeams);
    expect(told.map(({ teamId, version }) => [teamId, version])).toEqual(meriLappiTeams.teams.map(({ id }) => [id, 1]));
    const members = told.flatMap((team) => team.members.map(({ staffId }) => staffId));
    expect(members.toSorted()).toEqual(meriLappiTeams.specialists.map(({ staffId }) => staffId).toSorted());
  });

  it('tells nothing where nothing has changed', () => {
    expect(composeTeams(meriLappiTeams, toldOf(meriLappiTeams))).toEqual([]);
  });

  it('tells anew of the two teams between which somebody moves', () => {
    const [first, ...rest] = meriLappiTeams.specialists;
    const other = meriLappiTeams.teams.find(({ id }) => id !== first?.teamId);
    if (first === undefined || other === undefined) throw new Error('no two teams');
    const moved = { ...meriLappiTeams, specialists: [{ ...first, teamId: other.id }, ...rest] };
    const told = toldOf(moved, toldOf(meriLappiTeams));
    const versions = Object.fromEntries(told.map(({ teamId, version }) => [teamId, version]));
    expect(versions).toEqual({ [first.teamId]: 2, [other.id]: 2 });
    expect(told.find(({ teamId }) => teamId === other.id)?.members).toContainEqual({
      staffId: first.staffId,
      worksFrom: first.worksFrom,
    });
  });

  it('tells of the last day of somebody who leaves, before it has come', () => {
    const [first, ...rest] = meriLappiTeams.specialists;
    if (first === undefined) throw new Error('nobody');
    const leaving = { ...meriLappiTeams, specialists: [{ ...first, worksTo: localDate('2026-06-30') }, ...rest] };
    const [team] = toldOf(leaving, toldOf(meriLappiTeams));
    expect(team?.members.find(({ staffId }) => staffId === first.staffId)?.worksTo).toBe('2026-06-30');
  });

  it('tells of a team that is no more as one without members', () => {
    const gone: ToldTeam = { teamId: 'gone', version: 3, members: [] };
    const had = { ...gone, members: [{ staffId: 'staff-0001', worksFrom: localDate('2025-01-01') }] };
    expect(toldOf(meriLappiTeams, [...toldOf(meriLappiTeams), had])).toEqual([{ ...gone, version: 4 }]);
  });
});
