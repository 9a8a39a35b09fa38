import { accepted, refused } from '@tyovayla/kernel/result';
import type { AccessReason, WithReason } from '@tyovayla/runtime/access-reason';
import type { Query } from '@tyovayla/runtime/query';
import { caseNotFound } from '../../domain/multi-sector/multi-sector-refusals.ts';
import { type SharedView, sharedView, withoutPlaces } from '../../domain/multi-sector/shared-view.ts';
import { type GuardedCase, type Seat, seatOf } from '../access-rules/multi-sector-rule.ts';
import { reasonRule } from '../access-rules/reason-rule.ts';
import type { OnCase } from '../case-command.ts';
import type { AskedNames } from '../client-names.ts';
import { sharesMultiSector } from '../multi-sector-access.ts';
import type { MultiSectorPorts } from '../multi-sector-ports.ts';

/** A case as somebody with this seat sees it: of a protected client only the handler sees where they can be met. */
export const seenFrom = (seat: Seat, { one, protection }: GuardedCase): SharedView => {
  const view = sharedView(one, seat.party);
  return protection.kind === 'PROTECTED' && seat.as === 'MEMBER' ? withoutPlaces(view) : view;
};

/** What is shown of a case, and whose name the registry is asked for. */
export type SeenCase = {
  readonly view: SharedView;
  readonly asked: AskedNames;
  /** Why a client under protection is looked at. */
  readonly reason?: AccessReason;
};

const seenCase = (seat: Seat, guarded: GuardedCase, { accessReason }: WithReason): SeenCase => {
  const { protection, one } = guarded;
  const view = seenFrom(seat, guarded);
  const clientIds = [one.clientId];
  // Nobody has a seat in the network of a protected client without a handler.
  if (protection.kind === 'NONE' || accessReason === undefined) return { view, asked: { clientIds } };
  const handler = protection.handlerId !== undefined && { handlerId: protection.handlerId };
  return { view, asked: { clientIds, accessReason, ...handler }, reason: accessReason };
};

/**
 * Shows a client's newest case that the actor has a seat in, as their party sees it. Whoever has none is answered as if
 * the client had no case, whether they serve the client or not. Of a client under protection everybody with a seat says
 * why they look: the handler, and whom the handler appointed (handbook 1.6 (5)).
 */
export const getMultiSectorCaseQuery = ({
  multiSectorCases,
}: Pick<MultiSectorPorts, 'multiSectorCases'>): Query<OnCase & WithReason, SeenCase> => ({
  name: 'GetMultiSectorCase',
  access: sharesMultiSector,
  missing: caseNotFound,
  load: async (sql, input, { actor }) => {
    for (const guarded of await multiSectorCases.ofClient(sql, input.clientId)) {
      const seat = seatOf(guarded, actor);
      if (seat === undefined) continue;
      const unreasoned = reasonRule(guarded.protection.kind === 'PROTECTED', input);
      return unreasoned === undefined ? accepted(seenCase(seat, guarded, input)) : refused(unreasoned);
    }
    return refused(caseNotFound);
  },
  subjectOf: ({ clientId }) => clientId,
  accessReasonOf: (_input, { reason }) => reason,
});
