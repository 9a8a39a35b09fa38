import {
  ConsequenceKind,
  type Neglect,
  NeglectKind,
  type NeglectProposal,
  ReasonGround,
  ReasonVerdict,
} from '@tyovayla/proto/tyovayla/guidance/v1/neglect';
import { DeliveryState, type Statement, StatementKind } from '@tyovayla/proto/tyovayla/guidance/v1/statement';
import type { Served } from './casework.ts';
import { wordOf } from './code-words.ts';
import { byRule, type Entry } from './entry.ts';
import { neglectsOf } from './neglect-handling.ts';

const lengthOf = ({ days, weeks }: NeglectProposal): string => {
  if (days > 0) return ` ${days} days`;
  return weeks > 0 ? ` ${weeks} weeks` : '';
};

const followsFrom = ({ proposal, verdict }: Neglect): string => {
  if (verdict === ReasonVerdict.REASON_VERDICT_ACCEPTABLE) return 'nothing follows';
  if (proposal === undefined) return 'not assessed';
  const consequence = wordOf(ConsequenceKind, proposal.consequence, 'CONSEQUENCE_KIND_');
  return `${consequence}${lengthOf(proposal)}${proposal.step === 0 ? '' : `, step ${proposal.step}`}`;
};

const neglectLines = (neglect: Neglect): Entry[] => {
  const { kind, occurredDate, hearing, verdict, ground, proposal } = neglect;
  const found = `${wordOf(ReasonVerdict, verdict, 'REASON_VERDICT_')} (${wordOf(ReasonGround, ground, 'REASON_GROUND_')})`;
  const heard = hearing === undefined ? 'not heard' : `heard by ${hearing.answeredDate || hearing.deadlineDate}`;
  return [
    {
      on: occurredDate,
      what: `neglect: ${wordOf(NeglectKind, kind, 'NEGLECT_KIND_')}; ${heard}; reason ${found}; ${followsFrom(neglect)}`,
      ...(proposal === undefined || proposal.ruleValidFromDate === ''
        ? {}
        : byRule(proposal.rule, proposal.ruleValidFromDate)),
    },
  ];
};

export const neglectEntries = async (served: Served): Promise<readonly Entry[]> =>
  (await neglectsOf(served)).flatMap(neglectLines);

const statementLine = (statement: Statement): Entry => {
  const { kind, validFromDate, validToDate, issuedDate, recipientCode, delivery, ruleValidFromDate } = statement;
  const until = validToDate === '' ? '' : `–${validToDate}`;
  const word = wordOf(StatementKind, kind, 'STATEMENT_KIND_');
  const state = wordOf(DeliveryState, delivery?.state, 'DELIVERY_STATE_');
  return {
    on: issuedDate,
    what: `statement to ${recipientCode}: ${word} ${validFromDate}${until}; delivery: ${state}`,
    ...(ruleValidFromDate === '' ? {} : byRule('sanction', ruleValidFromDate)),
  };
};

export const statementEntries = async ({ clientId, desk }: Served): Promise<readonly Entry[]> =>
  (await desk.guidance.listStatements({ clientId })).statements.map(statementLine);
