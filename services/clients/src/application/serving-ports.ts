import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Write } from '@tyovayla/kernel/sql';
import type { Actor } from '@tyovayla/runtime/actor';
import type { CallContext } from '@tyovayla/runtime/command';
import type { ClientId } from '../domain/client/client.ts';
import type { ServiceAssigned, ServiceNews } from '../domain/client/service-news.ts';
import type { OpenNeed } from '../domain/client/serving.ts';

/** Who asks for a client, and when: by that the repository reads how they serve the client. */
export type Asking = Pick<CallContext, 'actor' | 'now' | 'today'>;

/** Whom an answer is for, where it is open only to those who serve the client; a staff id by the service's clock. */
export type ServingStaff = { readonly staffId: string; readonly now: Date; readonly today: LocalDate };

const seesEverybody = (actor: Actor): boolean => actor.kind === 'PROGRAM' || actor.roles.includes('SERVICE_MANAGER');

/** Undefined where the actor need not serve a client to see them: programs and managers. */
export const servingStaff = ({ actor, now, today }: Asking): ServingStaff | undefined =>
  seesEverybody(actor) ? undefined : { staffId: actor.id, now, today };

type News<Kind extends ServiceNews['kind']> = Omit<Extract<ServiceNews, { readonly kind: Kind }>, 'kind'>;

/** Who serves whom, as guidance told it, and who has an open need. */
export type ServingRecords = {
  assign(assigned: readonly ServiceAssigned[]): Write;
  /** Takes the specialist off and leaves the team. */
  release(clientIds: readonly ClientId[]): Write;
  /** Telling one twice changes nothing. */
  openNeed(need: OpenNeed): Write;
  /** Ends every need on a client, as when a protection order comes. */
  endNeeds(clientId: ClientId): Write;
  setSubstitute(substitution: News<'SubstituteSet'>): Write;
  endSubstitution(ended: News<'SubstitutionEnded'>): Write;
  compose(team: News<'TeamComposed'>): readonly Write[];
};
