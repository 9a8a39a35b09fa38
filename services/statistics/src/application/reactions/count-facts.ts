import type { ReceivedEvent } from '@tyovayla/kernel/domain-event';
import type { RuleBook } from '@tyovayla/kernel/rule-book';
import type { Tx } from '@tyovayla/kernel/sql';
import { foldPersonFact } from '../../domain/person-picture/fold-person-fact.ts';
import { type PersonPicture, unknownPerson } from '../../domain/person-picture/person-picture.ts';
import { growthSheet } from '../../domain/picture/day-growth.ts';
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

type Batch = { readonly generation: number; readonly events: readonly ReceivedEvent[] };

type Folded = {
  readonly known: ReadonlyMap<string, PersonPicture>;
  /** People of whom something is known now that wasn't. */
  readonly people: ReadonlyMap<string, PersonPicture>;
  readonly position: bigint;
};

const foldBatch = async (
  tx: Tx,
  { projection, readFact }: Counting,
  { generation, events }: Batch,
): Promise<Folded> => {
  const facts = events.map(readFact).filter((fact) => fact !== undefined);
  const known = await projection.loadPeople(tx, generation, [...new Set(facts.map((fact) => fact.clientId))]);
  const folded = fold(known, facts);
  const people = new Map([...folded].filter(([id, person]) => person !== (known.get(id) ?? unknownPerson)));
  // The log's order is the order of effect.
  return { known, people, position: events.at(-1)?.position ?? 0n };
};

/**
 * Counts a batch of facts into one generation: loads the people concerned, folds their facts, and saves people and
 * the difference of their days in few statements, however many people the batch is about. Throws where a fact
 * can't be read or contradicts the history; then nothing of the batch may be kept.
 */
export const countInto = async (tx: Tx, counting: Counting, batch: Batch): Promise<void> => {
  const { known, people, position } = await foldBatch(tx, counting, batch);
  const { projection, classes } = counting;
  const sheet = growthSheet();
  for (const [id, person] of people) {
    const before = known.get(id);
    sheet.add({
      before: before === undefined ? [] : rowIntervals(before, classes),
      after: rowIntervals(person, classes),
    });
  }
  const facts = batch.events.length;
  projection.save(tx, batch.generation, { people, growths: sheet.growths(), position, facts });
};

/** The first half of counting a whole log: what is known of people, without their days. */
export const foldInto = async (tx: Tx, counting: Counting, batch: Batch): Promise<void> => {
  const { people, position } = await foldBatch(tx, counting, batch);
  counting.projection.save(tx, batch.generation, { people, growths: [], position, facts: batch.events.length });
};

/** The second half: everybody's days, each person once, however many facts there were. */
export const countEverybody = async (
  tx: Tx,
  { projection, classes }: Counting,
  { generation, pageSize }: { readonly generation: number; readonly pageSize: number },
): Promise<void> => {
  const sheet = growthSheet();
  let clientId = '';
  for (;;) {
    const people = await projection.peopleAfter(tx, generation, { clientId, limit: pageSize });
    for (const person of people.values()) sheet.add({ before: [], after: rowIntervals(person, classes) });
    if (people.size < pageSize) break;
    clientId = [...people.keys()].at(-1) ?? '';
  }
  projection.save(tx, generation, { people: new Map(), growths: sheet.growths(), position: 0n, facts: 0 });
};

/** The reaction to facts about clients: counts them in the live projection, in the consumer's transaction. */
export const countFacts =
  (counting: Counting): ((tx: Tx, events: readonly ReceivedEvent[]) => Promise<void>) =>
  async (tx, events) => {
    if (events.length === 0) return;
    const generation = await counting.projection.lockLive(tx);
    await countInto(tx, counting, { generation, events });
  };
