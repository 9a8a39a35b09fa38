import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Segment } from '../client-case/client-case.ts';
import type { CaseloadParameters } from '../rules/caseload.ts';
import { inOneServiceArea, membersOn, type Organisation, type Specialist, type Team } from './organisation.ts';

/** What counts when a specialist is chosen. */
export type ClientToAssign = {
  readonly municipalityCode: string;
  /** No citizenship is Finnish. */
  readonly foreignCitizen: boolean;
  readonly segment?: Segment;
};

export type Staffing = {
  readonly organisation: Organisation;
  /** Clients by staff id; a specialist who is not named has none. */
  readonly loads: ReadonlyMap<string, number>;
  readonly caseload: CaseloadParameters;
  readonly today: LocalDate;
};

/** The team, and the specialist where one has room. */
export type Assignment = { readonly teamId: string; readonly specialistId?: string };

const generalOf = (teams: readonly Team[]): readonly Team[] => teams.filter(({ takes }) => takes === 'GENERAL');

const teamsFor = ({ foreignCitizen, segment }: ClientToAssign, teams: readonly Team[]): readonly Team[] => {
  const immigrants = teams.filter(({ takes }) => takes === 'IMMIGRANTS');
  if (foreignCitizen && immigrants.length > 0) return immigrants;
  const bySegment = segment === undefined ? [] : teams.filter(({ segments }) => segments.includes(segment));
  return bySegment.length > 0 ? bySegment : generalOf(teams);
};

type Candidate = Specialist & { readonly load: number };

const candidatesOf = (
  teams: readonly Team[],
  { organisation, loads, caseload, today }: Staffing,
): readonly Candidate[] =>
  teams
    .flatMap(({ id }) => membersOn(organisation, id, today))
    .map((one): Candidate => ({ ...one, load: loads.get(one.staffId) ?? 0 }))
    .filter(({ load }) => load < caseload.most);

const leastLoaded = (candidates: readonly Candidate[]): Candidate | undefined =>
  candidates.toSorted((one, other) => one.load - other.load || (one.staffId < other.staffId ? -1 : 1))[0];

/** The least loaded of the client's own place, else service area, who is within the margin; else the least loaded. */
const nearestOf = (
  candidates: readonly Candidate[],
  home: string,
  { organisation, caseload }: Staffing,
): Candidate | undefined => {
  const least = leastLoaded(candidates);
  if (least === undefined) return undefined;
  const within = candidates.filter(({ load }) => load <= least.load + caseload.placeMargin);
  return (
    leastLoaded(within.filter(({ municipality }) => municipality === home)) ??
    leastLoaded(within.filter(({ municipality }) => inOneServiceArea(organisation, municipality, home))) ??
    least
  );
};

/**
 * The team and the specialist for a client whom nobody serves: immigrants to the team that takes them, others by their
 * segment, and without one to any general team. Within these the load is even: nobody gets a client who has more than
 * the margin over the least loaded one, so that no two members of a team differ by more than the margin and one.
 * Where the right team has no room, another general team; where nobody has, the team without a specialist. The same
 * figures always give the same choice. Undefined where no team works. Source: seed, chapters 2 and 3.
 */
export const chooseSpecialist = (client: ClientToAssign, staffing: Staffing): Assignment | undefined => {
  const { teams } = staffing.organisation;
  const right = teamsFor(client, teams);
  const nearestIn = (some: readonly Team[]): Candidate | undefined =>
    nearestOf(candidatesOf(some, staffing), client.municipalityCode, staffing);
  const chosen = nearestIn(right) ?? nearestIn(generalOf(teams));
  if (chosen !== undefined) return { teamId: chosen.teamId, specialistId: chosen.staffId };
  const [first] = right;
  return first && { teamId: first.id };
};
