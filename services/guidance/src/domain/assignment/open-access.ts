import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import type { ClientCase } from '../client-case/client-case.ts';
import type { AssignmentFact } from './assignment-facts.ts';
import { clientServedAlready } from './assignment-refusals.ts';
import type { NeedReason, StatedNeed } from './stated-need.ts';

export type OpenAccess = {
  readonly needId: string;
  readonly staffId: string;
  readonly reason: NeedReason;
  /** Without identity codes. */
  readonly text: string;
  readonly hours: number;
  readonly now: Date;
};

const hourMs = 3_600_000;

/**
 * Somebody who does not serve a client states why they need the client's data: it is open to them for some hours, and
 * the service manager is told. Refused where they serve the client already. A protection order is not theirs to open:
 * the access rule comes first. Source: handbook R1.23.
 */
export const openAccess = (
  { clientId, servedBy }: ClientCase,
  { hours, now, ...stated }: OpenAccess,
): Result<{ readonly need: StatedNeed; readonly facts: readonly AssignmentFact[] }, Refusal> => {
  if (servedBy.includes(stated.staffId)) return refused(clientServedAlready());
  const until = new Date(now.getTime() + hours * hourMs);
  const { needId, staffId, reason } = stated;
  return accepted({
    need: { ...stated, clientId, openedAt: now, until },
    facts: [{ kind: 'AccessOpened', needId, staffId, reason, until }],
  });
};
