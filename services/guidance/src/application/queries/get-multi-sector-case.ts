import { accepted, refused } from '@tyovayla/kernel/result';
import type { Query } from '@tyovayla/runtime/query';
import { caseNotFound } from '../../domain/multi-sector/multi-sector-refusals.ts';
import { type SharedView, sharedView, withoutPlaces } from '../../domain/multi-sector/shared-view.ts';
import { type GuardedCase, type Seat, seatOf } from '../access-rules/multi-sector-rule.ts';
import { sharesMultiSector } from '../multi-sector-access.ts';
import type { MultiSectorPorts } from '../multi-sector-ports.ts';

/** A case as somebody with this seat sees it: of a protected client only the handler sees where they can be met. */
export const seenFrom = (seat: Seat, { one, protection }: GuardedCase): SharedView => {
  const view = sharedView(one, seat.party);
  return protection.kind === 'PROTECTED' && seat.as === 'MEMBER' ? withoutPlaces(view) : view;
};

/**
 * Shows a client's newest case that the actor has a seat in, as their party sees it. Whoever has none is answered as if
 * the client had no case, whether they serve the client or not.
 */
export const getMultiSectorCaseQuery = ({
  multiSectorCases,
}: Pick<MultiSectorPorts, 'multiSectorCases'>): Query<{ readonly clientId: string }, SharedView> => ({
  name: 'GetMultiSectorCase',
  access: sharesMultiSector,
  missing: caseNotFound,
  load: async (sql, { clientId }, { actor }) => {
    for (const guarded of await multiSectorCases.ofClient(sql, clientId)) {
      const seat = seatOf(guarded, actor);
      if (seat !== undefined) return accepted(seenFrom(seat, guarded));
    }
    return refused(caseNotFound);
  },
  subjectOf: ({ clientId }) => clientId,
});
