import type { Sql, Write } from '@tyovayla/kernel/sql';
import type { Benefit } from '../domain/benefit/benefit.ts';
import type { BenefitRecorded } from '../domain/benefit/record-benefit.ts';

/** Unemployment benefits of clients. Row-level security hides those of clients whom the actor does not see. */
export type Benefits = {
  /** All of a client's that nothing replaced, the latest first. */
  ofClient(sql: Sql, clientId: string): Promise<readonly Benefit[]>;
  /** Adds one, and ends or replaces what stood in its place. The client's case is locked. */
  record(recorded: Pick<BenefitRecorded, 'benefit' | 'replaces' | 'ends'>): readonly Write[];
};

/** What recorded benefits stand on. */
export type BenefitPorts = { readonly benefits: Benefits };
