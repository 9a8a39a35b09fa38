import type { CaseloadParameters } from '../rules/caseload.ts';

/** A specialist's load as people see it. */
export type Load = {
  readonly clients: number;
  readonly most: number;
  /** From the warning level on. */
  readonly warning: boolean;
};

/** A number of clients against the area's level and most. */
export const loadOf = (clients: number, { most, warningFrom }: CaseloadParameters): Load => ({
  clients,
  most,
  warning: clients >= warningFrom,
});

/** Clients as a share of the most, in percent with one decimal. */
export const shareOfMost = (clients: number, most: number): number => Math.round((clients * 1000) / most) / 10;

/** One client more for one specialist, one less for another. */
export type LoadChange = { readonly gains?: string; readonly loses?: string };

/** What changes between two assignments; a client whom a handler serves is in nobody's figures. */
export const loadChange = (from: string | undefined, to: string | undefined): LoadChange =>
  from === to ? {} : { ...(from !== undefined && { loses: from }), ...(to !== undefined && { gains: to }) };
