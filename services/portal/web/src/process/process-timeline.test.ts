import { someClientFile } from '../../../src/testing/some-process.ts';
import en from '../texts/en.json' with { type: 'json' };
import fi from '../texts/fi.json' with { type: 'json' };
import sv from '../texts/sv.json' with { type: 'json' };
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

  it.each([fi, sv, en])('says why a meeting was not held and a plan ended, in each language', (texts) => {
    const [plan, ...others] = file.plans;
    const [meeting] = file.meetings;
    if (plan === undefined || meeting === undefined) throw new Error('no plan or meeting to end');
    const reason = 'TRANSFERRED_TO_OTHER_AREA';
    const edit = { version: 9, kind: 'ENDED', editorId: 'guidance', onDate: '2026-11-23' };
    const entries = processEntries({
      meetings: { meetings: [{ ...meeting, status: 'CANCELLED', doneDate: '2026-11-23', cancelReason: reason }] },
      plans: {
        plans: [{ ...plan, edits: [...plan.edits, edit], endedDate: '2026-11-23', endReason: reason }, ...others],
      },
    });
    const { timeline, codes } = texts.process;
    const [planEnded, cancelled] = entries;
    expect(planEnded).toMatchObject({ what: 'PLAN_ENDED', facts: { planEndReasons: reason } });
    expect(cancelled).toMatchObject({ what: 'MEETING_CANCELLED', facts: { meetingCancelReasons: reason } });
    expect([timeline.PLAN_ENDED, timeline.MEETING_CANCELLED]).toEqual([
      expect.stringContaining('{{planEndReasons}}'),
      expect.stringContaining('{{meetingCancelReasons}}'),
    ]);
    expect([codes.planEndReasons, codes.meetingCancelReasons]).toEqual([
      expect.objectContaining({ TRANSFERRED_TO_OTHER_AREA: expect.any(String), RECORDS_MERGED: expect.any(String) }),
      expect.objectContaining({ TRANSFERRED_TO_OTHER_AREA: expect.any(String), RECORDS_MERGED: expect.any(String) }),
    ]);
  });

  it('stands in one list with the registry’s history', () => {
    const registry = [{ day: '2026-11-11' }, { day: '2025-01-01' }];
    const days = mergedByDay([{ day: '2026-11-12' }, { day: '2026-11-10' }], registry).map(({ day }) => day);
    expect(days).toEqual(['2026-11-12', '2026-11-11', '2026-11-10', '2025-01-01']);
  });
});
