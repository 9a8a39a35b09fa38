import type { LocalDate } from '@tyovayla/kernel/local-date';

export const expertOrderKinds = ['CAREER_GUIDANCE', 'PSYCHOLOGIST', 'WORK_ABILITY'] as const;

/** What is ordered: career guidance and vocational psychologists' service (seed ch. 4), assessment of work ability. */
export type ExpertOrderKind = (typeof expertOrderKinds)[number];

/** Whose experts do it: the area's own, or a neighbouring area's by its short name. */
export type ExpertProvider = { readonly kind: 'OWN' } | { readonly kind: 'NEIGHBOUR'; readonly area: string };

type OrderCore = {
  readonly orderId: string;
  readonly clientId: string;
  readonly version: number;
  readonly kind: ExpertOrderKind;
  readonly provider: ExpertProvider;
  /** In quarters of an hour. */
  readonly orderedMinutes: number;
  readonly orderedOn: LocalDate;
  /** Staff id. */
  readonly orderedBy: string;
};

export type ExpertResult = {
  readonly doneOn: LocalDate;
  readonly deliveredMinutes: number;
  /** In words; may touch health, so it is shown to those who serve the client alone and never told in an event. */
  readonly text: string;
};

/** An order of an expert's hours for a client. */
export type ExpertOrder =
  | (OrderCore & { readonly state: 'ORDERED' })
  | (OrderCore & { readonly state: 'DONE'; readonly result: ExpertResult });

/** What happened to orders. What for and with which result does not travel: it would tell of a person's health. */
export type ExpertOrderFact =
  | {
      readonly kind: 'ExpertAssessmentOrdered';
      readonly orderId: string;
      readonly provider: ExpertProvider;
      readonly orderedMinutes: number;
      readonly orderedOn: LocalDate;
    }
  | {
      readonly kind: 'ExpertResultRecorded';
      readonly orderId: string;
      readonly deliveredMinutes: number;
      readonly doneOn: LocalDate;
    };
