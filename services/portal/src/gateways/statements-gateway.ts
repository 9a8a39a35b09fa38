import * as whose from '@tyovayla/proto/tyovayla/guidance/v1/assignment';
import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/statement';
import { done } from '../api/neglect-schemas.ts';
import type { Statements } from '../api/process-ports.ts';
import * as schemas from '../api/statement-schemas.ts';
import type { GuidanceCalls } from './guidance-calls.ts';
import { does, reads } from './process-call.ts';

export const statementCodes = {
  kind: 'STATEMENT_KIND_',
  kinds: 'STATEMENT_KIND_',
  language: 'MATTER_LANGUAGE_',
  state: 'DELIVERY_STATE_',
  expenseAllowance: 'EXPENSE_ALLOWANCE_',
  finding: 'CONDITION_FINDING_',
  activity: 'OBLIGATION_ACTIVITY_',
};
export const assignmentCodes = { reason: 'HAND_OVER_REASON_' };

/** The contract tells a statement by the number of its obligation here; the address of the API by its own. */
const onObligation = ({ statementId, ...input }: { readonly statementId: string }): object => ({
  ...input,
  obligationStatementId: statementId,
});

/** The statement of the address is the one that the new one replaces. */
const replacing = ({ statementId, ...input }: { readonly statementId: string }): object => ({
  ...input,
  replacesStatementId: statementId,
});

const issuing = (calls: GuidanceCalls) => ({
  listStatements: reads({
    request: contract.ListStatementsRequest,
    response: contract.ListStatementsResponse,
    call: calls.listStatements,
    answer: schemas.statementList,
    codes: statementCodes,
  }),
  listStatementChoices: reads({
    request: contract.ListStatementChoicesRequest,
    response: contract.ListStatementChoicesResponse,
    call: calls.listStatementChoices,
    answer: schemas.statementChoices,
    codes: statementCodes,
  }),
  issueStatement: does({
    request: contract.IssueStatementRequest,
    response: contract.IssueStatementResponse,
    call: calls.issueStatement,
    answer: schemas.issuedStatement,
    codes: statementCodes,
  }),
});

const following = (calls: GuidanceCalls) => ({
  replaceStatement: does({
    request: contract.ReplaceStatementRequest,
    response: contract.ReplaceStatementResponse,
    call: calls.replaceStatement,
    answer: schemas.issuedStatement,
    codes: statementCodes,
  }),
  meetWorkObligation: does({
    request: contract.MeetWorkObligationRequest,
    response: contract.MeetWorkObligationResponse,
    call: calls.meetWorkObligation,
    answer: schemas.recordedWork,
    codes: statementCodes,
  }),
});

const assigning = (calls: GuidanceCalls) => ({
  getAssignment: reads({
    request: whose.GetAssignmentRequest,
    response: whose.GetAssignmentResponse,
    call: calls.getAssignment,
    answer: schemas.assignment,
  }),
  assignSpecialist: does({
    request: whose.AssignSpecialistRequest,
    response: whose.AssignSpecialistResponse,
    call: calls.assignSpecialist,
    answer: schemas.assigned,
  }),
  handOverCase: does({
    request: whose.HandOverCaseRequest,
    response: whose.HandOverCaseResponse,
    call: calls.handOverCase,
    answer: schemas.handedOver,
    codes: assignmentCodes,
  }),
  declineHandOver: does({
    request: whose.DeclineHandOverRequest,
    response: whose.DeclineHandOverResponse,
    call: calls.declineHandOver,
    answer: done,
  }),
});

/** Statements, and whose a client is, over gRPC, as the API needs them. */
export const statementsGateway = (calls: GuidanceCalls): Statements => {
  const { replaceStatement, meetWorkObligation, ...rest } = following(calls);
  return {
    ...issuing(calls),
    ...rest,
    ...assigning(calls),
    replaceStatement: (change, input) => replaceStatement(change, replacing(input)),
    meetWorkObligation: (change, input) => meetWorkObligation(change, onObligation(input)),
  };
};
