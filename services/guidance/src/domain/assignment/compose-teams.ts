import type { Organisation, Specialist } from './organisation.ts';

/** A member of a team, with the first and, where one is known, the last day. */
export type TeamMember = Pick<Specialist, 'staffId' | 'worksFrom' | 'worksTo'>;

/** Who works in a team, as it was told last; `version` counts how often. */
export type ToldTeam = { readonly teamId: string; readonly version: number; readonly members: readonly TeamMember[] };

export type TeamFact = { readonly kind: 'TeamComposed'; readonly team: ToldTeam };

const byStaffId = ({ staffId: one }: TeamMember, { staffId: other }: TeamMember): number => (one < other ? -1 : 1);

const membersOf = ({ specialists }: Organisation, teamId: string): readonly TeamMember[] =>
  specialists
    .filter((one) => one.teamId === teamId)
    .map(({ staffId, worksFrom, worksTo }) => ({ staffId, worksFrom, ...(worksTo !== undefined && { worksTo }) }))
    .toSorted(byStaffId);

const same = (one: readonly TeamMember[], other: readonly TeamMember[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Tells of the teams that are composed in another way than was told last; one that is no more has no members. */
export const composeTeams = (organisation: Organisation, told: readonly ToldTeam[]): readonly TeamFact[] => {
  const known = new Map(told.map((team) => [team.teamId, team]));
  const teamIds = new Set([...organisation.teams.map(({ id }) => id), ...known.keys()]);
  return [...teamIds].flatMap((teamId) => {
    const before = known.get(teamId);
    const members = membersOf(organisation, teamId);
    if (before !== undefined && same(before.members, members)) return [];
    return [{ kind: 'TeamComposed', team: { teamId, version: (before?.version ?? 0) + 1, members } } as const];
  });
};
