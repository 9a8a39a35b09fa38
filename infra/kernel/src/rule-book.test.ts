import { localDate } from './local-date.ts';
import { type RuleBook, versionOn } from './rule-book.ts';

const basis = { act: '1/2000', section: '1 §', source: 'made for this test' };
const book: RuleBook<number> = {
  id: 'made-up',
  versions: [
    { validFrom: localDate('2022-05-02'), basis, confidence: 'H', params: 5 },
    { validFrom: localDate('2026-01-01'), basis, confidence: 'H', params: 10 },
  ],
};

// Handbook 0.1.
describe('a dated rule', () => {
  it.each([
    ['2022-05-01', undefined],
    ['2022-05-02', 5],
    ['2025-12-31', 5],
    ['2026-01-01', 10],
    ['2999-12-31', 10],
  ])('on %s has the version %s', (date, params) => {
    expect(versionOn(book, localDate(date))?.params).toBe(params);
  });
});
