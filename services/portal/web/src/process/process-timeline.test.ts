import { someClientFile } from '../../../src/testing/some-process.ts';
import { mergedByDay, processEntries } from './process-timeline.ts';

const file = someClientFile('a');

describe('What guidance knows to have happened', () => {
  it('is told by day, the newest first; meetings to come are not', () => {
    const entries = processEntries({
      meetings: { meetings: file.meetings },
      serviceNeed: { assessments: file.assessments },
      plans: { plans: file.plans },
      obligation: file.obligation,
    });
    expect(entries.map(({ day, what }) => `${day} ${what}`)).toEqual([
      '2026-11-16 MEETING_MISSED',
      '2026-11-12 APPLICATION',
      '2026-11-10 PLAN_ACCEPTED',
      '2026-11-10 PLAN_DRAFTED',
      '2026-11-10 NEED_ASSESSED',
      '2025-03-07 MEETING_HELD',
    ]);
  });

  it('stands in one list with the registry’s history', () => {
    const registry = [{ day: '2026-11-11' }, { day: '2025-01-01' }];
    const days = mergedByDay([{ day: '2026-11-12' }, { day: '2026-11-10' }], registry).map(({ day }) => day);
    expect(days).toEqual(['2026-11-12', '2026-11-11', '2026-11-10', '2025-01-01']);
  });
});
