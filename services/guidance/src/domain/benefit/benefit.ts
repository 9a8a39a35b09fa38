import type { LocalDate } from '@tyovayla/kernel/local-date';
import { type BenefitDays, type BenefitKind, byLaw } from '../rules/unemployment-benefit.ts';

/** Who told it: the benefit payer by a notice, or an official who knows it from the client. */
export const benefitTellers = ['PAYER', 'OFFICIAL'] as const;

export type BenefitTeller = (typeof benefitTellers)[number];

/** Which unemployment benefit a client gets for some time, as it was recorded. */
export type Benefit = BenefitDays & {
  readonly recordId: string;
  readonly clientId: string;
  /** The job search during which it is paid; without one none is. */
  readonly jobSearchId: string;
  readonly kind: BenefitKind;
  readonly toldBy: BenefitTeller;
  readonly recordedOn: LocalDate;
  /** Staff id. */
  readonly recordedBy: string;
};

/** It was recorded what a client gets. Which benefit is nobody else's business. */
export type BenefitFact = { readonly kind: 'BenefitRecorded'; readonly recordId: string } & BenefitDays;

export const includes = ({ from, until }: BenefitDays, day: LocalDate): boolean =>
  from <= day && (until === undefined || day < until);

/** The benefits of one job search: those of a former one say nothing of this one. */
export const ofJobSearch = (benefits: readonly Benefit[], jobSearchId: string): readonly Benefit[] =>
  benefits.filter((benefit) => benefit.jobSearchId === jobSearchId);

/** What is paid on a day; undefined where nobody has told. */
export const benefitOn = (benefits: readonly Benefit[], day: LocalDate): BenefitKind | undefined =>
  benefits.flatMap(byLaw).find((benefit) => includes(benefit, day))?.kind;
