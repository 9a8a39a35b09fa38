import type { LocalDate } from '@tyovayla/kernel/local-date';
import { type LegalBasis, versionOn } from '@tyovayla/kernel/rule-book';
import type { Reason } from '@tyovayla/kernel/rule-desk';
import { type Consequence, defaultSanctionSettings, type SanctionSettings, sanctionSteps } from '../rules/sanction.ts';
import { contactFinding } from '../rules/sanction-contact.ts';
import { reasonsOf } from '../rules/sanction-rule.ts';
import { jobWaitingPeriod } from '../rules/sanction-waiting.ts';
import { studyApplicationDutyBook } from '../rules/study-application-duty.ts';
import { inOrderOfTime, isUnexcused, type Neglect, verdictOf } from './neglect.ts';
import { isContactNeglect, isJobNeglect, isProcessNeglect, isStudyNeglect } from './neglect-kind.ts';

/** What a neglect leads to; the last two are not for the payer. */
export type ProposedConsequence = Consequence | { readonly kind: 'JOB_SEARCH_ENDS' } | { readonly kind: 'NONE' };

/** What the system proposes for one neglect, and why. It decides nothing. */
export type NeglectProposal = {
  readonly consequence: ProposedConsequence;
  readonly rule: 'sanction' | 'waiting-period' | 'contact-neglect' | 'study-application-duty';
  /** First day of the version of the rule that was in force on the day of the neglect. */
  readonly ruleValidFrom: LocalDate;
  readonly basis: LegalBasis;
  /** On the staircase only. */
  readonly step?: number;
  readonly windowEndsOn?: LocalDate;
  readonly because: readonly Reason[];
};

/** What a proposal looks at beside the neglect itself. */
export type ProposalFacts = {
  /** All neglects of the client, this one among them. */
  readonly neglects: readonly Neglect[];
  /** First day of the running job search; absent where none runs. */
  readonly jobSearchStartedOn?: LocalDate;
  readonly settings?: SanctionSettings;
};

const countedBeside = (neglect: Neglect, neglects: readonly Neglect[]): readonly Neglect[] =>
  inOrderOfTime([...neglects.filter((other) => other.neglectId !== neglect.neglectId && isUnexcused(other)), neglect]);

const onStaircase = (neglect: Neglect, { neglects, settings }: ProposalFacts): NeglectProposal | undefined => {
  const counted = countedBeside(neglect, neglects).filter(({ kind }) => isProcessNeglect(kind));
  const steps = sanctionSteps(
    counted.map(({ occurredOn }) => occurredOn),
    settings ?? defaultSanctionSettings,
  );
  const own = steps.ok ? steps.value[counted.indexOf(neglect)] : undefined;
  if (own === undefined) return undefined;
  const { consequence, step, windowEndsOn, version } = own;
  const { validFrom, basis } = version;
  return {
    consequence,
    rule: 'sanction',
    ruleValidFrom: validFrom,
    basis,
    step,
    windowEndsOn,
    because: reasonsOf(own),
  };
};

const ofJob = ({ kind, occurredOn }: Neglect): NeglectProposal | undefined => {
  const period = isJobNeglect(kind) ? jobWaitingPeriod(kind, occurredOn) : undefined;
  if (period === undefined) return undefined;
  const { days, version } = period;
  return {
    consequence: { kind: 'NO_BENEFIT', days },
    rule: 'waiting-period',
    ruleValidFrom: version.validFrom,
    basis: version.basis,
    because: [{ code: 'WAITING_PERIOD_OF_THE_KIND', data: { neglectOn: occurredOn, kind, days } }],
  };
};

const ofContact = (neglect: Neglect, { neglects, jobSearchStartedOn }: ProposalFacts): NeglectProposal | undefined => {
  const { kind, occurredOn } = neglect;
  if (!isContactNeglect(kind)) return undefined;
  const sameSearch = countedBeside(neglect, neglects).filter(
    (other) => other.kind === kind && (jobSearchStartedOn === undefined || other.occurredOn >= jobSearchStartedOn),
  );
  const earlier = Math.max(0, sameSearch.indexOf(neglect));
  const finding = contactFinding(kind, { occurredOn, earlier });
  if (finding === undefined) return undefined;
  const { effect, time, version } = finding;
  const { validFrom, basis } = version;
  return {
    consequence: { kind: effect },
    rule: 'contact-neglect',
    ruleValidFrom: validFrom,
    basis,
    because: [{ code: 'TIME_IN_JOB_SEARCH', data: { neglectOn: occurredOn, kind, time, validFrom } }],
  };
};

/** No sanction of it was found: what follows is the statement on the duty, which an official issues. */
const ofStudies = ({ occurredOn }: Neglect): NeglectProposal | undefined => {
  const version = versionOn(studyApplicationDutyBook, occurredOn);
  if (version === undefined) return undefined;
  return {
    consequence: { kind: 'NONE' },
    rule: 'study-application-duty',
    ruleValidFrom: version.validFrom,
    basis: version.basis,
    because: [{ code: 'STATEMENT_ON_STUDY_DUTY_ALONE', data: { neglectOn: occurredOn } }],
  };
};

/**
 * What a neglect leads to where its reason is not acceptable, by the law of its own day and with the other neglects of
 * the client that count. Undefined where the reason was found acceptable. Source: handbook 2.6, R1.6, R1.7.
 */
export const proposeConsequence = (neglect: Neglect, facts: ProposalFacts): NeglectProposal | undefined => {
  if (neglect.status === 'ASSESSED' && verdictOf(neglect.finding) === 'ACCEPTABLE') return undefined;
  if (isProcessNeglect(neglect.kind)) return onStaircase(neglect, facts);
  if (isStudyNeglect(neglect.kind)) return ofStudies(neglect);
  return isJobNeglect(neglect.kind) ? ofJob(neglect) : ofContact(neglect, facts);
};
