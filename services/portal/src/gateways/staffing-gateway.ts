import { NeedReason } from '@tyovayla/proto/tyovayla/guidance/v1/assignment';
import type { GuidanceServiceService } from '@tyovayla/proto/tyovayla/guidance/v1/guidance_service';
import { DayTaskKind } from '@tyovayla/proto/tyovayla/guidance/v1/my_day';
import type { GrpcCalls } from '@tyovayla/runtime/grpc/client';
import type { CallOptions } from '@tyovayla/runtime/grpc/transport';
import type { Caller } from '../api/ports.ts';
import type { StaffingService } from '../api/staffing-ports.ts';
import { contractValue, filled } from './contract-codes.ts';
import { serviceCall } from './service-call.ts';
import {
  dayTaskKindPrefix,
  dayView,
  instantText,
  loadView,
  needReasonPrefix,
  needView,
  substitutionView,
  teamView,
  undeliveredView,
} from './staffing-view.ts';

type Calls = GrpcCalls<GuidanceServiceService>;

const asking = <Answer>(caller: Caller, call: (options: CallOptions) => Promise<Answer>): Promise<Answer> =>
  serviceCall(caller, 'guidance', call);

type Reading = Pick<
  StaffingService,
  'myDay' | 'teams' | 'teamLoad' | 'substitutions' | 'openNeeds' | 'undeliveredStatements'
>;

const reading = (calls: Calls): Reading => ({
  myDay: async (caller, { team = '', municipality = '', kind, pageSize, pageToken }) => {
    const kinds = kind === undefined ? [] : [contractValue(DayTaskKind, dayTaskKindPrefix, kind)];
    const request = { teamId: team, municipalityCode: municipality, kinds, pageSize, pageToken };
    return dayView(await asking(caller, (options) => calls.getMyDay(request, options)));
  },
  teams: async (caller) => {
    const { teams, staffNames } = await asking(caller, (options) => calls.listTeams({}, options));
    const names = staffNames.map(({ staffId, displayName }) => [staffId, displayName] as const);
    return { teams: teams.map(teamView), staffNames: Object.fromEntries(names) };
  },
  teamLoad: async (caller, { team = '' }) =>
    loadView(await asking(caller, (options) => calls.getTeamLoad({ teamId: team }, options))),
  substitutions: async (caller) => {
    const { substitutions } = await asking(caller, (options) => calls.listSubstitutions({}, options));
    return { substitutions: substitutions.map(substitutionView) };
  },
  openNeeds: async (caller, { statedFrom = '', pageSize, pageToken }) => {
    const request = { statedFromDate: statedFrom, pageSize, pageToken };
    const { needs, nextPageToken } = await asking(caller, (options) => calls.listOpenNeeds(request, options));
    return { needs: needs.map(needView), ...filled({ nextPageToken }) };
  },
  undeliveredStatements: async (caller, page) => {
    const answer = await asking(caller, (options) => calls.listUndeliveredStatements(page, options));
    const { statements, nextPageToken } = answer;
    return { statements: statements.map(undeliveredView), ...filled({ nextPageToken }) };
  },
});

type Changing = Omit<StaffingService, keyof Reading>;

const changing = (calls: Calls): Changing => ({
  setSubstitute: async (change, input) => {
    const request = { requestId: change.requestId, ...input };
    const { substitution } = await asking(change, (options) => calls.setSubstitute(request, options));
    if (substitution === undefined) throw new Error('the service answered without the substitution');
    return { substitution: substitutionView(substitution) };
  },
  endSubstitution: async (change, substitutionId, { expectedVersion }) => {
    const request = { requestId: change.requestId, substitutionId, expectedVersion };
    const { version } = await asking(change, (options) => calls.endSubstitution(request, options));
    return { version };
  },
  openAccess: async (change, clientId, { text, hours, ...input }) => {
    const reason = contractValue(NeedReason, needReasonPrefix, input.reason);
    const request = { requestId: change.requestId, clientId, reason, text, hours };
    const { needId, untilTime } = await asking(change, (options) => calls.openAccess(request, options));
    return { needId, untilTime: instantText(untilTime) };
  },
  resendStatement: async (change, statement) => {
    const request = { requestId: change.requestId, ...statement };
    await asking(change, (options) => calls.resendStatement(request, options));
    return {};
  },
});

/** Who does what by when, over gRPC, as the API needs it. */
export const staffingGateway = (calls: Calls): StaffingService => ({ ...reading(calls), ...changing(calls) });
