import { localDate } from '@tyovayla/kernel/local-date';
import { aClientCase, anEndedCase } from '../../testing/builders.ts';
import { recordStudyApplications, standingOf } from './record-study-applications.ts';
import { type StudyDuty, studyDutyOn, withKnownWindow } from './study-duty.ts';

const spring = { from: localDate('2026-02-17'), last: localDate('2026-03-17') };
const nextSpring = { from: localDate('2027-02-16'), last: localDate('2027-03-16') };
const young = aClientCase({ age: 'YOUNG', vocationalQualification: 'MISSING' });
const on = (day: string, client = young) => studyDutyOn(client, localDate(day), [spring, nextSpring]);

const duty: StudyDuty = { places: 2, since: localDate('2026-02-02'), window: spring };
const made = (appliedOn: string, places: number, today = '2026-03-20', of: StudyDuty | undefined = duty) =>
  recordStudyApplications(
    { clientId: young.clientId, duty: of, applications: [] },
    { appliedOn: localDate(appliedOn), places },
    { today: localDate(today), newId: () => 'new' },
  );
const codesOf = (result: ReturnType<typeof made>): unknown =>
  result.ok ? 'recorded' : (result.refusal.violations?.map(({ code }) => code) ?? result.refusal.code);

// Handbook 2.4; the days of a joint application are the area's reference file (confidence L).
describe('the duty to apply for studies', () => {
  it('names the joint application that is not over yet', () => {
    expect(on('2026-02-02')).toEqual({ places: 2, since: '2026-02-02', window: spring });
    expect(on('2026-03-17')?.window).toEqual(spring);
    expect(on('2026-03-18')?.window).toEqual(nextSpring);
  });

  it('has no due day in a year whose days nobody has written down', () => {
    expect(on('2027-03-17')).toEqual({ places: 2, since: '2027-03-17' });
  });

  it('is nobody’s who is 25, has a qualification, was not asked about one, or searches for no job', () => {
    const others = [
      aClientCase({ age: 'OLDER', vocationalQualification: 'MISSING' }),
      aClientCase({ vocationalQualification: 'MISSING' }),
      aClientCase({ age: 'YOUNG', vocationalQualification: 'HELD' }),
      aClientCase({ age: 'YOUNG' }),
      anEndedCase({ age: 'YOUNG', vocationalQualification: 'MISSING' }),
    ];
    expect(others.map((client) => on('2026-02-02', client))).toEqual(others.map(() => undefined));
  });

  it('takes the days of its joint application up where they are written down later', () => {
    const { window: _unknown, ...open } = duty;
    expect(withKnownWindow(open, [spring]).window).toEqual(spring);
    expect(withKnownWindow({ ...open, since: localDate('2026-03-18') }, [spring]).window).toBeUndefined();
  });
});

describe('recording what a client applied for', () => {
  it('takes days of the joint application, the first and the last included, and none to come', () => {
    expect(codesOf(made('2026-02-16', 2))).toEqual(['DATE_OUTSIDE_PERIOD']);
    expect(codesOf(made('2026-02-17', 2))).toBe('recorded');
    expect(codesOf(made('2026-03-17', 2))).toBe('recorded');
    expect(codesOf(made('2026-03-18', 2))).toEqual(['DATE_OUTSIDE_PERIOD']);
    expect(codesOf(made('2026-03-02', 2, '2026-03-01'))).toEqual(['DATE_IN_FUTURE']);
  });

  it('takes days from when the duty was written where the joint application is not known', () => {
    const { window: _unknown, ...open } = duty;
    expect(codesOf(made('2026-02-01', 2, '2026-03-20', open))).toEqual(['DATE_OUTSIDE_PERIOD']);
    expect(codesOf(made('2026-02-02', 2, '2026-03-20', open))).toBe('recorded');
  });

  it('is refused where there is no duty', () => {
    const none = recordStudyApplications(
      { clientId: young.clientId, duty: undefined, applications: [] },
      { appliedOn: spring.from, places: 2 },
      { today: spring.last, newId: () => 'new' },
    );
    expect(!none.ok && none.refusal.code).toBe('NO_STUDY_DUTY');
  });

  it('adds places up, and leaves those of another spring out', () => {
    const applied = (appliedOn: string, places: number) => ({
      ...{ applicationId: appliedOn, places },
      ...{ appliedOn: localDate(appliedOn), recordedOn: localDate(appliedOn) },
    });
    const standing = standingOf(duty, [applied('2026-03-01', 1), applied('2026-02-20', 1), applied('2025-03-01', 3)]);
    expect([standing.applied, standing.applications.length]).toEqual([2, 2]);
  });
});
