import type { Verdict } from '@tyovayla/runtime/access';
import type { Actor } from '@tyovayla/runtime/actor';
import { activeMembers, type MultiSectorCase } from '../../domain/multi-sector/multi-sector-case.ts';
import type { Party } from '../../domain/multi-sector/party.ts';
import { servingRoles } from '../access.ts';

/** Whether a protection order hides the client, and who serves them then; nobody known hides them from everybody. */
export type Protection = { readonly kind: 'NONE' } | { readonly kind: 'PROTECTED'; readonly handlerId?: string };

/** A case with who guards it. */
export type GuardedCase = { readonly one: MultiSectorCase; readonly protection: Protection };

/** On whose behalf an actor sees a case: as a member for a party, or as the protected client's handler. */
export type Seat = { readonly party: Party; readonly as: 'MEMBER' | 'HANDLER' };

const rolesOf: Readonly<Record<Party, readonly string[]>> = {
  EMPLOYMENT_AUTHORITY: servingRoles,
  WELLBEING_COUNTY: ['MULTI_SECTOR_MEMBER'],
  KELA: ['MULTI_SECTOR_MEMBER'],
};

type Staff = Extract<Actor, { readonly kind: 'STAFF' }>;

const isHandler = (protection: Protection, actor: Staff): boolean =>
  protection.kind === 'PROTECTED' &&
  protection.handlerId === actor.id &&
  actor.roles.includes('PROTECTED_CLIENT_HANDLER');

/**
 * The actor's seat in a client's network; undefined for everybody who has none, whatever their role. A person is
 * appointed by name; into the network of a protected client, by the assigned handler alone. Handbook R3.8, 1.6.
 */
export const seatOf = ({ one, protection }: GuardedCase, actor: Actor): Seat | undefined => {
  if (actor.kind !== 'STAFF') return undefined;
  if (isHandler(protection, actor)) return { party: 'EMPLOYMENT_AUTHORITY', as: 'HANDLER' };
  const member = activeMembers(one).find(({ staffId }) => staffId === actor.id);
  if (member === undefined) return undefined;
  if (protection.kind === 'PROTECTED' && member.appointedBy !== protection.handlerId) return undefined;
  return actor.roles.some((role) => rolesOf[member.party].includes(role))
    ? { party: member.party, as: 'MEMBER' }
    : undefined;
};

const allowed: Verdict = { allowed: true };
const notAppointed: Verdict = { allowed: false, rule: 'NOT_APPOINTED', hidden: true };
const authorityOnly: Verdict = { allowed: false, rule: 'MULTI_SECTOR_AUTHORITY_MEMBERS_ONLY', hidden: false };

/** Everyone with a seat; all others are answered as if there were no case. */
export const seatedRule = (guarded: GuardedCase | undefined, actor: Actor): Verdict =>
  guarded === undefined || seatOf(guarded, actor) !== undefined ? allowed : notAppointed;

/** Of a protected client the handler alone acts for the employment authority; a colleague they appointed looks on. */
export const actsForAuthority = ({ protection }: GuardedCase, seat: Seat): boolean =>
  seat.party === 'EMPLOYMENT_AUTHORITY' && (protection.kind === 'NONE' || seat.as === 'HANDLER');

/** Those who act for the employment authority in the client's network. */
export const authorityRule = (guarded: GuardedCase | undefined, actor: Actor): Verdict => {
  const seat = guarded && seatOf(guarded, actor);
  if (guarded === undefined) return allowed;
  if (seat === undefined) return notAppointed;
  return actsForAuthority(guarded, seat) ? allowed : authorityOnly;
};

/**
 * Who sees to a client's network: those who act for the employment authority in it, and the service manager, who leads
 * the operations (handbook R3.5) and may appoint into a network of whose case they see nothing. Of a protected client
 * the handler alone.
 */
export const networkRule = (guarded: GuardedCase | undefined, actor: Actor): Verdict => {
  const manages = actor.kind === 'STAFF' && actor.roles.includes('SERVICE_MANAGER');
  return manages && guarded?.protection.kind === 'NONE' ? allowed : authorityRule(guarded, actor);
};
