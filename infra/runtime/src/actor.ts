import type { Role } from '@tyovayla/kernel/role';

/** Who calls: always a program (its client certificate), mostly on behalf of a member of staff (their token). */
export type Actor =
  | {
      readonly kind: 'STAFF';
      /** Opaque staff id: the token's subject. */
      readonly id: string;
      readonly roles: readonly Role[];
      /** Municipality of the staff member's office, three digits; absent for area-wide roles. */
      readonly municipality?: string;
      readonly program: string;
    }
  | { readonly kind: 'PROGRAM'; readonly id: string; readonly roles: readonly []; readonly program: string };
