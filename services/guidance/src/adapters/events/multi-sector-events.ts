import type { OutgoingEvent } from '@tyovayla/kernel/domain-event';
import { ActorKind, type EventMeta } from '@tyovayla/proto/tyovayla/common/v1/event_meta';
import type { CommandContext } from '@tyovayla/runtime/command';
import type { MultiSectorEvents } from '../../application/multi-sector-ports.ts';
import { type Encoded, groupFactEncoders } from './management-group-facts.ts';
import { caseFactEncoders } from './multi-sector-facts.ts';

const actorKinds = { STAFF: ActorKind.ACTOR_KIND_STAFF, PROGRAM: ActorKind.ACTOR_KIND_PROGRAM } as const;

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
  return facts.map((fact, index) => {
    const eventId = context.newId();
    const aggregateVersion = version - facts.length + index + 1;
    const meta: EventMeta = {
      eventId,
      occurTime: context.now,
      aggregateId,
      aggregateVersion,
      actorKind: actorKinds[context.actor.kind],
      actorId: context.actor.id,
      correlationId: context.correlationId,
      causationId: context.requestId,
    };
    const { name, body } = encode(fact, meta);
    const type = `tyovayla.guidance.v1.${name}`;
    return { eventId, type, concept, aggregateId, aggregateVersion, occurTime: context.now, body };
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
