import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import type { MatterLanguage, Neglect } from '../neglect/neglect.ts';
import { checkSanction } from './check-sanction.ts';
import {
  type AskedContent,
  neglectIdOf,
  periodOf,
  type Statement,
  type StatementContent,
  standing,
} from './statement.ts';
import { allowanceCentsOn, groundOn, type StatementChoices } from './statement-choices.ts';
import { type StatementFact, statementIssued } from './statement-facts.ts';
import {
  groundNotForKind,
  recipientUnknown,
  serviceUnknown,
  statedJobSearchNotRunning,
  statementIssuedAlready,
  statementNotFound,
  statementPowerMissing,
  statementReplacedAlready,
  workObligationNotFound,
  workObligationNotMet,
  workObligationRunsAlready,
} from './statement-refusals.ts';
import { type ObligationActivity, progressOf, standingObligations } from './work-obligation.ts';

/** What is known of the client when a statement is asked for. */
export type StatementState = {
  readonly neglects: readonly Neglect[];
  readonly statements: readonly Statement[];
  readonly activities: readonly ObligationActivity[];
  readonly choices: StatementChoices;
  /** First day of the running job search; absent where none runs. */
  readonly jobSearchStartedOn?: LocalDate;
};

export type IssuingStatement = {
  readonly statementId: string;
  readonly clientId: string;
  readonly content: AskedContent;
  readonly groundCode: string;
  readonly recipientCode: string;
  readonly language: MatterLanguage;
  /** The official, and whether the authority has given them the power to state. */
  readonly issuer: { readonly staffId: string; readonly power: 'STATEMENT_POWER' | 'NONE' };
  /** The statement that this one corrects. */
  readonly replacesStatementId?: string;
  readonly today: LocalDate;
};

export type StatementDecided = { readonly next: Statement; readonly facts: readonly StatementFact[] };

type Filled = { readonly content: StatementContent; readonly hearingId?: string; readonly ruleValidFrom?: LocalDate };

type FillResult = Result<Filled, Refusal>;

/** The statements that stand beside the one that is being replaced. */
const others = ({ statements }: StatementState, replaced: string | undefined): readonly Statement[] =>
  standing(statements).filter(({ statementId }) => statementId !== replaced);

const fillSanction = (
  asked: Extract<AskedContent, { readonly neglectId: string }>,
  state: StatementState,
  { today, replacesStatementId }: IssuingStatement,
): FillResult => {
  const checked = checkSanction(asked, { neglects: state.neglects, today });
  if (!checked.ok) return checked;
  const beside = others(state, replacesStatementId);
  const same = beside.find(({ content }) => neglectIdOf(content) === asked.neglectId);
  if (same !== undefined) return refused(statementIssuedAlready(same.statementId));
  const running = standingObligations(beside).find(
    (obligation) => progressOf(obligation, state.activities).metOn === undefined,
  );
  if (asked.kind === 'WORK_OBLIGATION' && running !== undefined)
    return refused(workObligationRunsAlready(running.statementId));
  return checked;
};

const fillObligationMet = (
  asked: Extract<AskedContent, { readonly kind: 'OBLIGATION_MET' }>,
  state: StatementState,
  { replacesStatementId }: IssuingStatement,
): FillResult => {
  const { obligationStatementId } = asked;
  const beside = others(state, replacesStatementId);
  const obligation = standingObligations(beside).find(({ statementId }) => statementId === obligationStatementId);
  if (obligation === undefined) return refused(workObligationNotFound);
  const { metOn } = progressOf(obligation, state.activities);
  if (metOn === undefined) return refused(workObligationNotMet);
  const same = beside.find(
    ({ content }) => content.kind === 'OBLIGATION_MET' && content.obligationStatementId === obligationStatementId,
  );
  return same === undefined
    ? accepted({ content: { ...asked, from: metOn } })
    : refused(statementIssuedAlready(same.statementId));
};

const fillService = (
  asked: Extract<AskedContent, { readonly kind: 'SERVICE_PARTICIPATION' }>,
  { choices }: StatementState,
): FillResult => {
  const { serviceCode, from, allowance } = asked;
  const allowanceCents = allowanceCentsOn(choices, { allowance, on: from });
  if (!choices.services.includes(serviceCode) || allowanceCents === undefined) return refused(serviceUnknown);
  return accepted({ content: { ...asked, allowanceCents } });
};

/** One that has ended is known by the client registry; of one without an end guidance knows whether it runs. */
const fillJobSearch = (
  content: Extract<AskedContent, { readonly kind: 'JOB_SEARCH_VALID' }>,
  { jobSearchStartedOn }: StatementState,
): FillResult => {
  const runs = jobSearchStartedOn !== undefined && jobSearchStartedOn <= content.from;
  return runs || content.to !== undefined
    ? accepted({ content })
    : refused(statedJobSearchNotRunning(jobSearchStartedOn));
};

/** What the rules give to what was asked. */
const filled = (state: StatementState, issuing: IssuingStatement): FillResult => {
  const { content } = issuing;
  switch (content.kind) {
    case 'WAITING_PERIOD':
    case 'WORK_OBLIGATION':
      return fillSanction(content, state, issuing);
    case 'JOB_SEARCH_VALID':
      return fillJobSearch(content, state);
    case 'OBLIGATION_MET':
      return fillObligationMet(content, state, issuing);
    case 'SERVICE_PARTICIPATION':
      return fillService(content, state);
    case 'SERVICE_INTERRUPTED':
      return state.choices.services.includes(content.serviceCode) ? accepted({ content }) : refused(serviceUnknown);
    default:
      return accepted({ content });
  }
};

const mayReplace = ({ statements }: StatementState, replaced: string | undefined): Refusal | undefined => {
  if (replaced === undefined) return undefined;
  if (!statements.some(({ statementId }) => statementId === replaced)) return statementNotFound;
  const stands = standing(statements).some(({ statementId }) => statementId === replaced);
  return stands ? undefined : statementReplacedAlready;
};

/**
 * A named official states something to the payer, or corrects what was stated by a new statement. Refused without the
 * power to state; a sanction also without a hearing, without an unacceptable reason, and where the rule says otherwise.
 * Source: handbook 2.6, 4.
 */
export const issueStatement = (state: StatementState, issuing: IssuingStatement): Result<StatementDecided, Refusal> => {
  const { statementId, clientId, groundCode, recipientCode, language, issuer, replacesStatementId, today } = issuing;
  if (issuer.power === 'NONE') return refused(statementPowerMissing);
  const badReplacement = mayReplace(state, replacesStatementId);
  if (badReplacement !== undefined) return refused(badReplacement);
  if (!state.choices.recipients.some(({ code }) => code === recipientCode)) return refused(recipientUnknown);
  const fill = filled(state, issuing);
  if (!fill.ok) return fill;
  const { content } = fill.value;
  const ground = groundOn(state.choices, { code: groundCode, kind: content.kind, on: periodOf(content).from });
  if (ground === undefined) return refused(groundNotForKind);
  const next: Statement = {
    ...fill.value,
    statementId,
    clientId,
    ground,
    recipientCode,
    issuedBy: issuer.staffId,
    issuedOn: today,
    language,
    ...(replacesStatementId !== undefined && { replacesStatementId }),
  };
  return accepted({ next, facts: [statementIssued(next)] });
};
