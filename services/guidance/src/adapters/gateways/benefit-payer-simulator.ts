import type { BenefitPayer, SimulatedReceipts } from '../../application/statement-ports.ts';

/** How the simulated payer behaves. */
export const simulatedMoods = ['RECEIVES', 'AWAY', 'REFUSES'] as const;
export type SimulatedMood = (typeof simulatedMoods)[number];

export type BenefitPayerSimulatorOptions = {
  readonly receipts: SimulatedReceipts;
  mood(): SimulatedMood;
  readonly now: () => Date;
  newId(): string;
};

/**
 * SIMULATED: there is no line to Kela or a fund here. It stands where a connection over the national data-exchange layer
 * (Suomi.fi-palveluväylä) would stand, gives receipts of its own making, and pays nobody. As the real one must, it takes
 * each statement id once. It is not told who the person is: a real connection would ask the client registry for the
 * identity code when it sends. Throws where it plays being away.
 */
export const benefitPayerSimulator = ({ receipts, mood, now, newId }: BenefitPayerSimulatorOptions): BenefitPayer => ({
  deliver: async ({ statementId, recipientCode }) => {
    const today = mood();
    if (today === 'AWAY') throw new Error('the simulated payer is away');
    if (today === 'REFUSES') return { failure: 'PAYER_REFUSED' };
    const receipt = await receipts.take({
      idempotencyKey: statementId,
      recipientCode,
      receiptId: `SIMULATED-${newId()}`,
      receivedAt: now(),
    });
    return { receipt };
  },
});
