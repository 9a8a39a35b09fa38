import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import {
  type AssessedNeglect,
  isHeard,
  type Neglect,
  type NeglectInHearing,
  type ReasonGround,
  verdictOf,
} from './neglect.ts';
import type { NeglectFact } from './neglect-facts.ts';
import { isContactNeglect } from './neglect-kind.ts';
import { groundContradictsHearing, hearingNotCompleted, reasonAssessedAlready } from './neglect-refusals.ts';
import { type NeglectProposal, proposeConsequence } from './propose-consequence.ts';
import type { NeglectDecided } from './record-neglect.ts';

/** The running job search, where one runs. */
type Search = { readonly jobSearchId: string; readonly startedOn: LocalDate };

export type AssessingReason = {
  readonly ground: ReasonGround;
  /** Staff id. */
  readonly assessedBy: string;
  readonly today: LocalDate;
  /** All neglects of the client, this one among them. */
  readonly neglects: readonly Neglect[];
  readonly jobSearch?: Search;
};

export type ReasonDecided = NeglectDecided<AssessedNeglect> & { readonly proposal?: NeglectProposal };

const contradicts = ({ hearing }: NeglectInHearing, ground: ReasonGround): boolean =>
  ground === 'NO_EXPLANATION' && hearing.answer !== undefined && hearing.answer.code !== 'NONE_GIVEN';

/** What follows from a proposal at once, without a statement to a payer. */
const consequentFacts = (
  { neglectId, kind, occurredOn }: AssessedNeglect,
  proposal: NeglectProposal | undefined,
  jobSearch: Search | undefined,
): readonly NeglectFact[] => {
  if (proposal?.consequence.kind === 'REMINDER') return [{ kind: 'ReminderGiven', neglectId }];
  if (proposal?.consequence.kind !== 'JOB_SEARCH_ENDS' || jobSearch === undefined || !isContactNeglect(kind)) return [];
  const { jobSearchId } = jobSearch;
  const { ruleValidFrom } = proposal;
  return [
    {
      kind: 'JobSearchEndProposed',
      neglectId,
      jobSearchId,
      ground: kind,
      neglectedOn: occurredOn,
      ruleValidFrom,
    },
  ];
};

/**
 * A named official finds whether the reason for a neglect is acceptable. Refused before the client has explained or
 * their time is over. Where it is not acceptable the system says what follows by the law of the day of the neglect: a
 * reminder is given with the finding, a loss of benefit needs a statement, an end of the job search is proposed to the
 * client registry. Source: handbook 2.6, R1.6.
 */
export const assessReason = (
  neglect: Neglect,
  { ground, assessedBy, today, neglects, jobSearch }: AssessingReason,
): Result<ReasonDecided, Refusal> => {
  if (neglect.status === 'ASSESSED') return refused(reasonAssessedAlready);
  if (neglect.status === 'RECORDED') return refused(hearingNotCompleted());
  if (!isHeard(neglect.hearing, today)) return refused(hearingNotCompleted(neglect.hearing.deadline));
  if (contradicts(neglect, ground)) return refused(groundContradictsHearing);
  const finding = { ground, assessedBy, assessedOn: today };
  const next: AssessedNeglect = { ...neglect, status: 'ASSESSED', finding, version: neglect.version + 1 };
  const proposal = proposeConsequence(next, {
    neglects,
    ...(jobSearch !== undefined && { jobSearchStartedOn: jobSearch.startedOn }),
  });
  return accepted({
    next,
    ...(proposal !== undefined && { proposal }),
    facts: [
      { kind: 'ReasonAssessed', neglectId: next.neglectId, verdict: verdictOf(finding) },
      ...consequentFacts(next, proposal, jobSearch),
    ],
  });
};
