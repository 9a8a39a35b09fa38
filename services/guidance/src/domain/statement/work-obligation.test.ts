import { localDate } from '@tyovayla/kernel/local-date';
import { anObligation, statementIdOf } from '../../testing/statement-builders.ts';
import { meetWorkObligation, type ObligationActivity, progressOf } from './work-obligation.ts';

const today = localDate('2026-07-01');

const work = (from: string, to: string, activityId = `${from} ${to}`): ObligationActivity => ({
  activityId,
  obligationStatementId: statementIdOf(1),
  activity: 'WORK',
  from: localDate(from),
  to: localDate(to),
});

const meet = (from: string, to: string, before: readonly ObligationActivity[] = []) => {
  const { obligationStatementId: _own, ...given } = work(from, to);
  return meetWorkObligation(anObligation(), before, { ...given, today });
};

// Handbook 2.6: met by work or employment-promoting services of at least that many weeks.
describe('meeting a work obligation of six weeks from 1 April 2026', () => {
  it('takes 42 days, whether of work or of services, each day once', () => {
    expect(meet('2026-04-01', '2026-05-11')).toMatchObject({
      value: { progress: { daysRecorded: 41 }, facts: [{ kind: 'WorkObligationProgressed', daysRecorded: 41 }] },
    });
    expect(meet('2026-04-01', '2026-05-12')).toMatchObject({
      value: {
        progress: { daysRecorded: 42, metOn: '2026-05-12' },
        facts: [{ kind: 'WorkObligationProgressed' }, { kind: 'WorkObligationMet', metOn: '2026-05-12' }],
      },
    });
  });

  it('adds up over breaks, and counts overlapping days once', () => {
    const three = [work('2026-04-01', '2026-04-21'), work('2026-04-15', '2026-04-21')];
    expect(progressOf(anObligation(), three)).toEqual({
      obligationStatementId: statementIdOf(1),
      weeks: 6,
      daysRecorded: 21,
    });
    expect(progressOf(anObligation(), [...three, work('2026-06-01', '2026-06-30')])).toMatchObject({
      daysRecorded: 51,
      metOn: '2026-06-21',
    });
  });

  it('counts nothing of another obligation', () => {
    const other = { ...work('2026-04-01', '2026-05-31'), obligationStatementId: statementIdOf(9) };
    expect(progressOf(anObligation(), [other]).daysRecorded).toBe(0);
  });

  it.each([
    ['before it began', '2026-03-31', '2026-04-10'],
    ['to come', '2026-06-20', '2026-07-02'],
    ['in the wrong order', '2026-05-10', '2026-05-01'],
  ])('refuses days %s', (_, from, to) => {
    expect(meet(from, to)).toMatchObject({ refusal: { code: 'OBLIGATION_PERIOD_OUTSIDE' } });
  });

  it('refuses more where it is met, and anything where there is none', () => {
    expect(meet('2026-06-01', '2026-06-02', [work('2026-04-01', '2026-05-12')])).toMatchObject({
      refusal: { code: 'WORK_OBLIGATION_MET_ALREADY', data: { metOn: '2026-05-12' } },
    });
    const { obligationStatementId: _own, ...given } = work('2026-06-01', '2026-06-02');
    expect(meetWorkObligation(undefined, [], { ...given, today })).toMatchObject({
      refusal: { code: 'WORK_OBLIGATION_NOT_FOUND' },
    });
  });
});
