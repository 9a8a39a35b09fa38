import type { Refusal } from '@tyovayla/kernel/refusal';
import type { Result } from '@tyovayla/kernel/result';

type Decided<Next, Fact> = { readonly next: Next; readonly facts: readonly Fact[] };

/** What came of a decision, ready to be compared. */
export type Outcome<Next, Fact> = {
  /** Expects exactly this fact, or these in this order; gives the new state for closer looks. */
  then(facts: Fact | readonly Fact[]): Next;
  /** Expects a "no" with this code; gives the refusal for closer looks. */
  refuses(code: string): Refusal;
};

const outcomeOf = <Next, Fact>(result: Result<Decided<Next, Fact>, Refusal>): Outcome<Next, Fact> => ({
  // biome-ignore lint/suspicious/noThenProperty: the sentence is given, when, then; it is never awaited
  then: (facts) => {
    if (!result.ok) throw new Error(`expected facts, was refused with ${JSON.stringify(result.refusal)}`);
    expect(result.value.facts).toEqual([facts].flat());
    return result.value.next;
  },
  refuses: (code) => {
    if (result.ok) throw new Error(`expected ${code}, was told ${JSON.stringify(result.value.facts)}`);
    expect(result.refusal.code).toBe(code);
    return result.refusal;
  },
});

/** A decision as a sentence: given a state, when something is decided, then these facts follow or it refuses. */
export const given = <State>(state: State) => ({
  when: <Next, Fact>(decide: (state: State) => Result<Decided<Next, Fact>, Refusal>): Outcome<Next, Fact> =>
    outcomeOf(decide(state)),
});
