import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { JobOffers } from '../../application/plan-ports.ts';
import type { FollowedUpOffer, JobOfferOutcome, UnsuitableGround } from '../../domain/obligation/job-offer.ts';
import { recordsOfClient } from './records-of.ts';

type OfferRow = {
  readonly offer_id: string;
  readonly client_id: string;
  readonly offered_on: LocalDate;
  readonly apply_by: LocalDate;
  readonly binding: boolean;
  readonly outcome: JobOfferOutcome;
  readonly ground: UnsuitableGround | null;
  readonly recorded_on: LocalDate;
};

const selectText = `SELECT offer_id, client_id, offered_on, apply_by, binding, outcome, ground, recorded_on
  FROM job_offer_follow_up WHERE client_id = ANY (${recordsOfClient})`;
const findText = `${selectText} AND offer_id = $2`;
const listText = `${selectText} ORDER BY offered_on DESC, offer_id DESC`;
const insertText = `INSERT INTO job_offer_follow_up (offer_id, client_id, offered_on, apply_by, binding, outcome, ground,
  recorded_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;

const outcomeFrom = ({ outcome, ground }: OfferRow) => {
  if (outcome !== 'NOT_SUITABLE') return { outcome } as const;
  if (ground === null) throw new Error('an unsuitable offer without a ground');
  return { outcome, ground } as const;
};

const offerFrom = (row: OfferRow): FollowedUpOffer => ({
  offerId: row.offer_id,
  clientId: row.client_id,
  offeredOn: row.offered_on,
  applyBy: row.apply_by,
  binding: row.binding,
  recordedOn: row.recorded_on,
  ...outcomeFrom(row),
});

/** Followed-up job offers in Postgres. */
export const jobOfferRepository: JobOffers = {
  find: async (sql, { clientId, offerId }) => {
    const [row] = await sql.query<OfferRow>(findText, [clientId, offerId]);
    return row && offerFrom(row);
  },
  list: async (sql, clientId) => (await sql.query<OfferRow>(listText, [clientId])).map(offerFrom),
  record: (offer) => {
    const { offerId, clientId, offeredOn, applyBy, binding, outcome, recordedOn } = offer;
    const ground = offer.outcome === 'NOT_SUITABLE' ? offer.ground : undefined;
    const values = [offerId, clientId, offeredOn, applyBy, binding, outcome, ground, recordedOn];
    return { text: insertText, values, expectRows: 1 };
  },
};
