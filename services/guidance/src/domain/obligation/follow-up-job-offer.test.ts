import { localDate } from '@tyovayla/kernel/local-date';
import { planUuid } from '../../testing/plan-builders.ts';
import { type AroundOffer, followUpJobOffer } from './follow-up-job-offer.ts';
import type { OfferOutcome } from './job-offer.ts';

type Days = { readonly offered?: string; readonly applyBy?: string; readonly today?: string };

const followUp = (
  outcome: OfferOutcome,
  { offered = '2026-02-02', applyBy = '2026-02-09', today = '2026-02-10' }: Days = {},
  around: Partial<AroundOffer> = {},
) =>
  followUpJobOffer(
    { clientId: planUuid(900), jobSearchStartedOn: localDate('2025-01-13'), ...around },
    {
      offer: { offerId: planUuid(800), offeredOn: localDate(offered), applyBy: localDate(applyBy) },
      outcome,
    },
    localDate(today),
  );

const followedUp = (...args: Parameters<typeof followUp>) => {
  const decision = followUp(...args);
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.value;
};

const notApplied: OfferOutcome = { outcome: 'NOT_APPLIED' };
const in2025 = { offered: '2025-12-15', applyBy: '2025-12-22', today: '2026-02-10' };
const interviewed = { interviewHeldOn: localDate('2025-01-20') };

// Handbook 2.5 (binding), 5.4 (a binding offer that was not applied to is a suspected neglect, never an automatic one).
describe('what became of a job offer', () => {
  it('is a suspected neglect where a binding one was not applied to', () => {
    const { offer, neglect, facts } = followedUp(notApplied);
    expect([offer.binding, neglect]).toEqual([true, 'SUSPECTED']);
    expect(facts).toEqual([
      {
        kind: 'JobOfferFollowedUp',
        clientId: planUuid(900),
        offerId: planUuid(800),
        offeredOn: '2026-02-02',
        binding: true,
        outcome: 'NOT_APPLIED',
      },
    ]);
  });

  it('is none where the client applied, or the job could not be asked of them', () => {
    expect(followedUp({ outcome: 'APPLIED' }).neglect).toBe('NONE');
    expect(followedUp({ outcome: 'NOT_SUITABLE', ground: 'COMMUTE' }).neglect).toBe('NONE');
  });

  it('follows the law of the day of the offer, though it is recorded under a later one', () => {
    const met = { ...interviewed, periodThen: { required: 4, reportedBefore: 4 } };
    expect(followedUp(notApplied, in2025, met)).toMatchObject({ neglect: 'NONE', offer: { binding: false } });
    expect(followedUp(notApplied, {}, met)).toMatchObject({ neglect: 'SUSPECTED', offer: { binding: true } });
  });

  it('was binding in 2025 where fewer than agreed had been reported before the offer, or nothing was agreed', () => {
    const short = { ...interviewed, periodThen: { required: 4, reportedBefore: 3 } };
    expect(followedUp(notApplied, in2025, short).offer.binding).toBe(true);
    expect(followedUp(notApplied, in2025, interviewed).offer.binding).toBe(true);
    expect(followedUp(notApplied, in2025).offer.binding).toBe(false);
  });

  it('is not "not applied" while the client can still apply', () => {
    const decision = followUp(notApplied, { today: '2026-02-09' });
    expect(!decision.ok && decision.refusal.code).toBe('JOB_OFFER_STILL_OPEN');
    expect(followUp({ outcome: 'APPLIED' }, { today: '2026-02-09' }).ok).toBe(true);
  });

  it('is recorded once', () => {
    const known = { recordedOn: localDate('2026-02-10') };
    const decision = followUp(notApplied, {}, { known });
    expect(!decision.ok && decision.refusal).toMatchObject({
      kind: 'duplicate',
      code: 'JOB_OFFER_ALREADY_FOLLOWED_UP',
    });
  });

  it('names every day that does not fit', () => {
    const codes = (days: Days) => {
      const decision = followUp({ outcome: 'APPLIED' }, days);
      return decision.ok ? [] : decision.refusal.violations?.map(({ code }) => code);
    };
    expect(codes({ offered: '2026-02-11', applyBy: '2026-02-10' })).toEqual(['DATE_IN_FUTURE', 'BEFORE_OFFER']);
    expect(codes({ offered: '2025-01-12' })).toEqual(['BEFORE_JOB_SEARCH']);
  });
});
