import { ratesOf } from './rates.ts';

describe('rates', () => {
  it('of table 1 are those of the handbook (11.2): Kemi 14.5 and 22.0 percent, activation 34.0', () => {
    const kemi = ratesOf({ unemployed: 1190, broad: 1804, labourForce: 8200 });
    expect(kemi.unemploymentPercent).toBeCloseTo(14.5, 1);
    expect(kemi.broadUnemploymentPercent).toBeCloseTo(22.0, 1);
    expect(kemi.activationPercent).toBeCloseTo(34.0, 1);
  });

  it('of Tervola and the area differ from the stated ones, which do not follow from the counts (11.2)', () => {
    expect(ratesOf({ unemployed: 127, broad: 190, labourForce: 1232 }).activationPercent).toBeCloseTo(33.2, 1);
    expect(ratesOf({ unemployed: 2708, broad: 4164, labourForce: 25_153 }).activationPercent).toBeCloseTo(35.0, 1);
  });

  it('have no activation rate where nobody is unemployed or in a service', () => {
    expect(ratesOf({ unemployed: 0, broad: 0, labourForce: 100 })).toEqual({
      unemploymentPercent: 0,
      broadUnemploymentPercent: 0,
    });
  });
});
