import type { Refusal } from '@tyovayla/kernel/refusal';
import type { Result } from '@tyovayla/kernel/result';
import type { Role } from '@tyovayla/kernel/role';
import type { Sql } from '@tyovayla/kernel/sql';
import type { Access, Verdict } from './access.ts';
import type { CallContext } from './command.ts';

/** A member of staff for whom a program asks, by that program's word. */
export type Principal = { readonly staffId: string; readonly role: Role };

/**
 * A query: access → transaction (row-level security set) → load → may this actor see it → audit in the same
 * transaction → commit → answer. What can't be audited isn't shown.
 */
export type Query<Input, View> = {
  readonly name: string;
  readonly access: Access;
  /** How a missing thing is refused; a hidden denial is refused in exactly the same way. */
  readonly missing?: Refusal;
  load(sql: Sql, input: Input, context: CallContext): Promise<Result<View, Refusal>>;
  /** Rules on what was loaded; left out where `load` can only give what anyone with access may see. */
  maySee?(view: View, context: CallContext, input: Input): Verdict;
  /** The client or record in the access log; undefined for lists and figures. */
  subjectOf?(input: Input, view: View | undefined): string | undefined;
  /** Why it was looked at, as a code, where the rules ask for a reason; stands in the access log beside what was shown. */
  accessReasonOf?(input: Input, view: View): string | undefined;
  /** For whom a program asks that acts alone: they stand in the access log in its place, as those who were shown it. */
  onBehalfOf?(input: Input): Principal;
  /** Clients or records beside that of `subjectOf` whose own log must tell the look, such as protected people in a list. */
  othersShown?(view: View): readonly string[];
};

// biome-ignore lint/suspicious/noExplicitAny: a catalogue holds queries of every shape
export type AnyQuery = Query<any, any>;
