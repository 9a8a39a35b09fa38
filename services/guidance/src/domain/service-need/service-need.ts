import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Segment } from '../client-case/client-case.ts';

/** An answer given in so many words. */
export const statedAnswers = ['YES', 'NO'] as const;

export type Stated = (typeof statedAnswers)[number];

/** An assessment of what service a client needs (palvelutarpeen arviointi); a new one follows, none is changed. */
export type ServiceNeed = {
  readonly assessmentId: string;
  readonly clientId: string;
  readonly assessedOn: LocalDate;
  readonly segment: Segment;
  /** Whether work ability and functional capacity were considered; may be absent before 1 January 2026. */
  readonly workAbilityConsidered?: Stated;
  /** Whether the client may need several authorities' services together. */
  readonly multiSectorNeed: Stated;
  /** Whether the client has a vocational qualification; absent where it was not said. */
  readonly vocationalQualification?: Stated;
  /** ISO 639; absent where it stays as the registry has it. */
  readonly serviceLanguage?: string;
  /** What no code says. */
  readonly note?: string;
  /** Staff id. */
  readonly assessedBy: string;
};
