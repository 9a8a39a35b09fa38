import { areaCode, areaName } from './neighbour-area.ts';

describe('A neighbouring area’s name', () => {
  it.each([
    ['Rovaniemi', 'rovaniemi'],
    [' Itä-Lappi ', 'ita-lappi'],
    ['Oulun seutu', 'oulun-seutu'],
  ])('is written as people write it: %s', (name, code) => {
    expect(areaCode(name)).toBe(code);
  });

  it('is shown as a name', () => {
    expect(areaName('tunturi-lappi')).toBe('Tunturi-Lappi');
    expect(areaName('ita-lappi')).toBe('Itä-Lappi');
  });

  it('that is none is not made into one, so that it is refused', () => {
    expect(areaCode('area 51')).not.toMatch(/^[a-z][a-z-]{0,38}[a-z]$/);
  });
});
