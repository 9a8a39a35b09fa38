import { accepted, refused } from '@tyovayla/kernel/result';
import { caseNotFound } from '../../domain/multi-sector/multi-sector-refusals.ts';
import { type SharedView, sharedView, withoutPlaces } from '../../domain/multi-sector/shared-view.ts';
import { type GuardedCase, type Seat, seatOf } from '../access-rules/multi-sector-rule.ts';
import { reasonRule } from '../access-rules/reason-rule.ts';
import type { OnCase } from '../case-command.ts';
import type { CaseQuery } from '../case-query.ts';
import { sharesMultiSector } from '../multi-sector-access.ts';
import type { MultiSectorPorts } from '../multi-sector-ports.ts';

/** A case as somebody with this seat sees it: of a protected client only the handler sees where they can be met. */
export const seenFrom = (seat: Seat, { one, protection }: GuardedCase): SharedView => {
  const view = sharedView(one, seat.party);
  return protection.kind === 'PROTECTED' && seat.as === 'MEMBER' ? withoutPlaces(view) : view;
};

/**
 * Shows a client's newest case that the actor has a seat in, as their party sees it. Whoever has none is answered as if
 * the client had no case, whether they serve the client or not. The handler of a protected client says why they look.
 */
export const getMultiSectorCaseQuery = ({
  multiSectorCases,
}: Pick<MultiSectorPorts, 'multiSectorCases'>): CaseQuery<OnCase, SharedView> => ({
  name: 'GetMultiSectorCase',
  access: sharesMultiSector,
  missing: caseNotFound,
  load: async (sql, input, { actor }) => {
    for (const guarded of await multiSectorCases.ofClient(sql, input.clientId)) {
      const seat = seatOf(guarded, actor);
      if (seat === undefined) continue;
      const unreasoned = reasonRule(seat.as === 'HANDLER', input);
      if (unreasoned !== undefined) return refused(unreasoned);
      const reason = guarded.protection.kind === 'PROTECTED' ? input.accessReason : undefined;
      const view = seenFrom(seat, guarded);
      return accepted({ verdict: { allowed: true }, view, ...(reason !== undefined && { reason }) });
    }
    return refused(caseNotFound);
  },
  subjectOf: ({ clientId }) => clientId,
  accessReasonOf: (_input, { reason }) => reason,
});
