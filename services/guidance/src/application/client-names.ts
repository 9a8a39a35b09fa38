import type { Role } from '@tyovayla/kernel/role';
import type { AccessReason } from '@tyovayla/runtime/access-reason';
import type { Actor } from '@tyovayla/runtime/actor';
import type { CallFacts } from '@tyovayla/runtime/pipeline/call';
import { servingRoles } from './access.ts';

/** A client as members of their network speak with them: no identity code, no place, no contact data. */
export type ClientName = {
  readonly givenNames: string;
  readonly familyName: string;
  /** FI, SV, SE, SMN, SMS, EN or OTHER. */
  readonly serviceLanguage: string;
  /** ISO 639 in small letters; absent where no interpreter is needed. */
  readonly interpreterLanguage?: string;
};

/** Whose names are asked. Who is entitled to them has been decided before. */
export type AskedNames = {
  readonly clientIds: readonly string[];
  /** The clients' handler, where they are under protection; then a reason goes with it. */
  readonly handlerId?: string;
  readonly accessReason?: AccessReason;
};

/** What the registry told: names by client id, those that it may not tell left out; or that it was not there. */
export type ToldNames =
  | { readonly kind: 'TOLD'; readonly names: ReadonlyMap<string, ClientName> }
  | { readonly kind: 'REGISTRY_AWAY' };

/** To whom a name is told, as the registry's access log keeps it. */
export type ToldTo = Pick<CallFacts, 'deadline' | 'traceparent' | 'correlationId'> & {
  readonly staffId: string;
  readonly role: Role;
};

/** The client registry, as far as it tells the members of a network whom they serve. Never throws. */
export type ClientNames = {
  of(asked: AskedNames, to: ToldTo): Promise<ToldNames>;
};

const noNames: ToldNames = { kind: 'TOLD', names: new Map() };

/** In which of their roles the caller sits in networks. */
const roleOf = ({ roles }: Actor): Role =>
  servingRoles.find((role) => roles.some((own) => own === role)) ?? 'MULTI_SECTOR_MEMBER';

/**
 * Names of clients for the caller, who has a seat in the network of each. Asked after the transaction, which waits for no
 * other service. Where the registry is away the case is shown without the name.
 */
export const namesFor = async (names: ClientNames, asked: AskedNames, call: CallFacts): Promise<ToldNames> => {
  if (asked.clientIds.length === 0) return noNames;
  const { actor, deadline, traceparent, correlationId } = call;
  return names.of(asked, {
    staffId: actor.id,
    role: roleOf(actor),
    ...(deadline && { deadline }),
    ...(traceparent !== undefined && { traceparent }),
    ...(correlationId !== undefined && { correlationId }),
  });
};
