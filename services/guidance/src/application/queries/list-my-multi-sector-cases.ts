import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted, refused } from '@tyovayla/kernel/result';
import { type Page, pageOf, pageTokenInvalid } from '@tyovayla/runtime/page';
import type { Query } from '@tyovayla/runtime/query';
import { involvedOf, type MultiSectorState, plansOf } from '../../domain/multi-sector/multi-sector-case.ts';
import { awaitedSigners, draftOf, inForceOf } from '../../domain/multi-sector/multi-sector-plan.ts';
import type { Party } from '../../domain/multi-sector/party.ts';
import { type GuardedCase, type Seat, seatOf } from '../access-rules/multi-sector-rule.ts';
import { sharesMultiSector } from '../multi-sector-access.ts';
import type { MultiSectorPorts } from '../multi-sector-ports.ts';

export type ListMyMultiSectorCasesInput = { readonly pageSize: number; readonly pageToken?: string };

/** A case in the list of a member. */
export type MultiSectorCaseSummary = {
  readonly caseId: string;
  readonly clientId: string;
  readonly seenAs: Party;
  readonly state: MultiSectorState;
  readonly assessmentDueOn?: LocalDate;
  readonly reviewDueOn?: LocalDate;
  readonly signature: 'AWAITED' | 'NOT_AWAITED';
  readonly nextMeetingOn?: LocalDate;
};

/** A row of the list: of a client under protection a case and no more, until it is opened with a reason. */
export type MyMultiSectorCase =
  | ({ readonly shown: 'CASE' } & MultiSectorCaseSummary)
  | ({ readonly shown: 'REASON_ASKED' } & Pick<MultiSectorCaseSummary, 'caseId' | 'clientId' | 'seenAs'>);

const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const summaryOf = ({ one }: GuardedCase, seat: Seat, today: LocalDate): MultiSectorCaseSummary => {
  const { caseId, clientId, stage, meetings } = one;
  const plans = plansOf(one);
  const draft = draftOf(plans);
  const review = inForceOf(plans)?.reviewDueOn;
  const [nextMeetingOn] = meetings
    .map(({ on }) => on)
    .filter((on) => on >= today)
    .toSorted();
  const awaited = draft !== undefined && awaitedSigners(draft, involvedOf(one)).includes(seat.party);
  return {
    caseId,
    clientId,
    seenAs: seat.party,
    state: stage.state,
    ...(stage.state === 'ASSESSMENT' && { assessmentDueOn: stage.assessment.dueOn }),
    ...(review && { reviewDueOn: review }),
    signature: awaited ? 'AWAITED' : 'NOT_AWAITED',
    ...(nextMeetingOn && stage.state !== 'EXITED' && { nextMeetingOn }),
  };
};

const rowOf = (guarded: GuardedCase, seat: Seat, today: LocalDate): MyMultiSectorCase => {
  const { caseId, clientId } = guarded.one;
  return guarded.protection.kind === 'PROTECTED'
    ? { shown: 'REASON_ASKED', caseId, clientId, seenAs: seat.party }
    : { shown: 'CASE', ...summaryOf(guarded, seat, today) };
};

/**
 * Lists the cases in which the actor has a seat, the newest first. A list asks nobody for a reason, so it tells nothing
 * of a client under protection but that there is a case (handbook 1.6 (5)).
 */
export const listMyMultiSectorCasesQuery = ({
  multiSectorCases,
}: Pick<MultiSectorPorts, 'multiSectorCases'>): Query<ListMyMultiSectorCasesInput, Page<MyMultiSectorCase>> => ({
  name: 'ListMyMultiSectorCases',
  access: sharesMultiSector,
  load: async (sql, { pageSize, pageToken }, { actor, today }) => {
    if (pageToken !== undefined && !idShape.test(pageToken)) return refused(pageTokenInvalid);
    const after = pageToken === undefined ? {} : { after: pageToken };
    const found = await multiSectorCases.ofMember(sql, { staffId: actor.id, limit: pageSize + 1, ...after });
    const { rows, ...page } = pageOf(found, pageSize, ({ one }) => one.caseId);
    const summaries = rows.flatMap((guarded) => {
      const seat = seatOf(guarded, actor);
      return seat === undefined ? [] : [rowOf(guarded, seat, today)];
    });
    return accepted({ ...page, rows: summaries });
  },
});
