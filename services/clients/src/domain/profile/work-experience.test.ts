import { localDate } from '@tyovayla/kernel/local-date';
import { today } from '../../testing/builders.ts';
import { occupation } from '../../testing/part-builders.ts';
import { experienceOf, type WorkExperience } from './work-experience.ts';

const work = (code: string, from: string, to?: string): WorkExperience => ({
  occupation: occupation(code),
  from: localDate(from),
  ...(to && { to: localDate(to) }),
  employerKind: 'COMPANY',
});

describe('experience by occupation', () => {
  it('counts a calendar year as twelve months, a leap year too', () => {
    const history = [work('5223', '2024-01-01', '2024-12-31'), work('5120', '2025-01-01', '2025-12-31')];
    expect(experienceOf(history, today)).toEqual([
      { occupation: '5120', months: 12 },
      { occupation: '5223', months: 12 },
    ]);
  });

  it('counts two jobs in one occupation at once only once', () => {
    const history = [
      work('5223', '2024-01-01', '2024-12-31'),
      work('5223', '2024-03-01', '2024-06-30'),
      work('5223', '2024-12-01', '2025-06-30'),
    ];
    expect(experienceOf(history, today)).toEqual([{ occupation: '5223', months: 18 }]);
  });

  it('counts work that goes on up to today', () => {
    expect(experienceOf([work('5223', '2025-02-02')], today)).toEqual([{ occupation: '5223', months: 12 }]);
  });

  it('is nothing where no work was done', () => {
    expect(experienceOf([], today)).toEqual([]);
  });
});
