import { someClientFile } from '../../../src/testing/some-process.ts';
import type { NeglectView } from '../lib/api-types.ts';
import { type Answers, nextDiscussion, nextSteps } from './next-steps.ts';

const today = '2026-11-24';
const file = someClientFile('a');
const answers: Answers = {
  meetings: { meetings: file.meetings },
  serviceNeed: { assessments: file.assessments },
  plans: { plans: file.plans },
  obligation: file.obligation,
  candidates: { candidates: file.candidates },
  neglects: { neglects: [] },
  statements: file.statements,
  assignment: file.assignment,
};
const kinds = (given: Answers): string[] => nextSteps(given, today).map(({ kind, day = '' }) => `${day} ${kind}`);

const neglect = (part: Partial<NeglectView>): Answers => ({
  neglects: {
    neglects: [
      {
        neglectId: 'n',
        kind: 'MISSED_MEETING',
        occurredDate: '2026-11-16',
        recordedBy: 'x',
        stage: 'RECORDED',
        version: 1,
        ...part,
      },
    ],
  },
});
const proposal = {
  consequence: 'NO_BENEFIT',
  days: 7,
  weeks: 0,
  step: 1,
  rule: 'sanction',
  ruleValidFromDate: '2026-03-01',
  because: [],
};

describe('What comes next for a client', () => {
  it('is told by day; what has no day is to be done now', () => {
    expect(kinds(answers)).toEqual([
      ' NEGLECT_CANDIDATE',
      '2026-12-04 MEETING_DUE',
      '2026-12-09 APPLICATIONS',
      '2026-12-15 PLAN_FOLLOW_UP',
      '2026-12-18 TASK_DUE',
    ]);
  });

  it('names the rule’s version that asks for a meeting, and no rule where need does', () => {
    const [meeting] = file.meetings;
    if (!meeting) throw new Error('a meeting is missing');
    const { ruleValidFromDate: _, ...byNeed } = meeting;
    const [step] = nextSteps({ meetings: { meetings: [meeting] } }, today);
    expect(step).toMatchObject({ ruleFrom: '2026-01-01', rule: 'meeting-clock' });
    const [needed] = nextSteps({ meetings: { meetings: [byNeed] } }, today);
    expect(needed).toMatchObject({ kind: 'MEETING_BY_NEED' });
    expect(needed).not.toHaveProperty('rule');
  });

  it('names the rule under which the plan set the number of applications', () => {
    const steps = nextSteps({ plans: answers.plans, obligation: answers.obligation }, today);
    expect(steps.find(({ kind }) => kind === 'APPLICATIONS')).toMatchObject({ ruleFrom: '2026-01-01' });
  });

  it('is nothing where the services have said nothing', () => {
    expect(nextSteps({}, today)).toEqual([]);
  });

  it('is an assessment and a plan only once the initial interview was held', () => {
    const without = { serviceNeed: { assessments: [] }, plans: { plans: [] } };
    expect(kinds(without)).toEqual([]);
    expect(kinds({ ...without, meetings: { meetings: file.meetings.slice(-1) } })).toEqual([
      ' ASSESS_NEED',
      ' DRAFT_PLAN',
    ]);
  });

  it('is recording what became of a meeting whose day has passed', () => {
    const [, missed] = file.meetings;
    if (!missed) throw new Error('a meeting is missing');
    expect(kinds({ meetings: { meetings: [{ ...missed, status: 'BOOKED' }] } })).toEqual([
      '2026-11-16 MEETING_TO_RECORD',
    ]);
  });

  it('follows a neglect from the hearing to the statement', () => {
    const hearing = { hearingId: 'h', openedDate: today, deadlineDate: '2026-12-01', manner: 'LETTER', language: 'FI' };
    const found = { stage: 'ASSESSED', verdict: 'NOT_ACCEPTABLE', proposal };
    expect(kinds(neglect({}))).toEqual([' HEAR']);
    expect(kinds(neglect({ stage: 'HEARING', hearing }))).toEqual(['2026-12-01 HEARING_RUNS']);
    expect(kinds(neglect({ stage: 'HEARD', hearing }))).toEqual([' ASSESS_REASON']);
    expect(kinds(neglect(found))).toEqual([' STATEMENT_PROPOSED']);
    expect(kinds(neglect({ ...found, statementId: 's' }))).toEqual([]);
    expect(kinds(neglect({ stage: 'ASSESSED', verdict: 'ACCEPTABLE' }))).toEqual([]);
  });

  it('is applying for studies while too few study places are applied for', () => {
    const duty = { places: 2, windowFromDate: '2026-02-17', windowLastDate: '2026-03-17' };
    const { period: _period, ...rest } = file.obligation;
    const study = (applied: number, about: object = {}) =>
      kinds({ obligation: { ...rest, studyDuty: { duty: { ...duty, ...about }, applied, applications: [] } } });
    expect(study(1)).toEqual(['2026-03-17 STUDY_APPLICATION']);
    expect(study(2)).toEqual([]);
    expect(study(0, { windowLastDate: undefined })).toEqual([' STUDY_APPLICATION']);
  });

  it('is a profile only where the rule asks for one that is not published', () => {
    const profile = { recorded: true, required: true, dueDate: '2026-12-15', ruleValidFromDate: '2026-09-01' };
    expect(kinds({ profile })).toEqual(['2026-12-15 PROFILE_DUE']);
    expect(kinds({ profile: { ...profile, publishedDate: '2026-11-01' } })).toEqual([]);
    expect(kinds({ profile: { recorded: false, required: false } })).toEqual([]);
  });
});

describe('The next discussion', () => {
  it('is the earliest that is to be held', () => {
    expect(nextDiscussion({ meetings: file.meetings })).toBe('2026-12-06');
    expect(nextDiscussion({ meetings: [] })).toBeUndefined();
  });
});
