import type { LocalDate } from '@tyovayla/kernel/local-date';

/** National employment status codes (työllisyyskoodi, handbook 1.2). 06 is not in use. */
export const statusCodes = ['00', '01', '02', '03', '04', '05', '07', '08', '09'] as const;

export type StatusCode = (typeof statusCodes)[number];

/**
 * A stretch of a person's job search under one status: from its first day to the day on which another status or no
 * job search begins; without an end while it runs.
 */
export type StatusSpell = {
  /** National status code; a code that the classes don't know counts nowhere. */
  readonly status: string;
  readonly from: LocalDate;
  /** First day after the spell. */
  readonly to?: LocalDate;
};

/** Unemployed job seeker: unemployed (02) or laid off full time (03). */
export const countsAsUnemployed = (status: string): boolean => status === '02' || status === '03';

/** In a service that counts in broad unemployment: employed with support (00) or in a service (07). */
export const countsAsInService = (status: string): boolean => status === '07' || status === '00';
