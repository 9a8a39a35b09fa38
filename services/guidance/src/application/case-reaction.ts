import type { ReceivedEvent } from '@tyovayla/kernel/domain-event';
import { helsinkiDate, type LocalDate } from '@tyovayla/kernel/local-date';
import type { Tx, Write } from '@tyovayla/kernel/sql';
import type { PipelinePorts } from '@tyovayla/runtime/ports';
import { spanOfReaction } from '@tyovayla/runtime/telemetry/spans';
import type { CaseFact } from '../domain/client-case/case-fact.ts';
import type { ClientCase } from '../domain/client-case/client-case.ts';
import { type ClientNews, type ClientNewsKind, followClient, type NewsOf } from '../domain/client-case/client-news.ts';
import { caseAfter, caseWrites } from './case-command.ts';
import type { CasePorts, EventContext } from './ports.ts';

/** The case before and after it followed the news, and what the reaction loaded beside it. */
export type CaseNews<Kind extends ClientNewsKind, Loaded> = {
  readonly news: NewsOf<Kind>;
  /** Undefined where the news made the case. */
  readonly before: ClientCase | undefined;
  readonly after: ClientCase;
  readonly loaded: Loaded;
};

export type ReactionContext = {
  readonly now: Date;
  /** Today in Europe/Helsinki by the service's clock. */
  readonly today: LocalDate;
  /** Day in Helsinki on which the registry told the news; earlier than today where it was on its way for long. */
  readonly toldOn: LocalDate;
  newId(): string;
};

/** What came of news in one part of the service. */
export type CaseOutcome = {
  /** The case, changed further; absent where it stays as it followed the news. */
  readonly nextCase?: ClientCase;
  readonly facts: readonly CaseFact[];
  readonly writes: readonly Write[];
};

/** What one part of the service does when the registry tells of a client. */
export type CaseReaction<Kind extends ClientNewsKind = ClientNewsKind, Loaded = unknown> = {
  /** "plan-initial-interview" */
  readonly name: string;
  readonly on: Kind;
  /** Loads what it needs; the case is locked. */
  load?(tx: Tx, after: ClientCase, news: NewsOf<Kind>): Promise<Loaded>;
  /** Pure but for new ids. Undefined where nothing comes of it. */
  react(state: CaseNews<Kind, Loaded>, context: ReactionContext): CaseOutcome | undefined;
};

// biome-ignore lint/suspicious/noExplicitAny: a list holds reactions of every shape
export type AnyCaseReaction = CaseReaction<any, any>;

/** Types a reaction, so that `news` is of its kind. */
export const caseReaction = <Kind extends ClientNewsKind, Loaded = undefined>(
  reaction: CaseReaction<Kind, Loaded>,
): CaseReaction<Kind, Loaded> => reaction;

/** News with the event that brought it. */
export type Heard = { readonly news: ClientNews; readonly received: ReceivedEvent };

/** What reactions stand on: the cases, and the pipelines' clock, ids and outbox. */
export type ReactionPorts = CasePorts & { readonly pipeline: Pick<PipelinePorts, 'clock' | 'newId' | 'outboxWrites'> };

type Step = { readonly before: ClientCase | undefined; readonly after: ClientCase };

type Gathered = { readonly after: ClientCase; readonly facts: readonly CaseFact[]; readonly writes: readonly Write[] };

/** Lets the parts of the service react one after the other, each to the case as the one before left it. */
const gather = async (
  tx: Tx,
  { reactions, heard, context }: { reactions: readonly AnyCaseReaction[]; heard: Heard; context: ReactionContext },
  { before, after }: Step,
): Promise<Gathered> => {
  let gathered: Gathered = { after, facts: [], writes: [] };
  for (const reaction of reactions.filter(({ on }) => on === heard.news.kind)) {
    const loaded: unknown = await reaction.load?.(tx, gathered.after, heard.news);
    const outcome = reaction.react({ news: heard.news, before, after: gathered.after, loaded }, context);
    if (outcome === undefined) continue;
    gathered = {
      after: outcome.nextCase ?? gathered.after,
      facts: [...gathered.facts, ...outcome.facts],
      writes: [...gathered.writes, ...outcome.writes],
    };
  }
  return gathered;
};

const contextOf = ({ pipeline }: ReactionPorts, { received }: Heard): ReactionContext => ({
  now: pipeline.clock.now(),
  today: pipeline.clock.today(),
  toldOn: helsinkiDate(received.occurTime),
  newId: pipeline.newId,
});

const eventContextOf = ({ pipeline }: ReactionPorts, { received }: Heard, clientCase: ClientCase): EventContext => ({
  clientCase,
  actor: { kind: 'PROGRAM', id: 'guidance', program: 'guidance', roles: [] },
  now: pipeline.clock.now(),
  newId: pipeline.newId,
  correlationId: received.eventId,
  causationId: received.eventId,
  ...(received.traceparent !== undefined && { traceparent: received.traceparent }),
});

type Hearing = { readonly ports: ReactionPorts; readonly reactions: readonly AnyCaseReaction[] };

/** Lets the case follow one piece of news and everybody react to it, stores it all at once, and gives the case after. */
const hear = async (
  tx: Tx,
  { ports, reactions }: Hearing,
  { heard, before }: { readonly heard: Heard; readonly before: ClientCase | undefined },
): Promise<ClientCase> => {
  const followed = followClient(before, heard.news);
  const plan = { reactions, heard, context: contextOf(ports, heard) };
  const { after: gathered, facts, writes } = await gather(tx, plan, { before, after: followed });
  const base = before ?? { clientId: followed.clientId, version: 0, servedBy: [] };
  const after = caseAfter(base, { nextCase: gathered, facts });
  const events = ports.events.outgoing(facts, eventContextOf(ports, heard, base));
  const all = [
    ...(before === undefined ? ports.cases.insert(after) : caseWrites(ports, before, after)),
    ...writes,
    ...(events.length > 0 ? ports.pipeline.outboxWrites(events) : []),
  ];
  // Not awaited: it goes out with the next reads of the batch, and the transaction waits for it.
  if (all.length > 0) void tx.write(all);
  return after;
};

/**
 * Applies news to the cases of the clients that it tells of, in the consumer's transaction: all cases of a batch are
 * locked and read in one flush; then for each piece of news the case follows it, every part of the service reacts, and
 * the case, what the parts write and the events go to Postgres in one statement.
 */
export const applyCaseNews =
  (ports: ReactionPorts, reactions: readonly AnyCaseReaction[]) =>
  async (tx: Tx, batch: readonly Heard[]): Promise<void> => {
    if (batch.length === 0) return;
    const cases = new Map(await ports.cases.lockMany(tx, [...new Set(batch.map(({ news }) => news.clientId))]));
    for (const heard of batch) {
      const span = spanOfReaction(`when-${heard.news.kind}`, heard.received);
      try {
        const before = cases.get(heard.news.clientId);
        cases.set(heard.news.clientId, await hear(tx, { ports, reactions }, { heard, before }));
        span?.end('OK');
      } catch (error) {
        span?.end('FAULT');
        throw error;
      }
    }
  };
