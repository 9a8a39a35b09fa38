import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { PromptReason } from '../../domain/rules/multi-sector.ts';

/** A client whose referral might be considered, with all reasons that hold. */
export type MultiSectorPrompt = {
  readonly clientId: string;
  readonly reasons: readonly PromptReason[];
  /** First day of the present unemployment, as far as guidance knows; absent where the client is not unemployed. */
  readonly unemployedSince?: LocalDate;
};

/** Which clients a page of prompts is about. */
export type PromptFilter = {
  readonly today: LocalDate;
  /** Of the clients assigned to this person; absent: of all whom the actor may see. */
  readonly specialistId?: string;
  readonly limit: number;
  /** The last client of the page before. */
  readonly after?: string;
};
