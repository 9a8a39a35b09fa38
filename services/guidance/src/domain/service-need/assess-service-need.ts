import { type LocalDate, localDate } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import { type RuleBook, versionOn } from '@tyovayla/kernel/rule-book';
import { jobSearchNotRunning } from '../client-case/case-refusals.ts';
import type { ClientCase, Segment } from '../client-case/client-case.ts';
import type { ServiceNeed, Stated } from './service-need.ts';
import type { ServiceNeedFact } from './service-need-facts.ts';

export type AssessServiceNeed = {
  readonly segment: Segment;
  readonly workAbilityConsidered?: Stated;
  readonly multiSectorNeed: Stated;
  readonly vocationalQualification?: Stated;
  readonly serviceLanguage?: string;
  readonly note?: string;
};

/** Whether an assessment must say that work ability was considered. */
export type AssessmentParameters = { readonly workAbility: 'MAY_BE_LEFT_OUT' | 'MUST_BE_STATED' };

/**
 * The assessment of service needs (palvelutarpeen arviointi). 1 January 2026: it takes work ability and functional
 * capacity into account that affect the job search. Source: handbook 2.3.
 */
export const assessmentBook: RuleBook<AssessmentParameters> = {
  id: 'service-need-assessment',
  versions: [
    {
      validFrom: localDate('2022-05-02'),
      basis: { act: '916/2012; from 1 January 2025 380/2023', section: '', source: 'handbook 2.3' },
      confidence: 'H',
      params: { workAbility: 'MAY_BE_LEFT_OUT' },
    },
    {
      validFrom: localDate('2026-01-01'),
      basis: {
        act: '380/2023 as amended on the proposal HE 108/2025',
        section: '',
        source:
          'https://tyomarkkinatori.fi/en/news/tyonhakijan-palveluprosessiin-ja-tyonvalityspalveluihin-tulee-muutoksia-vuodenvaihteessa1',
      },
      confidence: 'H',
      params: { workAbility: 'MUST_BE_STATED' },
    },
  ],
};

/** An assessment by the law of its day, without a word on work ability. */
export const workAbilityNotStated: Refusal = { kind: 'conflict', code: 'WORK_ABILITY_NOT_STATED', data: {} };

export type Assessed = {
  readonly nextCase: ClientCase;
  readonly assessment: ServiceNeed;
  readonly facts: readonly ServiceNeedFact[];
};

/** What an assessment says of a qualification; what was known before stays where it says nothing. */
const qualificationIn = ({ vocationalQualification: said }: AssessServiceNeed) =>
  said === undefined ? {} : ({ vocationalQualification: said === 'YES' ? 'HELD' : 'MISSING' } as const);

/** Who assesses, on what day. */
export type Assessor = { readonly today: LocalDate; readonly assessedBy: string; newId(): string };

/**
 * Assesses what service a client needs; segment and qualification become the case's. Refused without a running job search, and since
 * 1 January 2026 without a word on whether work ability was considered. Source: handbook 1.2, 2.3.
 */
export const assessServiceNeed = (
  clientCase: ClientCase,
  need: AssessServiceNeed,
  { today, assessedBy, newId }: Assessor,
): Result<Assessed, Refusal> => {
  if (clientCase.jobSearch === undefined) return refused(jobSearchNotRunning);
  const mustState = versionOn(assessmentBook, today)?.params.workAbility === 'MUST_BE_STATED';
  if (mustState && need.workAbilityConsidered === undefined) return refused(workAbilityNotStated);
  const assessmentId = newId();
  const { segment } = need;
  return accepted({
    nextCase: { ...clientCase, segment, ...qualificationIn(need) },
    assessment: { ...need, assessmentId, clientId: clientCase.clientId, assessedOn: today, assessedBy },
    facts: [{ kind: 'ServiceNeedAssessed', assessmentId, assessedOn: today, segment }],
  });
};
