import { dueOn } from './due.ts';

describe('When a task is due, as people say it', () => {
  it.each([
    ['2026-11-23', { when: 'overdue', days: 1 }],
    ['2026-10-24', { when: 'overdue', days: 31 }],
    ['2026-11-24', { when: 'today' }],
    ['2026-11-25', { when: 'tomorrow' }],
    ['2026-11-29', { when: 'later' }],
  ])('%s, seen on 24 November 2026', (day, due) => {
    expect(dueOn('2026-11-24', day)).toEqual(due);
  });

  it('counts whole days over the night when the clocks change', () => {
    expect(dueOn('2026-10-26', '2026-10-24')).toEqual({ when: 'overdue', days: 2 });
    expect(dueOn('2026-03-30', '2026-03-28')).toEqual({ when: 'overdue', days: 2 });
  });
});
