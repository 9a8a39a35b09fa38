import { addDays, type LocalDate } from '@tyovayla/kernel/local-date';
import { accepted } from '@tyovayla/kernel/result';
import type { Query } from '@tyovayla/runtime/query';
import { caseloadOn } from '../../domain/rules/caseload.ts';
import { servesClients } from '../access.ts';
import type { AssignmentPorts } from '../assignment-ports.ts';
import { type MunicipalityLoad, municipalityLoads, type TeamLoad, teamLoads } from './sum-team-load.ts';

export type GetTeamLoadInput = { readonly teamId?: string };

export type TeamLoadView = {
  readonly today: LocalDate;
  readonly most: number;
  readonly warningFrom: number;
  readonly teams: readonly TeamLoad[];
  readonly municipalities: readonly MunicipalityLoad[];
};

/**
 * How much each team and specialist has to do, and how much of it in time: for service managers. Small numbers are
 * shown; clients under a protection order are in none of them, row-level security leaves them out.
 */
export const getTeamLoadQuery = (ports: AssignmentPorts): Query<GetTeamLoadInput, TeamLoadView> => ({
  name: 'GetTeamLoad',
  access: { ...servesClients('caseload', ['SERVICE_MANAGER']), purpose: 'staffing' },
  load: async (sql, { teamId }, { today }) => {
    const { params } = caseloadOn(today);
    const heldSince = addDays(today, -params.punctualityDays);
    const figures = await ports.teamLoads.figures(sql, { today, heldSince });
    const asked = { organisation: ports.organisation, params, today, ...(teamId !== undefined && { teamId }) };
    return accepted({
      today,
      most: params.most,
      warningFrom: params.warningFrom,
      teams: teamLoads(figures, asked),
      municipalities: municipalityLoads(figures, asked),
    });
  },
});
