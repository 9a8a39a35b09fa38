import { localDate } from '@tyovayla/kernel/local-date';
import { caseloadOn } from '../../domain/rules/caseload.ts';
import { meriLappiTeams } from '../../testing/meri-lappi-teams.ts';
import { type AskedLoad, municipalityLoads, teamLoads } from './sum-team-load.ts';
import type { TeamFigures } from './team-load-view.ts';

const today = localDate('2026-11-24');
const asked: AskedLoad = { organisation: meriLappiTeams, params: caseloadOn(today).params, today };

const figures: TeamFigures = {
  cells: [
    { teamId: 'immigration', staffId: 'staff-0133', municipalityCode: '240', clients: 100, overdueTasks: 2 },
    { teamId: 'immigration', staffId: 'staff-0133', municipalityCode: '241', clients: 11, overdueTasks: 0 },
    { teamId: 'immigration', staffId: 'staff-0999', municipalityCode: '240', clients: 1, overdueTasks: 1 },
    { teamId: 'immigration', municipalityCode: '851', clients: 3, overdueTasks: 4 },
    { teamId: 'skills', staffId: 'staff-0137', municipalityCode: '851', clients: 60, overdueTasks: 0 },
  ],
  punctuality: [
    { teamId: 'immigration', staffId: 'staff-0133', held: 10, heldOnTime: 9 },
    { teamId: 'immigration', held: 2, heldOnTime: 1 },
  ],
};

describe('the manager’s view of load', () => {
  const [team] = teamLoads(figures, { ...asked, teamId: 'immigration' });

  it('sums a team, with the clients whom nobody has room for', () => {
    expect(team).toMatchObject({
      teamId: 'immigration',
      clients: 115,
      unassigned: 3,
      overdueTasks: 7,
      meetingsHeld: 12,
      meetingsHeldOnTime: 10,
    });
  });

  it('shows each specialist’s share of the most, and warns from the level on', () => {
    const [busy, ...others] = team?.specialists.filter(({ clients }) => clients > 0) ?? [];
    expect(busy).toEqual({
      staffId: 'staff-0133',
      municipalityCode: '240',
      clients: 111,
      shareOfMost: 92.5,
      warning: true,
      overdueTasks: 2,
      meetingsHeld: 10,
      meetingsHeldOnTime: 9,
    });
    expect(others).toMatchObject([{ staffId: 'staff-0999', municipalityCode: '', clients: 1, warning: false }]);
  });

  it('names everybody who works in a team, also those without clients', () => {
    expect(teamLoads(figures, asked).map(({ specialists }) => specialists.length)).toEqual([17, 17, 5, 10]);
  });

  it('shows the municipalities by team', () => {
    expect(municipalityLoads(figures, asked)).toEqual([
      { municipalityCode: '240', teamId: 'immigration', clients: 101, overdueTasks: 3 },
      { municipalityCode: '241', teamId: 'immigration', clients: 11, overdueTasks: 0 },
      { municipalityCode: '851', teamId: 'immigration', clients: 3, overdueTasks: 4 },
      { municipalityCode: '851', teamId: 'skills', clients: 60, overdueTasks: 0 },
    ]);
  });
});
