import type { Role } from '@tyovayla/kernel/role';

/** Who may call a method at all. A method without one stops the service at start. */
export type Access = {
  /** Staff with one of these roles … */
  readonly roles: readonly Role[];
  /** … through one of these programs (names from client certificates). */
  readonly programs: readonly string[];
  /** Programs that may call on their own behalf, without a person's token. */
  readonly programsAlone: readonly string[];
  /** For what, in the access log: e.g. "employment-service". */
  readonly purpose: string;
  /** Which group of data, in the access log: e.g. "client-record"; "none" where no person's data is touched. */
  readonly dataGroup: string;
};

/** What the rules on one client or record say. A hidden denial is answered as if the thing did not exist. */
export type Verdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly rule: string; readonly hidden: boolean };
