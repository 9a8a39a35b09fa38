import { addDays, type LocalDate } from '@tyovayla/kernel/local-date';
import type { FieldViolation, Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import { fieldsInvalid } from '../client-case/case-refusals.ts';
import type { CaseJobSearch } from '../client-case/client-case.ts';
import { type BenefitKind, isGranted } from '../rules/unemployment-benefit.ts';
import { type Benefit, type BenefitFact, type BenefitTeller, ofJobSearch } from './benefit.ts';
import {
  beforeJobSearch,
  benefitOverlaps,
  benefitRecordedAlready,
  lastBeforeFirst,
  notGrantedThen,
  tooFarAhead,
} from './benefit-refusals.ts';

export type RecordBenefit = {
  readonly kind: BenefitKind;
  readonly from: LocalDate;
  /** Last day on which it is paid; absent where no end is known. */
  readonly last?: LocalDate;
  readonly toldBy: BenefitTeller;
};

/** How far ahead a benefit is recorded, days. The project's own choice: payers decide for about a month. */
export const mostDaysAhead = 31;

export type BenefitScene = {
  readonly clientId: string;
  readonly jobSearch: CaseJobSearch;
  /** All of the client's. */
  readonly benefits: readonly Benefit[];
};

/** Who records, and when. */
export type Recording = { readonly today: LocalDate; readonly recordedBy: string; newId(): string };

export type BenefitRecorded = {
  readonly benefit: Benefit;
  /** What was recorded to begin on the same day, and is replaced. */
  readonly replaces?: Benefit;
  /** What had been paid without a known end, and ends the day before. */
  readonly ends?: Benefit & { readonly until: LocalDate };
  /** The client's benefits after it. */
  readonly benefits: readonly Benefit[];
  readonly facts: readonly BenefitFact[];
};

const violationsOf = (
  { kind, from, last }: RecordBenefit,
  { startedOn }: CaseJobSearch,
  today: LocalDate,
): readonly FieldViolation[] => [
  ...(isGranted(kind, from) ? [] : [notGrantedThen]),
  ...(from < startedOn ? [beforeJobSearch] : []),
  ...(addDays(today, mostDaysAhead) < from ? [tooFarAhead] : []),
  ...(last !== undefined && last < from ? [lastBeforeFirst] : []),
];

const isSame = (one: Benefit, other: Benefit): boolean =>
  one.kind === other.kind && one.from === other.from && one.until === other.until;

/** Whether two benefits share a day; one without a known end that began earlier ends where the other begins. */
const isInTheWay = (known: Benefit, { from, until }: Benefit): boolean => {
  if (known.from < from) return known.until !== undefined && from < known.until;
  return until === undefined || known.from < until;
};

/**
 * Records which unemployment benefit a client gets, as the payer's notice or the client tells; `NONE` where none is paid
 * any more. What ran without a known end ends the day before; what was recorded to begin on the same day is replaced,
 * as a mistake. Refused where days of another one overlap, and, with all that is wrong at once, where there is no such
 * benefit on its first day, it begins before the job search or too far ahead. Source: handbook 0.7, 1.3.
 */
export const recordBenefit = (
  { clientId, jobSearch, benefits }: BenefitScene,
  order: RecordBenefit,
  { today, recordedBy, newId }: Recording,
): Result<BenefitRecorded, Refusal> => {
  const violations = violationsOf(order, jobSearch, today);
  if (violations.length > 0) return refused(fieldsInvalid(violations));
  const { last, ...told } = order;
  const { jobSearchId } = jobSearch;
  const until = last === undefined ? {} : { until: addDays(last, 1) };
  const recorded = { recordId: newId(), clientId, jobSearchId, recordedOn: today, recordedBy };
  const benefit: Benefit = { ...recorded, ...told, ...until };
  const known = ofJobSearch(benefits, jobSearchId);
  if (known.some((other) => isSame(other, benefit))) return refused(benefitRecordedAlready);
  const replaces = known.find(({ from }) => from === benefit.from);
  const others = known.filter((other) => other !== replaces);
  const inTheWay = others.find((other) => isInTheWay(other, benefit));
  if (inTheWay !== undefined) return refused(benefitOverlaps(inTheWay.from));
  const open = others.find((other) => other.until === undefined && other.from < benefit.from);
  const ends = open && { ...open, until: benefit.from };
  const stay = benefits.filter((other) => other !== replaces && other !== open);
  return accepted({
    benefit,
    ...(replaces && { replaces }),
    ...(ends && { ends }),
    benefits: [...stay, ...(ends ? [ends] : []), benefit],
    facts: [{ kind: 'BenefitRecorded', recordId: benefit.recordId, from: benefit.from, ...until }],
  });
};
