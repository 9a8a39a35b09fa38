import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/multi_sector';
import type { ClientName, ToldNames } from '../../application/client-names.ts';
import type { OnMultiSectorCase } from '../../application/multi-sector-command.ts';
import type { MyMultiSectorCase } from '../../application/queries/list-my-multi-sector-cases.ts';
import type { MultiSectorPrompt } from '../../application/queries/multi-sector-prompt.ts';
import type { Member, PartyMeeting } from '../../domain/multi-sector/multi-sector-case.ts';
import { multiSectorPlanKind, type PlanTask } from '../../domain/multi-sector/multi-sector-plan.ts';
import type { SeenPlan, SharedView } from '../../domain/multi-sector/shared-view.ts';
import { clientIdOf, expectedVersionOf } from './case-request.ts';
import {
  exitReasonTo,
  groundTo,
  ownerTo,
  partyTo,
  planStateTo,
  promptReasonTo,
  serviceTo,
  stateTo,
} from './multi-sector-enums.ts';

/** The open case of a request's client. */
export const onCaseOf = (request: {
  readonly clientId: string;
  readonly expectedVersion: number;
}): OnMultiSectorCase => ({
  ...clientIdOf(request),
  ...expectedVersionOf(request),
});

const meetingTo = ({ meetingId, on, officeId = '', parties }: PartyMeeting): contract.MultiSectorMeeting => ({
  meetingId,
  meetingDate: on,
  officeId,
  parties: parties.map(partyTo),
});

const memberTo = ({ staffId, party, from, endedOn, appointedBy }: Member): contract.MultiSectorMember => ({
  staffId,
  party: partyTo(party),
  fromDate: from,
  endedDate: endedOn ?? '',
  appointedBy,
});

const taskTo = ({ taskId, owner, service, description, dueOn, doneOn }: PlanTask): contract.MultiSectorTask => ({
  taskId,
  owner: ownerTo(owner),
  service: serviceTo(service),
  description,
  dueDate: dueOn,
  doneDate: doneOn ?? '',
});

const planTo = ({ plan, awaited }: SeenPlan): contract.MultiSectorPlan => ({
  planId: plan.planId,
  planKind: multiSectorPlanKind,
  state: planStateTo(plan.state),
  madeDate: plan.madeOn,
  inForceDate: plan.state === 'DRAFT' ? '' : (plan.inForceOn ?? ''),
  endedDate: plan.state === 'ENDED' ? plan.endedOn : '',
  reviewDueDate: plan.state === 'IN_FORCE' ? plan.reviewDueOn : '',
  reviewDates: plan.state === 'DRAFT' ? [] : [...plan.reviewedOn],
  tasks: plan.tasks.map(taskTo),
  signatures: plan.signatures.map(({ signer, signedOn, recordedBy }) => ({ signer, signedDate: signedOn, recordedBy })),
  awaitedSigners: [...awaited],
});

const authorityTo = (view: SharedView) => {
  if (view.seenAs !== 'EMPLOYMENT_AUTHORITY') return { grounds: [], internalNote: '', members: [] };
  const { grounds, internalNote, members } = view.authority;
  return { grounds: grounds.map(groundTo), internalNote, members: members.map(memberTo) };
};

const clientTo = (name: ClientName): contract.MultiSectorClient => ({
  ...name,
  interpreterLanguage: name.interpreterLanguage ?? '',
});

/** The client by name, as a part to spread; nothing where the registry doesn't tell it. */
const namedClient = (clientId: string, told: ToldNames): { readonly client?: contract.MultiSectorClient } => {
  const name = told.kind === 'TOLD' ? told.names.get(clientId) : undefined;
  return name === undefined ? {} : { client: clientTo(name) };
};

export const isAway = ({ kind }: ToldNames): boolean => kind === 'REGISTRY_AWAY';

/** A case as the caller's party sees it, with the client's name as the registry tells it. */
export const multiSectorCaseTo = (view: SharedView, told: ToldNames): contract.MultiSectorCase => ({
  multiSectorCaseId: view.caseId,
  clientId: view.clientId,
  version: view.version,
  seenAs: partyTo(view.seenAs),
  state: stateTo(view.state),
  parties: view.involved.map(partyTo),
  referredDate: view.referredOn,
  consultationStartedDate: view.consultationStartedOn ?? '',
  assessmentStartedDate: view.assessmentStartedOn ?? '',
  assessmentDueDate: view.assessmentDueOn ?? '',
  clientInformedDate: view.clientInformedOn ?? '',
  acceptedDate: view.acceptedOn ?? '',
  exitedDate: view.exit?.on ?? '',
  exitReason:
    view.exit === undefined
      ? contract.MultiSectorExitReason.MULTI_SECTOR_EXIT_REASON_UNSPECIFIED
      : exitReasonTo(view.exit.reason),
  meetings: view.meetings.map(meetingTo),
  plans: view.plans.map(planTo),
  ...authorityTo(view),
  ...namedClient(view.clientId, told),
  registryAway: isAway(told),
});

const summaryTo = (row: MyMultiSectorCase) => {
  if (row.shown === 'REASON_ASKED') return {};
  return {
    state: stateTo(row.state),
    assessmentDueDate: row.assessmentDueOn ?? '',
    reviewDueDate: row.reviewDueOn ?? '',
    signatureAwaited: row.signature === 'AWAITED',
    nextMeetingDate: row.nextMeetingOn ?? '',
  };
};

export const caseSummaryTo = (row: MyMultiSectorCase, told: ToldNames): contract.MultiSectorCaseSummary => ({
  multiSectorCaseId: row.caseId,
  clientId: row.clientId,
  seenAs: partyTo(row.seenAs),
  state: contract.MultiSectorState.MULTI_SECTOR_STATE_UNSPECIFIED,
  assessmentDueDate: '',
  reviewDueDate: '',
  signatureAwaited: false,
  nextMeetingDate: '',
  ...summaryTo(row),
  ...namedClient(row.clientId, told),
  reasonAsked: row.shown === 'REASON_ASKED',
});

export const promptTo = ({ clientId, reasons, unemployedSince }: MultiSectorPrompt): contract.MultiSectorPrompt => ({
  clientId,
  reasons: reasons.map(promptReasonTo),
  unemployedSinceDate: unemployedSince ?? '',
});
