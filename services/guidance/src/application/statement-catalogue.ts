import { assessReasonCommand } from './commands/assess-reason.ts';
import { dismissNeglectCandidateCommand } from './commands/dismiss-neglect-candidate.ts';
import { issueStatementCommand, replaceStatementCommand } from './commands/issue-statement.ts';
import { meetWorkObligationCommand } from './commands/meet-work-obligation.ts';
import { openHearingCommand } from './commands/open-hearing.ts';
import { passHearingDeadlineCommand } from './commands/pass-hearing-deadline.ts';
import { recordHearingAnswerCommand } from './commands/record-hearing-answer.ts';
import { recordNeglectCommand } from './commands/record-neglect.ts';
import { recordPayerAnswerCommand } from './commands/record-payer-answer.ts';
import { resendStatementCommand } from './commands/resend-statement.ts';
import type { NeglectPorts } from './neglect-ports.ts';
import type { CasePorts } from './ports.ts';
import { listNeglectCandidatesQuery, listNeglectsQuery } from './queries/list-neglects.ts';
import { listStatementChoicesQuery } from './queries/list-statement-choices.ts';
import { listStatementsQuery } from './queries/list-statements.ts';
import { listUndeliveredStatementsQuery } from './queries/list-undelivered-statements.ts';
import type { StatementPorts } from './statement-ports.ts';

/** What can be done with neglects, hearings, statements and their way to the payer. */
export const statementCatalogue = (ports: CasePorts & NeglectPorts & StatementPorts) =>
  ({
    commands: {
      recordNeglect: recordNeglectCommand(ports),
      dismissNeglectCandidate: dismissNeglectCandidateCommand(ports),
      openHearing: openHearingCommand(ports),
      recordHearingAnswer: recordHearingAnswerCommand(ports),
      assessReason: assessReasonCommand(ports),
      issueStatement: issueStatementCommand(ports),
      replaceStatement: replaceStatementCommand(ports),
      resendStatement: resendStatementCommand(ports),
      meetWorkObligation: meetWorkObligationCommand(ports),
      /** By timer, not over gRPC. */
      passHearingDeadline: passHearingDeadlineCommand(ports),
      /** By the sender of statements, not over gRPC. */
      recordPayerAnswer: recordPayerAnswerCommand(ports),
    },
    queries: {
      listNeglects: listNeglectsQuery(ports),
      listNeglectCandidates: listNeglectCandidatesQuery(ports),
      listStatements: listStatementsQuery(ports),
      listUndeliveredStatements: listUndeliveredStatementsQuery(ports),
      listStatementChoices: listStatementChoicesQuery(ports),
    },
  }) as const;
