import type { LocalDate } from '@tyovayla/kernel/local-date';
import { loadOf, shareOfMost } from '../../domain/assignment/load.ts';
import { membersOn, type Organisation } from '../../domain/assignment/organisation.ts';
import type { CaseloadParameters } from '../../domain/rules/caseload.ts';
import type { LoadCell, Punctuality, TeamFigures } from './team-load-view.ts';

type Timeliness = {
  readonly overdueTasks: number;
  readonly meetingsHeld: number;
  readonly meetingsHeldOnTime: number;
};

export type SpecialistLoad = Timeliness & {
  readonly staffId: string;
  /** Of the home office; empty where the specialist works in no team any more. */
  readonly municipalityCode: string;
  readonly clients: number;
  /** Percent, one decimal. */
  readonly shareOfMost: number;
  readonly warning: boolean;
};

export type TeamLoad = Timeliness & {
  readonly teamId: string;
  readonly clients: number;
  readonly unassigned: number;
  readonly specialists: readonly SpecialistLoad[];
};

export type MunicipalityLoad = {
  readonly municipalityCode: string;
  readonly teamId: string;
  readonly clients: number;
  readonly overdueTasks: number;
};

export type AskedLoad = {
  readonly organisation: Organisation;
  readonly params: CaseloadParameters;
  readonly today: LocalDate;
  /** Only this team; absent for all. */
  readonly teamId?: string;
};

const sumOf = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0);

const timelinessOf = (cells: readonly LoadCell[], meetings: readonly Punctuality[]): Timeliness => ({
  overdueTasks: sumOf(cells, ({ overdueTasks }) => overdueTasks),
  meetingsHeld: sumOf(meetings, ({ held }) => held),
  meetingsHeldOnTime: sumOf(meetings, ({ heldOnTime }) => heldOnTime),
});

const clientsOf = (cells: readonly LoadCell[]): number => sumOf(cells, ({ clients }) => clients);

const isOf =
  (staffId: string | undefined) =>
  (row: { readonly staffId?: string }): boolean =>
    row.staffId === staffId;

const byText = (one: string, other: string): number => (one < other ? -1 : 1);

const specialistLoad = (staffId: string, figures: TeamFigures, { organisation, params }: AskedLoad): SpecialistLoad => {
  const cells = figures.cells.filter(isOf(staffId));
  const clients = clientsOf(cells);
  const office = organisation.specialists.find((one) => one.staffId === staffId)?.municipality ?? '';
  return {
    staffId,
    municipalityCode: office,
    clients,
    shareOfMost: shareOfMost(clients, params.most),
    warning: loadOf(clients, params).warning,
    ...timelinessOf(cells, figures.punctuality.filter(isOf(staffId))),
  };
};

const ofTeam = ({ cells, punctuality }: TeamFigures, teamId: string): TeamFigures => ({
  cells: cells.filter((cell) => cell.teamId === teamId),
  punctuality: punctuality.filter((row) => row.teamId === teamId),
});

const teamLoad = (teamId: string, all: TeamFigures, asked: AskedLoad): TeamLoad => {
  const figures = ofTeam(all, teamId);
  const { cells, punctuality } = figures;
  const working = membersOn(asked.organisation, teamId, asked.today).map(({ staffId }) => staffId);
  const withClients = cells.flatMap(({ staffId }) => (staffId === undefined ? [] : [staffId]));
  const staffIds = [...new Set([...working, ...withClients])].toSorted(byText);
  return {
    teamId,
    clients: clientsOf(cells),
    unassigned: clientsOf(cells.filter(isOf(undefined))),
    ...timelinessOf(cells, punctuality),
    specialists: staffIds.map((staffId) => specialistLoad(staffId, figures, asked)),
  };
};

const teamIds = ({ organisation, teamId }: AskedLoad): readonly string[] =>
  organisation.teams.map(({ id }) => id).filter((id) => teamId === undefined || id === teamId);

/** The teams' loads, with everybody who works there on the day or still has clients. */
export const teamLoads = (figures: TeamFigures, asked: AskedLoad): readonly TeamLoad[] =>
  teamIds(asked).map((teamId) => teamLoad(teamId, figures, asked));

/** Loads by the clients' municipality and team, those with nobody left out. */
export const municipalityLoads = ({ cells }: TeamFigures, asked: AskedLoad): readonly MunicipalityLoad[] => {
  const codes = [...new Set(cells.map(({ municipalityCode }) => municipalityCode))].toSorted(byText);
  return codes.flatMap((municipalityCode) =>
    teamIds(asked).flatMap((teamId) => {
      const here = cells.filter((cell) => cell.municipalityCode === municipalityCode && cell.teamId === teamId);
      if (here.length === 0) return [];
      const overdueTasks = sumOf(here, (cell) => cell.overdueTasks);
      return [{ municipalityCode, teamId, clients: clientsOf(here), overdueTasks }];
    }),
  );
};
