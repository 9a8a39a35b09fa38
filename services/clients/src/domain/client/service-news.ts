import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { ClientId } from './client.ts';
import type { OpenNeed } from './serving.ts';

/** A member of a team, with the first and, where it is known, the last day. */
export type TeamMember = { readonly staffId: string; readonly from: LocalDate; readonly to?: LocalDate };

/** Who serves a client from now on. Without a specialist the team alone does. */
export type ServiceAssigned = {
  readonly kind: 'ServiceAssigned';
  readonly clientId: ClientId;
  readonly teamId?: string;
  readonly specialistId?: string;
};

/** What guidance tells of who serves whom, as the registry understands it. */
export type ServiceNews =
  | ServiceAssigned
  /** The specialist is no longer the client's; the team that served finishes what is left. */
  | { readonly kind: 'ServiceReleased'; readonly clientId: ClientId }
  | { readonly kind: 'NeedOpened'; readonly need: OpenNeed }
  | {
      readonly kind: 'SubstituteSet';
      readonly substitutionId: string;
      readonly absentId: string;
      readonly substituteId: string;
      readonly from: LocalDate;
      /** Last day. */
      readonly to: LocalDate;
    }
  /** `endedOn` is the first day without substitute. */
  | { readonly kind: 'SubstitutionEnded'; readonly substitutionId: string; readonly endedOn: LocalDate }
  /** All members of a team, in place of those told before. */
  | { readonly kind: 'TeamComposed'; readonly teamId: string; readonly members: readonly TeamMember[] };
