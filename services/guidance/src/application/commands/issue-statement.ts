import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted } from '@tyovayla/kernel/result';
import type { Tx } from '@tyovayla/kernel/sql';
import type { MatterLanguage } from '../../domain/neglect/neglect.ts';
import { issueStatement, type StatementState } from '../../domain/statement/issue-statement.ts';
import type { AskedContent, Statement } from '../../domain/statement/statement.ts';
import { waitingDelivery } from '../../domain/statement/statement-delivery.ts';
import { servesClients } from '../access.ts';
import { type CaseCommand, caseCommand, type OnCase } from '../case-command.ts';
import type { NeglectPorts } from '../neglect-ports.ts';
import type { CasePorts } from '../ports.ts';
import type { StatementPorts } from '../statement-ports.ts';

export type IssueStatementInput = OnCase & {
  readonly content: AskedContent;
  readonly groundCode: string;
  readonly recipientCode: string;
  readonly language: MatterLanguage;
};

export type ReplaceStatementInput = IssueStatementInput & { readonly replacesStatementId: string };

export type IssueStatementAnswer = { readonly statementId: string };

type Ports = CasePorts & NeglectPorts & StatementPorts;

export type StatementCommand<Input extends IssueStatementInput> = CaseCommand<
  Input,
  StatementState,
  Statement,
  IssueStatementAnswer
>;

type Client = { readonly clientId: string; readonly startedOn: LocalDate | undefined };

const loadState = async (ports: Ports, tx: Tx, { clientId, startedOn }: Client): Promise<StatementState> => {
  const [neglects, statements, activities] = await Promise.all([
    ports.neglects.ofClient(tx, clientId),
    ports.statements.ofClient(tx, clientId),
    ports.statements.activities(tx, clientId),
  ]);
  return {
    neglects,
    statements,
    activities,
    choices: ports.statementChoices,
    ...(startedOn !== undefined && { jobSearchStartedOn: startedOn }),
  };
};

const statementCommand = <Input extends IssueStatementInput & { readonly replacesStatementId?: string }>(
  ports: Ports,
  name: string,
): StatementCommand<Input> =>
  caseCommand(ports, {
    name,
    access: servesClients('statement'),
    load: (tx, { clientId }, { jobSearch }) => loadState(ports, tx, { clientId, startedOn: jobSearch?.startedOn }),
    decide: ({ loaded }, input, { actor, today, newId }) => {
      const power = ports.staffRegister.hasStatementPower(actor.id, today) ? 'STATEMENT_POWER' : 'NONE';
      const issuer = { staffId: actor.id, power } as const;
      const decision = issueStatement(loaded, { ...input, statementId: newId(), issuer, today });
      if (!decision.ok) return decision;
      return accepted({ ...decision.value, answer: { statementId: decision.value.next.statementId } });
    },
    save: (statement, _state, { now }) => ports.statements.add(statement, waitingDelivery(statement, now)),
  });

/** A named official with the power to state issues a statement; it is sent to the payer after commit. */
export const issueStatementCommand = (ports: Ports): StatementCommand<IssueStatementInput> =>
  statementCommand(ports, 'IssueStatement');

/** Corrects a statement by a new one, which names the one it replaces: what was stated never changes. */
export const replaceStatementCommand = (ports: Ports): StatementCommand<ReplaceStatementInput> =>
  statementCommand(ports, 'ReplaceStatement');
