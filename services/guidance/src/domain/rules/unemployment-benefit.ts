import { type LocalDate, localDate } from '@tyovayla/kernel/local-date';
import { type RuleBook, versionOn } from '@tyovayla/kernel/rule-book';

/**
 * Benefits that a payer pays to unemployed people: general support (yleistuki), labour-market subsidy
 * (työmarkkinatuki), basic allowance (peruspäiväraha), earnings-related allowance (ansiopäiväraha).
 */
export const paidBenefits = [
  'GENERAL_SUPPORT',
  'LABOUR_MARKET_SUBSIDY',
  'BASIC_ALLOWANCE',
  'EARNINGS_RELATED',
] as const;

export type PaidBenefit = (typeof paidBenefits)[number];

/** A benefit, or none. */
export const benefitKinds = [...paidBenefits, 'NONE'] as const;

export type BenefitKind = (typeof benefitKinds)[number];

export type BenefitParameters = {
  readonly granted: readonly PaidBenefit[];
  /** What a benefit of an older version that still runs goes on as. */
  readonly goesOnAs: Partial<Readonly<Record<BenefitKind, PaidBenefit>>>;
};

/**
 * Which unemployment benefits there are. 1 May 2026: general support (yleistuki) takes the place of labour-market
 * subsidy and basic allowance; who gets one of them on that day gets general support from then on. Source: handbook 0.7.
 */
export const unemploymentBenefitBook: RuleBook<BenefitParameters> = {
  id: 'unemployment-benefit',
  versions: [
    {
      validFrom: localDate('2022-05-02'),
      basis: { act: '1290/2002', section: '', source: 'handbook 1.2' },
      confidence: 'H',
      params: { granted: ['LABOUR_MARKET_SUBSIDY', 'BASIC_ALLOWANCE', 'EARNINGS_RELATED'], goesOnAs: {} },
    },
    {
      validFrom: localDate('2026-05-01'),
      basis: {
        act: 'reform of general support (yleistuki)',
        section: '',
        source: 'https://www.sttinfo.fi/tiedote/71696995/',
      },
      confidence: 'H',
      params: {
        granted: ['GENERAL_SUPPORT', 'EARNINGS_RELATED'],
        goesOnAs: { LABOUR_MARKET_SUBSIDY: 'GENERAL_SUPPORT', BASIC_ALLOWANCE: 'GENERAL_SUPPORT' },
      },
    },
  ],
};

/** Whether a benefit can begin on a day; to get none always can. */
export const isGranted = (kind: BenefitKind, on: LocalDate): boolean =>
  kind === 'NONE' || (versionOn(unemploymentBenefitBook, on)?.params.granted.includes(kind) ?? false);

/** Days from the first one up to, not including, the last; open where no end is known. */
export type BenefitDays = { readonly from: LocalDate; readonly until?: LocalDate };

/** A benefit for some days. */
export type BenefitByLaw = BenefitDays & { readonly kind: BenefitKind };

/** What a benefit is by the law of each of its days: one that runs into a reform goes on as what replaces it. */
export const byLaw = ({ kind, from, until }: BenefitByLaw): readonly BenefitByLaw[] => {
  const reform = unemploymentBenefitBook.versions.find(
    ({ validFrom, params }) => params.goesOnAs[kind] !== undefined && (until === undefined || validFrom < until),
  );
  const goesOnAs = reform?.params.goesOnAs[kind];
  if (reform === undefined || goesOnAs === undefined || reform.validFrom <= from)
    return [{ kind: goesOnAs ?? kind, from, ...(until && { until }) }];
  return [
    { kind, from, until: reform.validFrom },
    { kind: goesOnAs, from: reform.validFrom, ...(until && { until }) },
  ];
};

/** When general support is paid, in order of time; what follows without a break is one time. */
export const generalSupport = (benefits: readonly BenefitByLaw[]): readonly BenefitDays[] => {
  const parts = benefits.flatMap(byLaw).filter(({ kind }) => kind === 'GENERAL_SUPPORT');
  const times: BenefitDays[] = [];
  for (const { from, until } of parts.toSorted((one, other) => (one.from < other.from ? -1 : 1))) {
    const before = times.at(-1);
    const goesOn = before !== undefined && before.until === from;
    if (goesOn) times.pop();
    times.push({ from: goesOn ? before.from : from, ...(until && { until }) });
  }
  return times;
};
