import type { OutgoingEvent } from '@tyovayla/kernel/domain-event';
import type { EventMeta } from '@tyovayla/proto/tyovayla/common/v1/event_meta';
import type { CommandContext } from '@tyovayla/runtime/command';
import { outgoingEvent } from '@tyovayla/runtime/outgoing-event';
import type { MultiSectorEvents } from '../../application/multi-sector-ports.ts';
import { type Encoded, groupFactEncoders } from './management-group-facts.ts';
import { caseFactEncoders } from './multi-sector-facts.ts';

/** Whose facts are told: the aggregate as it is after them. */
type Told<Fact> = {
  readonly concept: string;
  readonly aggregateId: string;
  readonly version: number;
  readonly facts: readonly Fact[];
  encode(fact: Fact, meta: EventMeta): Encoded;
};

/** One event a fact, in order, its version following the aggregate's last one. */
const outgoing = <Fact>(told: Told<Fact>, context: CommandContext): readonly OutgoingEvent[] => {
  const { concept, aggregateId, version, facts, encode } = told;
  const cause = { ...context, causationId: context.requestId };
  return facts.map((fact, index) => {
    const aggregateVersion = version - facts.length + index + 1;
    return outgoingEvent({ concept, aggregateId, aggregateVersion }, cause, (meta) => {
      const { name, body } = encode(fact, meta);
      return { type: `tyovayla.guidance.v1.${name}`, body };
    });
  });
};

type AnyEncoder<Fact> = (fact: Fact, meta: EventMeta) => Encoded;

const encodeBy =
  <Fact extends { readonly kind: string }>(encoders: Readonly<Record<string, unknown>>) =>
  (fact: Fact, meta: EventMeta): Encoded =>
    (encoders[fact.kind] as AnyEncoder<Fact>)(fact, meta);

/** Tells facts of the multi-sector register and of management groups, each aggregate with a version of its own. */
export const multiSectorEvents: MultiSectorEvents = {
  ofCase: ({ next: { caseId, version }, facts }, context) =>
    outgoing(
      { concept: 'multi-sector-case', aggregateId: caseId, version, facts, encode: encodeBy(caseFactEncoders) },
      context,
    ),
  ofGroup: ({ next: { groupId, version }, facts }, context) =>
    outgoing(
      { concept: 'management-group', aggregateId: groupId, version, facts, encode: encodeBy(groupFactEncoders) },
      context,
    ),
};
