import type { ReceivedEvent } from '@tyovayla/kernel/domain-event';
import type { RuleBook } from '@tyovayla/kernel/rule-book';
import type { Tx } from '@tyovayla/kernel/sql';
import { foldPersonFact } from '../../domain/person-picture/fold-person-fact.ts';
import { type PersonPicture, unknownPerson } from '../../domain/person-picture/person-picture.ts';
import { type CountingChange, dayDeltas } from '../../domain/picture/day-deltas.ts';
import { rowIntervals } from '../../domain/picture/row-intervals.ts';
import type { ClassParameters } from '../../domain/statistical-class/class-parameters.ts';
import type { FactOfPerson, Projection, ReadFact } from '../ports.ts';

/** What counting stands on. */
export type Counting = {
  readonly projection: Projection;
  readonly readFact: ReadFact;
  readonly classes: RuleBook<ClassParameters>;
};

const fold = (
  known: ReadonlyMap<string, PersonPicture>,
  facts: readonly FactOfPerson[],
): ReadonlyMap<string, PersonPicture> => {
  const people = new Map<string, PersonPicture>();
  for (const { clientId, fact } of facts) {
    const person = people.get(clientId) ?? known.get(clientId) ?? unknownPerson;
    people.set(clientId, foldPersonFact(person, fact));
  }
  return people;
};

/**
 * Counts a batch of facts into one generation: loads the people concerned, folds their facts, and saves people and
 * the difference of their days in few statements, however many people the batch is about. Throws where a fact
 * can't be read or contradicts the history; then nothing of the batch may be kept.
 */
export const countInto = async (
  tx: Tx,
  { projection, readFact, classes }: Counting,
  { generation, events }: { readonly generation: number; readonly events: readonly ReceivedEvent[] },
): Promise<void> => {
  const facts = events.map(readFact).filter((fact) => fact !== undefined);
  const known = await projection.loadPeople(tx, generation, [...new Set(facts.map((fact) => fact.clientId))]);
  const folded = fold(known, facts);
  const people = new Map([...folded].filter(([id, person]) => person !== (known.get(id) ?? unknownPerson)));
  const changes = [...people].map(([id, person]): CountingChange => {
    const before = known.get(id);
    return {
      before: before === undefined ? [] : rowIntervals(before, classes),
      after: rowIntervals(person, classes),
    };
  });
  // The log's order is the order of effect.
  const position = events.at(-1)?.position ?? 0n;
  await projection.save(tx, generation, { people, deltas: dayDeltas(changes), position, facts: events.length });
};

/** The reaction to facts about clients: counts them in the live projection, in the consumer's transaction. */
export const countFacts =
  (counting: Counting): ((tx: Tx, events: readonly ReceivedEvent[]) => Promise<void>) =>
  async (tx, events) => {
    if (events.length === 0) return;
    const generation = await counting.projection.lockLive(tx);
    await countInto(tx, counting, { generation, events });
  };
