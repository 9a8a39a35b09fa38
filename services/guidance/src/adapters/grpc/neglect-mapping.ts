import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/neglect';
import type { NeglectView } from '../../application/queries/list-neglects.ts';
import type { Hearing, Neglect, NeglectCandidate, ReasonVerdict } from '../../domain/neglect/neglect.ts';
import type { NeglectKind } from '../../domain/neglect/neglect-kind.ts';
import type { NeglectProposal } from '../../domain/neglect/propose-consequence.ts';

const word = (name: string, prefix: string): string => name.replace(prefix, '');

/** The contract's numbers as words of the domain; a number that it doesn't know gives a word that nobody knows. */
export const neglectKindFrom = (kind: contract.NeglectKind): string =>
  word(contract.neglectKindToJSON(kind), 'NEGLECT_KIND_');
export const dismissGroundFrom = (ground: contract.DismissGround): string =>
  word(contract.dismissGroundToJSON(ground), 'DISMISS_GROUND_');
export const mannerFrom = (manner: contract.HearingManner): string =>
  word(contract.hearingMannerToJSON(manner), 'HEARING_MANNER_');
export const matterLanguageFrom = (language: contract.MatterLanguage): string =>
  word(contract.matterLanguageToJSON(language), 'MATTER_LANGUAGE_');
export const explanationCodeFrom = (code: contract.ExplanationCode): string =>
  word(contract.explanationCodeToJSON(code), 'EXPLANATION_CODE_');
export const reasonGroundFrom = (ground: contract.ReasonGround): string =>
  word(contract.reasonGroundToJSON(ground), 'REASON_GROUND_');

const kindTo = (kind: NeglectKind): contract.NeglectKind => contract.neglectKindFromJSON(`NEGLECT_KIND_${kind}`);

export const verdictTo = (verdict: ReasonVerdict): contract.ReasonVerdict =>
  contract.reasonVerdictFromJSON(`REASON_VERDICT_${verdict}`);

export const candidateTo = ({
  candidateId,
  kind,
  occurredOn,
  sourceId,
}: NeglectCandidate): contract.NeglectCandidate => ({
  candidateId,
  kind: kindTo(kind),
  occurredDate: occurredOn,
  sourceId,
});

const hearingTo = (hearing: Hearing, explanation: string): contract.Hearing => {
  const { hearingId, openedOn, deadline, manner, language, answer } = hearing;
  return {
    hearingId,
    openedDate: openedOn,
    deadlineDate: deadline,
    manner: contract.hearingMannerFromJSON(`HEARING_MANNER_${manner}`),
    language: contract.matterLanguageFromJSON(`MATTER_LANGUAGE_${language}`),
    answeredDate: answer?.answeredOn ?? '',
    explanationCode: contract.explanationCodeFromJSON(`EXPLANATION_CODE_${answer?.code ?? 'UNSPECIFIED'}`),
    explanation,
  };
};

const textsOf = (data: Readonly<Record<string, unknown>>): { [name: string]: string } =>
  Object.fromEntries(Object.entries(data).map(([name, value]) => [name, String(value)]));

/** What the system proposes, as a message. */
export const proposalTo = (proposal: NeglectProposal): contract.NeglectProposal => {
  const { consequence, step = 0, windowEndsOn = '', ruleValidFrom, rule, because } = proposal;
  return {
    consequence: contract.consequenceKindFromJSON(`CONSEQUENCE_KIND_${consequence.kind}`),
    days: 'days' in consequence ? consequence.days : 0,
    weeks: 'weeks' in consequence ? consequence.weeks : 0,
    step,
    windowEndsDate: windowEndsOn,
    ruleValidFromDate: ruleValidFrom,
    rule,
    because: because.map(({ code, data }) => ({ code, data: textsOf(data) })),
  };
};

const findingTo = (neglect: Neglect, verdict: ReasonVerdict | undefined) => ({
  verdict: verdict === undefined ? contract.ReasonVerdict.REASON_VERDICT_UNSPECIFIED : verdictTo(verdict),
  ground: contract.reasonGroundFromJSON(
    `REASON_GROUND_${neglect.status === 'ASSESSED' ? neglect.finding.ground : 'UNSPECIFIED'}`,
  ),
  assessedBy: neglect.status === 'ASSESSED' ? neglect.finding.assessedBy : '',
});

/** A neglect as an official sees it. */
export const neglectTo = (view: NeglectView): contract.Neglect => {
  const { neglect, stage, verdict, explanation = '', proposal, statementId = '' } = view;
  return {
    neglectId: neglect.neglectId,
    kind: kindTo(neglect.kind),
    occurredDate: neglect.occurredOn,
    sourceId: neglect.sourceId ?? '',
    recordedBy: neglect.recordedBy,
    stage: contract.neglectStageFromJSON(`NEGLECT_STAGE_${stage}`),
    hearing: 'hearing' in neglect ? hearingTo(neglect.hearing, explanation) : undefined,
    ...findingTo(neglect, verdict),
    proposal: proposal && proposalTo(proposal),
    statementId,
    version: neglect.version,
  };
};
