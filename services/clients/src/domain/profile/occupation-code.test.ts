import { checkOccupation, subMajorGroups } from './occupation-code.ts';

describe('occupations by ISCO-08 and TK10 (handbook 5.2)', () => {
  it('have the 43 sub-major groups of ISCO-08', () => {
    expect(subMajorGroups).toHaveLength(43);
    expect(new Set(subMajorGroups).size).toBe(43);
  });

  it.each(['5223', '52231', '0110', '9629', '2512'])('%s is taken', (code) => {
    expect(checkOccupation('occupation', code)).toEqual({ ok: true, value: code });
  });

  it.each([
    ['three digits', '522'],
    ['six digits', '522311'],
    ['a group that there is not', '2712'],
    ['a code of the old occupation list with a letter', 'X123'],
    ['nothing', ''],
    ['digits of another script', '٥٢٢٣'],
  ])('%s is refused', (_, code) => {
    expect(checkOccupation('occupation', code)).toMatchObject({
      ok: false,
      refusal: [{ field: 'occupation', code: 'OCCUPATION_CODE_UNKNOWN' }],
    });
  });
});
