import { localDate } from '@tyovayla/kernel/local-date';
import { aJobSeeker, planDay } from '../../testing/plan-builders.ts';
import { adaptationFor, type ObligationAdaptation } from './obligation-adaptation.ts';
import { plannedObligation } from './planned-obligation.ts';

const adaptation = (about: Partial<ObligationAdaptation> = {}): ObligationAdaptation => ({
  adaptationId: 'simo-teaching',
  municipalityCode: '751',
  occupationPrefix: '23',
  maxPerMonth: 2,
  reason: 'Few posts in reach',
  validFrom: localDate('2026-01-01'),
  decidedBy: 'the area',
  ...about,
});

const inSimo = { municipalityCode: '751', occupationCode: '2341', on: planDay };

// Handbook 2.4, regional adaptation: municipality, occupation, at most so many a month, valid from and to.
describe("the area's adaptation of the job-search obligation", () => {
  it('is found by municipality and occupation', () => {
    const table = [adaptation()];
    expect(adaptationFor(table, inSimo)?.adaptationId).toBe('simo-teaching');
    expect(adaptationFor(table, { ...inSimo, municipalityCode: '240' })).toBeUndefined();
    expect(adaptationFor(table, { ...inSimo, occupationCode: '3412' })).toBeUndefined();
  });

  it('is found neither without an occupation nor where the municipality is withheld', () => {
    expect(adaptationFor([adaptation()], { municipalityCode: '751', on: planDay })).toBeUndefined();
    expect(adaptationFor([adaptation()], { occupationCode: '2341', on: planDay })).toBeUndefined();
  });

  it('holds from its first day to the day before its end', () => {
    const table = [adaptation({ validTo: localDate('2026-03-01') })];
    const found = (day: string) => adaptationFor(table, { ...inSimo, on: localDate(day) }) !== undefined;
    expect(['2025-12-31', '2026-01-01', '2026-02-28', '2026-03-01'].map(found)).toEqual([false, true, true, false]);
  });

  it('is that of the narrowest occupation; of two alike, the one that asks for less', () => {
    const table = [
      adaptation({ adaptationId: 'group', maxPerMonth: 1 }),
      adaptation({ adaptationId: 'unit-more', occupationPrefix: '2341', maxPerMonth: 3 }),
      adaptation({ adaptationId: 'unit-less', occupationPrefix: '2341', maxPerMonth: 2 }),
    ];
    expect(adaptationFor(table, inSimo)?.adaptationId).toBe('unit-less');
  });

  it('reduces the number, and is named beside it; it never raises one', () => {
    const facts = aJobSeeker({ municipalityCode: '751' });
    const wish = { occupationCode: '2341' };
    const planned = plannedObligation({ facts, adaptations: [adaptation()] }, wish, planDay);
    expect(planned.ok && planned.value).toMatchObject({
      quota: { count: 2, perMonths: 1 },
      byRule: { count: 4, perMonths: 1 },
      adaptationId: 'simo-teaching',
    });
    const partly = { ...facts, statusCode: '04', statusSince: localDate('2025-06-01') };
    const unchanged = plannedObligation({ facts: partly, adaptations: [adaptation()] }, wish, planDay);
    expect(unchanged.ok && [unchanged.value.quota, unchanged.value.adaptationId]).toEqual([
      { count: 1, perMonths: 3 },
      undefined,
    ]);
  });
});
