import { shareOnTime } from './share-on-time.ts';

describe('The share of meetings that were held in time', () => {
  it('is not said where no meeting was held', () => {
    expect(shareOnTime(0, 0)).toBeUndefined();
  });

  it('is a hundred only where every meeting was in time', () => {
    expect(shareOnTime(1000, 999)).toBe(99);
    expect(shareOnTime(1000, 1000)).toBe(100);
  });

  it('is exact where the percentage is whole', () => {
    expect(shareOnTime(50, 29)).toBe(58);
    expect(shareOnTime(3, 0)).toBe(0);
  });
});
