import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/statement';
import { commandMethod } from '@tyovayla/runtime/grpc/command-method';
import { queryMethod } from '@tyovayla/runtime/grpc/query-method';
import { shown } from '../../application/case-query.ts';
import type { GuidanceCatalogue } from '../../application/catalogue.ts';
import { readMeetWorkObligation } from '../../application/commands/meet-work-obligation.ts';
import { readIssueStatement, type WrittenStatement } from '../../application/commands/read-statement.ts';
import { askedOf, clientIdOf } from './case-request.ts';
import { matterLanguageFrom } from './neglect-mapping.ts';
import { writtenContentFrom } from './statement-content-mapping.ts';
import { progressTo, statementKindTo, statementTo, undeliveredTo } from './statement-mapping.ts';

const usualPageSize = 25;

const activityFrom = (activity: contract.ObligationActivity): string =>
  contract.obligationActivityToJSON(activity).replace('OBLIGATION_ACTIVITY_', '');

const writtenFrom = (request: contract.IssueStatementRequest | contract.ReplaceStatementRequest): WrittenStatement => ({
  ...clientIdOf(request),
  content: writtenContentFrom(request.content),
  groundCode: request.groundCode,
  recipientCode: request.recipientCode,
  language: matterLanguageFrom(request.language),
});

const issuingMethods = ({ commands }: GuidanceCatalogue) => ({
  issueStatement: commandMethod({
    command: commands.issueStatement,
    request: contract.IssueStatementRequest,
    response: contract.IssueStatementResponse,
    input: (request) => readIssueStatement(writtenFrom(request)),
    answer: (issued) => issued,
  }),
  replaceStatement: commandMethod({
    command: commands.replaceStatement,
    request: contract.ReplaceStatementRequest,
    response: contract.ReplaceStatementResponse,
    input: (request) => {
      const read = readIssueStatement(writtenFrom(request));
      const replacesStatementId = request.replacesStatementId.toLowerCase();
      return read.ok ? { ...read, value: { ...read.value, replacesStatementId } } : read;
    },
    answer: (issued) => issued,
  }),
  resendStatement: commandMethod({
    command: commands.resendStatement,
    request: contract.ResendStatementRequest,
    response: contract.ResendStatementResponse,
    input: (request) => ({ ...clientIdOf(request), statementId: request.statementId.toLowerCase() }),
    answer: () => ({}),
  }),
  meetWorkObligation: commandMethod({
    command: commands.meetWorkObligation,
    request: contract.MeetWorkObligationRequest,
    response: contract.MeetWorkObligationResponse,
    input: (request) =>
      readMeetWorkObligation({
        ...clientIdOf(request),
        obligationStatementId: request.obligationStatementId.toLowerCase(),
        activity: activityFrom(request.activity),
        from: request.fromDate,
        to: request.toDate,
      }),
    answer: ({ progress }) => ({ progress: progressTo(progress) }),
  }),
});

const readingMethods = ({ queries }: GuidanceCatalogue) => ({
  listStatements: queryMethod({
    query: queries.listStatements,
    request: contract.ListStatementsRequest,
    response: contract.ListStatementsResponse,
    input: askedOf,
    view: (view) => {
      const { statements, obligations } = shown(view);
      return { statements: statements.map(statementTo), obligations: obligations.map(progressTo) };
    },
  }),
  listUndeliveredStatements: queryMethod({
    query: queries.listUndeliveredStatements,
    request: contract.ListUndeliveredStatementsRequest,
    response: contract.ListUndeliveredStatementsResponse,
    input: ({ pageSize, pageToken }) => ({
      pageSize: pageSize === 0 ? usualPageSize : pageSize,
      ...(pageToken !== '' && { after: pageToken }),
    }),
    view: ({ rows, nextAfter = '' }) => ({ statements: rows.map(undeliveredTo), nextPageToken: nextAfter }),
  }),
  listStatementChoices: queryMethod({
    query: queries.listStatementChoices,
    request: contract.ListStatementChoicesRequest,
    response: contract.ListStatementChoicesResponse,
    input: () => ({}),
    view: ({ grounds, recipients, services }) => ({
      grounds: grounds.map(({ code, kinds, act, section, validFrom }) => ({
        groundCode: code,
        kinds: kinds.map(statementKindTo),
        act,
        section,
        validFromDate: validFrom,
      })),
      recipients: recipients.map(({ code, name }) => ({ recipientCode: code, name })),
      serviceCodes: [...services],
    }),
  }),
});

/** The contract's methods for statements. */
export const statementMethods = (catalogue: GuidanceCatalogue) => ({
  ...issuingMethods(catalogue),
  ...readingMethods(catalogue),
});
