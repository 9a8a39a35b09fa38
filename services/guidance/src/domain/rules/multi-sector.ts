import { addMonths, type LocalDate, localDate } from '@tyovayla/kernel/local-date';
import { type RuleBook, type RuleVersion, versionOn } from '@tyovayla/kernel/rule-book';

export type MultiSectorParameters = {
  /** Months within which the parties finish their assessment. */
  readonly assessmentMaxMonths: number;
  /** Months after which a plan in force is reviewed. */
  readonly reviewMonths: number;
  /** Days of labour-market subsidy paid, from which on a referral is prompted. */
  readonly promptSubsidyDays: number;
  /** Months of unemployment from which on a referral is prompted, of the young and of others. */
  readonly promptMonthsYoung: number;
  readonly promptMonths: number;
  /** The young are under this age. */
  readonly youngUnder: number;
  /** Ohjaamo serves those under this age, Pointti those over it. */
  readonly servicePointAge: number;
};

/**
 * The multi-sector support of employment, from 1 January 2025 (before: the act 1369/2014 on multi-sector joint service).
 * Neither seed nor handbook gives the months of assessment and review: both are the area's to set. The days and months
 * of unemployment are those of the former act; they prompt and refer nobody. Sources: seed 4.6 and ch. 5, handbook
 * R3.2–R3.4, R3.9.
 */
const sinceTheAct: RuleVersion<MultiSectorParameters> = {
  validFrom: localDate('2025-01-01'),
  basis: { act: '381/2023', section: '', source: 'seed 4.6; https://www.finlex.fi/fi/laki/alkup/2022/20220935' },
  confidence: 'L',
  params: {
    assessmentMaxMonths: 3,
    reviewMonths: 3,
    promptSubsidyDays: 300,
    promptMonthsYoung: 6,
    promptMonths: 12,
    youngUnder: 25,
    servicePointAge: 30,
  },
};

export const multiSectorBook: RuleBook<MultiSectorParameters> = { id: 'multi-sector', versions: [sinceTheAct] };

/** The version in force on a day. Before the act, its first: the register takes no case over from the former act. */
export const multiSectorOn = (date: LocalDate): RuleVersion<MultiSectorParameters> =>
  versionOn(multiSectorBook, date) ?? sinceTheAct;

export const promptReasons = ['SUBSIDY_300_DAYS', 'UNEMPLOYED_12_MONTHS', 'YOUNG_UNEMPLOYED_6_MONTHS'] as const;

/** Why a referral might be considered. */
export type PromptReason = (typeof promptReasons)[number];

/** What is known of a client's unemployment. */
export type Unemployment = {
  /** First day of the present unemployment; absent where the client is not unemployed. */
  readonly since?: LocalDate;
  readonly age: 'YOUNG' | 'OLDER';
  readonly subsidy: 'BELOW' | 'REACHED';
};

/**
 * Reasons to consider a referral on a day; all that hold. They prompt a specialist to ask whether coordinated services
 * are needed, and decide nothing: the present act knows no number of days. Handbook R3.2.
 */
export const promptsOn = (
  day: LocalDate,
  { since, age, subsidy }: Unemployment,
  params: MultiSectorParameters = multiSectorOn(day).params,
): readonly PromptReason[] => {
  const unemployedFor = (months: number): boolean => since !== undefined && addMonths(since, months) <= day;
  const holds: Readonly<Record<PromptReason, boolean>> = {
    SUBSIDY_300_DAYS: subsidy === 'REACHED',
    UNEMPLOYED_12_MONTHS: age === 'OLDER' && unemployedFor(params.promptMonths),
    YOUNG_UNEMPLOYED_6_MONTHS: age === 'YOUNG' && unemployedFor(params.promptMonthsYoung),
  };
  return promptReasons.filter((reason) => holds[reason]);
};

/** Low-threshold service points of Kemi: seed ch. 5. */
export type ServicePoint = 'OHJAAMO' | 'POINTTI';

/** Where the area may send a person of exactly the age that the seed leaves out. */
export const atAgeLimitChoices = ['NEITHER', 'OHJAAMO', 'POINTTI'] as const;

/**
 * Which service point serves a person of an age. The seed says "under 30" and "over 30": whoever is exactly of that age
 * falls in neither, and the area says where they go. Source: seed ch. 5, handbook R3.9.
 */
export const servicePointFor = (
  age: number,
  { ageLimit, atLimit }: { readonly ageLimit: number; readonly atLimit: (typeof atAgeLimitChoices)[number] },
): ServicePoint | undefined => {
  if (age < ageLimit) return 'OHJAAMO';
  if (age > ageLimit) return 'POINTTI';
  return atLimit === 'NEITHER' ? undefined : atLimit;
};
