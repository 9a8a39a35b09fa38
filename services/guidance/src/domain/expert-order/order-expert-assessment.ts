import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { ExpertOrder, ExpertOrderFact, ExpertOrderKind, ExpertProvider } from './expert-order.ts';

export type OrderExpertAssessment = {
  readonly clientId: string;
  readonly kind: ExpertOrderKind;
  readonly provider: ExpertProvider;
  readonly orderedMinutes: number;
};

type Ordering = { readonly today: LocalDate; readonly by: string; newId(): string };

/** Orders an expert's hours for a client, from the area's own experts or a neighbour's. Nothing stands against an order. */
export const orderExpertAssessment = (
  { clientId, kind, provider, orderedMinutes }: OrderExpertAssessment,
  { today, by, newId }: Ordering,
): { readonly order: ExpertOrder; readonly fact: ExpertOrderFact } => {
  const orderId = newId();
  const order = { state: 'ORDERED', orderId, clientId, version: 1, kind, provider, orderedMinutes } as const;
  return {
    order: { ...order, orderedOn: today, orderedBy: by },
    fact: { kind: 'ExpertAssessmentOrdered', orderId, provider, orderedMinutes, orderedOn: today },
  };
};
