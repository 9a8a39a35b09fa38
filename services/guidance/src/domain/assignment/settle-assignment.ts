import { type ClientCase, isProtected } from '../client-case/client-case.ts';
import type { AssignmentFact } from './assignment-facts.ts';
import { chooseSpecialist, type Staffing } from './choose-specialist.ts';
import { type LoadChange, loadChange } from './load.ts';
import { inOneServiceArea, specialistOn } from './organisation.ts';

/** What news of a client does to who serves them. */
export type Settled = {
  readonly nextCase: ClientCase;
  readonly facts: readonly AssignmentFact[];
  readonly load: LoadChange;
  /** Staff id of the specialist to whom handing over is proposed. */
  readonly proposedTo?: string;
};

export type ToSettle = {
  /** Undefined where the news made the case. */
  readonly before: ClientCase | undefined;
  /** As the client registry's news left it; whose the client is has not changed yet. */
  readonly after: ClientCase;
  readonly foreignCitizen: boolean;
};

/** The specialist in whose figures the client is: none where a handler serves the client. */
const countedFor = (clientCase: ClientCase | undefined): string | undefined =>
  clientCase === undefined || isProtected(clientCase) ? undefined : clientCase.specialistId;

const assignedTo = (
  { specialistId: _specialist, teamId: _team, ...rest }: ClientCase,
  { teamId, staffId }: { readonly teamId?: string | undefined; readonly staffId?: string | undefined },
): ClientCase => ({
  ...rest,
  ...(teamId !== undefined && { teamId }),
  ...(staffId !== undefined && { specialistId: staffId }),
});

type Serving = { readonly teamId?: string; readonly staffId?: string };

/** Whoever serves from now on, with the fact of it where that is somebody else than before. */
const serving = ({ before, after }: ToSettle, to: Serving): Settled => {
  const load = loadChange(countedFor(before), isProtected(after) ? undefined : to.staffId);
  const nextCase = assignedTo(after, to);
  const same = to.staffId === after.specialistId && to.teamId === after.teamId;
  const facts: AssignmentFact[] =
    same || (to.staffId ?? to.teamId) === undefined ? [] : [{ kind: 'SpecialistAssigned', ...to, by: 'PROGRAM' }];
  return { nextCase, facts, load };
};

/**
 * No job search runs: nobody is assigned; the team that served finishes what is left, such as a hearing. Told when the
 * search ended, and when a handler serves the client no more: others would go on taking them for the client's own.
 */
const released = ({ before, after }: ToSettle): Settled => {
  const { specialistId, teamId } = after;
  const facts: AssignmentFact[] =
    before?.jobSearch === undefined && specialistId === undefined
      ? []
      : [{ kind: 'SpecialistReleased', ...(specialistId !== undefined && { staffId: specialistId }) }];
  return { nextCase: assignedTo(after, { teamId }), facts, load: loadChange(countedFor(before), undefined) };
};

const chosen = (toSettle: ToSettle, staffing: Staffing): Settled => {
  const { after, foreignCitizen } = toSettle;
  const { municipalityCode = '', segment } = after;
  const assignment = chooseSpecialist(
    { municipalityCode, foreignCitizen, ...(segment !== undefined && { segment }) },
    staffing,
  );
  const { teamId, specialistId: staffId } = assignment ?? {};
  return serving(toSettle, { ...(teamId !== undefined && { teamId }), ...(staffId !== undefined && { staffId }) });
};

/** How near a specialist works to a home: in its municipality, in its service area, or neither. */
const nearness = ({ organisation, today }: Staffing, staffId: string, home: string): 0 | 1 | 2 => {
  const office = specialistOn(organisation, staffId, today)?.municipality;
  if (office === undefined) return 0;
  if (office === home) return 2;
  return inOneServiceArea(organisation, office, home) ? 1 : 0;
};

/** The client moved: the specialist keeps the client, but is shown who could take over, if somebody works nearer. */
const moved = (toSettle: ToSettle, staffing: Staffing): Settled => {
  const { after } = toSettle;
  const { specialistId: fromStaffId, municipalityCode: home = '' } = after;
  const kept = serving(toSettle, {
    ...(after.teamId !== undefined && { teamId: after.teamId }),
    ...(fromStaffId !== undefined && { staffId: fromStaffId }),
  });
  if (fromStaffId === undefined) return kept;
  const toStaffId = chosen(toSettle, staffing).nextCase.specialistId;
  const isNearer =
    toStaffId !== undefined && nearness(staffing, toStaffId, home) > nearness(staffing, fromStaffId, home);
  if (!isNearer) return kept;
  const facts: AssignmentFact[] = [{ kind: 'HandOverProposed', fromStaffId, toStaffId }];
  return { ...kept, facts, proposedTo: toStaffId };
};

/**
 * Whose the client is after news from the client registry. A client under a protection order is the assigned handler's
 * and nobody else's, whether a job search runs or not. A job search that starts, or becomes visible again, gets the team and the specialist with room; one
 * that ended is nobody's. After a move within the area the specialist keeps the client until a person hands over.
 */
export const settleAssignment = (toSettle: ToSettle, staffing: Staffing): Settled => {
  const { before, after } = toSettle;
  if (isProtected(after)) {
    const { handlerId } = after;
    return serving(toSettle, handlerId === undefined ? {} : { staffId: handlerId });
  }
  if (after.jobSearch === undefined) return released(toSettle);
  const servedBefore = before !== undefined && !isProtected(before) && before.specialistId !== undefined;
  if (!servedBefore) return chosen(toSettle, staffing);
  if (before.municipalityCode !== after.municipalityCode) return moved(toSettle, staffing);
  return { nextCase: after, facts: [], load: {} };
};
