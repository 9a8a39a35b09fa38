import { NeedReason, StatedNeed } from '@tyovayla/proto/tyovayla/guidance/v1/assignment';
import { DayTaskKind, GetMyDayResponse } from '@tyovayla/proto/tyovayla/guidance/v1/my_day';
import { StatementKind, UndeliveredStatement } from '@tyovayla/proto/tyovayla/guidance/v1/statement';
import { dayTaskKinds, needReasons } from '../api/staffing-codes.ts';
import { dayView, needView, undeliveredView } from './staffing-view.ts';

const codes = (names: object, prefix: string): string[] =>
  Object.keys(names)
    .filter((name) => name.startsWith(prefix) && !name.endsWith('UNSPECIFIED'))
    .map((name) => name.slice(prefix.length));

describe('The code lists of days and stated needs', () => {
  it('are those of the contract, none more and none less', () => {
    expect(codes(DayTaskKind, 'DAY_TASK_KIND_')).toEqual([...dayTaskKinds]);
    expect(codes(NeedReason, 'NEED_REASON_')).toEqual([...needReasons]);
  });
});

describe('A day, as the API shows it', () => {
  const day = GetMyDayResponse.fromPartial({
    todayDate: '2026-11-24',
    counts: [{ kind: DayTaskKind.DAY_TASK_KIND_MEETING_DUE, overdue: 2, laterThisWeek: 1 }],
    tasks: [
      { taskId: 'a', clientId: 'c', kind: DayTaskKind.DAY_TASK_KIND_MEETING_DUE, dueDate: '2026-11-20', sourceId: 's' },
    ],
    substitutedStaffIds: ['staff-0102'],
  });

  it('has kinds without the contract’s prefix', () => {
    const view = dayView(day);
    expect(view.counts).toEqual([{ kind: 'MEETING_DUE', overdue: 2, today: 0, laterThisWeek: 1 }]);
    expect(view.substitutedStaffIds).toEqual(['staff-0102']);
  });

  it('names no municipality where it is withheld, and nobody where nobody is assigned', () => {
    const [task] = dayView(day).tasks;
    expect(task).toEqual({ taskId: 'a', clientId: 'c', kind: 'MEETING_DUE', dueDate: '2026-11-20', sourceId: 's' });
    expect(dayView(day)).not.toHaveProperty('nextPageToken');
  });
});

describe('A stated need, as the API shows it', () => {
  it('has its times as instants', () => {
    const need = StatedNeed.fromPartial({
      needId: 'n',
      reason: NeedReason.NEED_REASON_URGENT,
      openTime: new Date('2026-11-24T07:00:00Z'),
      untilTime: new Date('2026-11-24T15:00:00Z'),
      open: true,
    });
    expect(needView(need)).toMatchObject({
      reason: 'URGENT',
      openTime: '2026-11-24T07:00:00.000Z',
      untilTime: '2026-11-24T15:00:00.000Z',
      open: true,
    });
  });
});

describe('An undelivered statement, as the API shows it', () => {
  it('says no next attempt where it is not tried again by itself', () => {
    const statement = UndeliveredStatement.fromPartial({
      statementId: 's',
      kind: StatementKind.STATEMENT_KIND_WAITING_PERIOD,
      delivery: { attempts: 5, failureCode: 'PAYER_REFUSED' },
    });
    const view = undeliveredView(statement);
    expect(view).toMatchObject({ kind: 'WAITING_PERIOD', attempts: 5, failureCode: 'PAYER_REFUSED' });
    expect(view).not.toHaveProperty('nextAttemptTime');
    expect(view).not.toHaveProperty('sentTime');
  });
});
