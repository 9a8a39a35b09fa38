import { abroadCodes, isAbroad, municipalityCode, parseMunicipalityCode } from './municipality.ts';

// Handbook 1.7.
describe('municipality codes', () => {
  it('are three digits with their zeros', () => {
    expect(parseMunicipalityCode('005')).toBe('005');
    for (const text of ['5', '0240', 'Kemi', '24o', '240\n', '']) expect(parseMunicipalityCode(text)).toBeUndefined();
    expect(() => municipalityCode('5')).toThrow('5');
  });

  it('tell a home in Norway, Sweden or elsewhere abroad', () => {
    expect(Object.values(abroadCodes)).toEqual(['197', '198', '200']);
    expect(isAbroad(municipalityCode('198'))).toBe(true);
    expect(isAbroad(municipalityCode('240'))).toBe(false);
  });
});
