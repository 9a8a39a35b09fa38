import { localDate } from '@tyovayla/kernel/local-date';
import { benefitPayerSimulator, type SimulatedMood } from './adapters/gateways/benefit-payer-simulator.ts';
import type { BenefitPayer } from './application/statement-ports.ts';
import { startStatementSender } from './statement-sender.ts';
import { clientIdOf } from './testing/builders.ts';
import { inMemoryReceipts } from './testing/in-memory-statements.ts';
import { type StatementStory, statementStory } from './testing/statement-story.ts';

const clientId = clientIdOf(1);
const never = 3_600_000;

const issue = (story: StatementStory) =>
  story.does(story.catalogue.commands.issueStatement, {
    clientId,
    content: { kind: 'NOT_UNEMPLOYED_STUDENT', from: localDate('2026-03-02') },
    groundCode: 'GROUND_OF_NOT_UNEMPLOYED_STUDENT',
    recipientCode: 'KELA',
    language: 'FI',
  });

const setUp = async () => {
  const story = await statementStory();
  const receipts = inMemoryReceipts();
  let mood: SimulatedMood = 'RECEIVES';
  const { now } = story.clock;
  const simulator = benefitPayerSimulator({ receipts, mood: () => mood, now, newId: story.pipeline.newId });
  const senderWith = (payer: BenefitPayer) =>
    startStatementSender({
      transactions: story.world.transactions,
      pipeline: story.pipeline,
      recordPayerAnswer: story.catalogue.commands.recordPayerAnswer,
      deliveries: story.ports.deliveries,
      payer,
      everyMs: never,
    });
  return {
    story,
    receipts,
    simulator,
    senderWith,
    setMood: (to: SimulatedMood) => {
      mood = to;
    },
    delivery: () => story.statements.allDeliveries()[0],
  };
};

describe('sending statements to a payer (simulated)', () => {
  it('sends a statement once, and tells of the receipt', async () => {
    const { story, receipts, simulator, senderWith, delivery } = await setUp();
    const { statementId } = await issue(story);
    const sender = senderWith(simulator);
    await sender.runOnce();
    await sender.runOnce();
    await sender.stop();
    expect(receipts.arrivals()).toMatchObject([{ idempotencyKey: statementId, recipientCode: 'KELA', deliveries: 1 }]);
    expect(delivery()).toMatchObject({ state: 'RECEIPT', attempts: 1 });
    expect(story.told()).toEqual(['StatementIssued', 'StatementDelivered']);
  });

  it('tries again later each time while the payer is away', async () => {
    const { story, receipts, simulator, senderWith, setMood, delivery } = await setUp();
    await issue(story);
    setMood('AWAY');
    const sender = senderWith(simulator);
    await sender.runOnce();
    expect(delivery()).toMatchObject({ state: 'FAILED', failureCode: 'PAYER_AWAY', attempts: 1 });
    story.clock.advance({ ms: 29_000 });
    await sender.runOnce();
    expect(delivery()).toMatchObject({ attempts: 1 });
    story.clock.advance({ ms: 1_000 });
    await sender.runOnce();
    expect(delivery()).toMatchObject({ attempts: 2 });
    setMood('RECEIVES');
    story.clock.advance({ ms: 60_000 });
    await sender.runOnce();
    await sender.stop();
    expect(delivery()).toMatchObject({ state: 'RECEIPT', attempts: 3 });
    expect(receipts.arrivals()).toHaveLength(1);
  });

  it('leaves what the payer refuses on the pile until somebody sends it again', async () => {
    const { story, simulator, senderWith, setMood, delivery } = await setUp();
    const { statementId } = await issue(story);
    setMood('REFUSES');
    const sender = senderWith(simulator);
    await sender.runOnce();
    story.clock.advance({ days: 30 });
    await sender.runOnce();
    expect(delivery()).toMatchObject({ state: 'FAILED', failureCode: 'PAYER_REFUSED', attempts: 1 });
    expect(story.told()).toEqual(['StatementIssued', 'StatementUndelivered']);
    setMood('RECEIVES');
    await story.does(story.catalogue.commands.resendStatement, { clientId, statementId });
    await sender.runOnce();
    await sender.stop();
    expect(delivery()).toMatchObject({ state: 'RECEIPT' });
  });

  it('has one effect at the payer although the sender died between sending and the receipt', async () => {
    const { story, receipts, simulator, senderWith, delivery } = await setUp();
    const { statementId } = await issue(story);
    const { transactions } = story.world;
    let life: 'ALIVE' | 'DEAD' = 'ALIVE';
    const dying = startStatementSender({
      transactions,
      pipeline: {
        ...story.pipeline,
        transactions: {
          transact: (actor, work) =>
            life === 'ALIVE' ? transactions.transact(actor, work) : Promise.reject(new Error('the process died')),
        },
      },
      recordPayerAnswer: story.catalogue.commands.recordPayerAnswer,
      deliveries: story.ports.deliveries,
      payer: {
        deliver: async (statement) => {
          const answer = await simulator.deliver(statement);
          life = 'DEAD';
          return answer;
        },
      },
      everyMs: never,
    });
    await dying.runOnce().catch(() => undefined);
    await dying.stop();
    expect(delivery()).toMatchObject({ state: 'SENT', attempts: 1 });
    expect(receipts.arrivals()).toHaveLength(1);

    const next = senderWith(simulator);
    await next.runOnce();
    expect(delivery()).toMatchObject({ state: 'SENT', attempts: 1 });
    story.clock.advance({ ms: 120_000 });
    await next.runOnce();
    await next.stop();
    expect(delivery()).toMatchObject({ state: 'RECEIPT', attempts: 2 });
    const [arrival, ...others] = receipts.arrivals();
    expect(others).toEqual([]);
    expect(arrival).toMatchObject({ idempotencyKey: statementId, deliveries: 2 });
    expect(delivery()).toMatchObject({ receipt: { receiptId: arrival?.receiptId } });
    expect(story.told()).toEqual(['StatementIssued', 'StatementDelivered']);
  });
});
