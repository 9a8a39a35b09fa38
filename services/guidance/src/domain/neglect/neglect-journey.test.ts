import { type LocalDate, localDate } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import type { Result } from '@tyovayla/kernel/result';
import { clientIdOf } from '../../testing/builders.ts';
import {
  aNeglectInHearing,
  anUnexcusedNeglect,
  aRecordedNeglect,
  hearingIdOf,
  neglectIdOf,
} from '../../testing/statement-builders.ts';
import { assessReason } from './assess-reason.ts';
import { dismissCandidate } from './dismiss-candidate.ts';
import { openHearing, passHearingDeadline, recordHearingAnswer } from './hold-hearing.ts';
import { type Neglect, type NeglectCandidate, reasonGrounds, stageOn, verdictOf } from './neglect.ts';
import { recordNeglect } from './record-neglect.ts';

const day = localDate;
const jobSearch = { jobSearchId: 'search-1', startedOn: day('2025-09-01') };

const assess = (neglect: Neglect, today: LocalDate, neglects: readonly Neglect[] = [neglect]) =>
  assessReason(neglect, { ground: 'NO_EXPLANATION', assessedBy: 'staff-0001', today, neglects, jobSearch });

const value = <Value>(result: Result<Value, Refusal>): Value => {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};

const codeOf = (result: Result<unknown, Refusal>): string | undefined => (result.ok ? undefined : result.refusal.code);

const record = (on: string, today: string, candidate?: NeglectCandidate) =>
  recordNeglect(candidate, {
    neglectId: neglectIdOf(1),
    clientId: clientIdOf(1),
    what:
      candidate === undefined
        ? { from: 'OFFICIAL', kind: 'PLAN_REFUSED', occurredOn: day(on) }
        : { from: 'CANDIDATE', candidateId: candidate.candidateId },
    recordedBy: 'staff-0001',
    today: day(today),
  });

const missedMeeting: NeglectCandidate = {
  candidateId: 'candidate-1',
  clientId: clientIdOf(1),
  kind: 'MISSED_MEETING',
  occurredOn: day('2026-03-02'),
  sourceId: 'meeting-1',
  status: 'OPEN',
};

// Handbook 2.6.
describe('recording what a client neglected', () => {
  it('takes kind and day from what the system proposes, and decides nothing yet', () => {
    expect(record('2026-03-02', '2026-03-03', missedMeeting)).toEqual({
      ok: true,
      value: {
        next: {
          status: 'RECORDED',
          neglectId: neglectIdOf(1),
          clientId: clientIdOf(1),
          kind: 'MISSED_MEETING',
          occurredOn: '2026-03-02',
          sourceId: 'meeting-1',
          recordedBy: 'staff-0001',
          recordedOn: '2026-03-03',
          version: 1,
        },
        facts: [
          {
            kind: 'NeglectRecorded',
            neglectId: neglectIdOf(1),
            neglectKind: 'MISSED_MEETING',
            occurredOn: '2026-03-02',
          },
        ],
      },
    });
  });

  it('takes an official’s own knowledge as well', () => {
    expect(record('2026-03-02', '2026-03-03')).toMatchObject({ ok: true, value: { next: { kind: 'PLAN_REFUSED' } } });
  });

  it('refuses tomorrow, and days before the rules', () => {
    expect(codeOf(record('2026-03-04', '2026-03-03'))).toBe('NEGLECT_IN_FUTURE');
    expect(codeOf(record('2022-05-01', '2026-03-03'))).toBe('NEGLECT_BEFORE_RULES');
    expect(codeOf(record('2022-05-02', '2026-03-03'))).toBeUndefined();
  });

  it('refuses what was recorded or dismissed before', () => {
    expect(codeOf(record('', '2026-03-03', { ...missedMeeting, status: 'RECORDED' }))).toBe(
      'NEGLECT_CANDIDATE_SETTLED',
    );
    expect(codeOf(dismissCandidate({ ...missedMeeting, status: 'DISMISSED' }))).toBe('NEGLECT_CANDIDATE_SETTLED');
    expect(codeOf(dismissCandidate(undefined))).toBe('NEGLECT_CANDIDATE_NOT_FOUND');
  });
});

describe('hearing a client about a neglect', () => {
  const open = (neglect: Neglect) =>
    openHearing(neglect, {
      hearingId: hearingIdOf(1),
      manner: 'LETTER',
      language: 'SV',
      openedBy: 'staff-0001',
      today: day('2026-03-03'),
    });

  it('gives seven days to explain', () => {
    expect(open(aRecordedNeglect())).toMatchObject({
      ok: true,
      value: {
        next: { status: 'HEARING', version: 2, hearing: { deadline: '2026-03-10', language: 'SV' } },
        facts: [{ kind: 'HearingOpened', deadline: '2026-03-10', manner: 'LETTER' }],
      },
    });
  });

  it('is done once', () => {
    expect(codeOf(open(aNeglectInHearing()))).toBe('HEARING_OPENED_ALREADY');
    expect(codeOf(open(anUnexcusedNeglect()))).toBe('HEARING_OPENED_ALREADY');
  });

  it('takes an explanation, also a late one, and only one', () => {
    const answered = recordHearingAnswer(aNeglectInHearing(), { code: 'ILLNESS', today: day('2026-03-30') });
    const { next, facts } = value(answered);
    expect(next).toMatchObject({ version: 3, hearing: { answer: { code: 'ILLNESS', answeredOn: '2026-03-30' } } });
    expect(facts).toEqual([{ kind: 'HearingAnswered', neglectId: neglectIdOf(1), hearingId: hearingIdOf(1) }]);
    expect(codeOf(recordHearingAnswer(next, { code: 'OTHER', today: day('2026-03-31') }))).toBe(
      'HEARING_ANSWERED_ALREADY',
    );
  });

  it('takes none before the client was asked, and none after the reason was assessed', () => {
    const answer = { code: 'ILLNESS', today: day('2026-03-30') } as const;
    expect(codeOf(recordHearingAnswer(aRecordedNeglect(), answer))).toBe('HEARING_NOT_OPENED');
    expect(codeOf(recordHearingAnswer(anUnexcusedNeglect(), answer))).toBe('REASON_ASSESSED_ALREADY');
  });

  it.each([
    ['2026-03-09', 'HEARING'],
    ['2026-03-10', 'HEARD'],
  ])('on %s whoever had time until the 9th stands at %s, with or without a timer', (today, stage) => {
    expect(stageOn(aNeglectInHearing(), day(today))).toBe(stage);
  });

  it('tells once the time is over that it is, and not where the client has explained', () => {
    expect(codeOf(passHearingDeadline(aNeglectInHearing(), day('2026-03-09')))).toBe('HEARING_RUNS');
    expect(passHearingDeadline(aNeglectInHearing(), day('2026-03-10'))).toMatchObject({
      value: { facts: [{ kind: 'HearingDeadlinePassed' }] },
    });
    const answered = aNeglectInHearing({ answer: { code: 'TRAVEL', answeredOn: day('2026-03-05') } });
    expect(passHearingDeadline(answered, day('2026-03-10'))).toEqual({
      ok: true,
      value: { next: answered, facts: [] },
    });
  });
});

describe('finding whether a reason is acceptable', () => {
  it('is refused before the client has explained or had all the time to', () => {
    expect(codeOf(assess(aRecordedNeglect(), day('2026-04-01')))).toBe('HEARING_NOT_COMPLETED');
    expect(codeOf(assess(aNeglectInHearing(), day('2026-03-09')))).toBe('HEARING_NOT_COMPLETED');
    expect(codeOf(assess(aNeglectInHearing(), day('2026-03-10')))).toBeUndefined();
  });

  it('needs no waiting where the client has explained', () => {
    const answered = aNeglectInHearing({ answer: { code: 'ILLNESS', answeredOn: day('2026-03-03') } });
    const decision = assessReason(answered, {
      ground: 'ILLNESS',
      assessedBy: 'staff-0001',
      today: day('2026-03-03'),
      neglects: [answered],
    });
    expect(decision).toMatchObject({
      ok: true,
      value: { facts: [{ kind: 'ReasonAssessed', verdict: 'ACCEPTABLE' }] },
    });
    expect(value(decision).proposal).toBeUndefined();
  });

  it('can’t be that a client who explained did not', () => {
    const answered = aNeglectInHearing({ answer: { code: 'ILLNESS', answeredOn: day('2026-03-03') } });
    expect(codeOf(assess(answered, day('2026-03-10')))).toBe('GROUND_CONTRADICTS_HEARING');
    const silent = aNeglectInHearing({ answer: { code: 'NONE_GIVEN', answeredOn: day('2026-03-03') } });
    expect(codeOf(assess(silent, day('2026-03-10')))).toBeUndefined();
  });

  it('is made once', () => {
    expect(codeOf(assess(anUnexcusedNeglect(), day('2026-04-01')))).toBe('REASON_ASSESSED_ALREADY');
  });

  it('names the grounds that are acceptable; every other one is not', () => {
    const acceptable = reasonGrounds.filter(
      (ground) => verdictOf({ ground, assessedBy: '', assessedOn: day('2026-03-10') }) === 'ACCEPTABLE',
    );
    expect(acceptable).toEqual(['ILLNESS', 'ACCIDENT', 'WORK_INTERVIEW', 'BEYOND_CONTROL', 'AUTHORITYS_MISTAKE']);
  });
});

// Handbook 2.6, R1.6, R1.7: what follows from a finding that the reason is not acceptable.
describe('what follows from a neglect without an acceptable reason', () => {
  const after = (neglect: Neglect, today: string, neglects?: readonly Neglect[]) =>
    value(assess(neglect, day(today), neglects));

  it('Aino’s first one on 28 February 2026 leads to a reminder, given with the finding', () => {
    const { proposal, facts } = after(aNeglectInHearing({ on: '2026-02-28' }), '2026-03-08');
    expect(proposal).toMatchObject({
      consequence: { kind: 'REMINDER' },
      rule: 'sanction',
      ruleValidFrom: '2022-05-02',
      step: 1,
      windowEndsOn: '2027-02-28',
    });
    expect(facts.map(({ kind }) => kind)).toEqual(['ReasonAssessed', 'ReminderGiven']);
  });

  it('her first one on 1 March 2026 leads to seven days without benefit, which need a statement', () => {
    const { proposal, facts } = after(aNeglectInHearing({ on: '2026-03-01' }), '2026-03-09');
    expect(proposal).toMatchObject({ consequence: { kind: 'NO_BENEFIT', days: 7 }, ruleValidFrom: '2026-03-01' });
    expect(facts.map(({ kind }) => kind)).toEqual(['ReasonAssessed']);
  });

  it.each([
    ['2027-03-01', { kind: 'WORK_OBLIGATION', weeks: 6 }, 2],
    ['2027-03-02', { kind: 'NO_BENEFIT', days: 7 }, 1],
  ])('a second one on %s, a year after the first of 1 March 2026, leads to %o', (on, consequence, step) => {
    const first = anUnexcusedNeglect({ on: '2026-03-01' });
    const second = aNeglectInHearing({ number: 2, on });
    expect(after(second, '2027-04-01', [first, second]).proposal).toMatchObject({ consequence, step });
  });

  it('neglects with an acceptable reason, of other kinds or still open do not count', () => {
    const excused = anUnexcusedNeglect({ number: 1, on: '2026-03-02', ground: 'ILLNESS' });
    const ofJob = anUnexcusedNeglect({ number: 2, on: '2026-03-03', kind: 'JOB_LEFT' });
    const open = aNeglectInHearing({ number: 3, on: '2026-03-04' });
    const own = aNeglectInHearing({ number: 4, on: '2026-05-04' });
    expect(after(own, '2026-06-01', [excused, ofJob, open, own]).proposal).toMatchObject({ step: 1 });
  });

  it('leaving a job has a waiting period of its own, whatever was neglected before', () => {
    const first = anUnexcusedNeglect({ on: '2026-03-02' });
    const left = aNeglectInHearing({ number: 2, on: '2026-05-04', kind: 'JOB_LEFT' });
    const { proposal } = after(left, '2026-06-01', [first, left]);
    expect(proposal).toMatchObject({ consequence: { kind: 'NO_BENEFIT', days: 45 }, rule: 'waiting-period' });
    expect(proposal).not.toHaveProperty('step');
  });

  it('not applying for studies leads to nothing of its own, and makes no other neglect climb (handbook 2.4 names no sanction)', () => {
    const studies = anUnexcusedNeglect({ on: '2026-03-17', kind: 'STUDIES_NOT_APPLIED_FOR' });
    const own = aNeglectInHearing({ number: 2, on: '2026-03-17', kind: 'STUDIES_NOT_APPLIED_FOR' });
    const { proposal } = after(own, '2026-06-01', [own]);
    expect(proposal).toMatchObject({ consequence: { kind: 'NONE' }, rule: 'study-application-duty' });
    const missed = aNeglectInHearing({ number: 3, on: '2026-05-04' });
    expect(after(missed, '2026-06-01', [studies, missed]).proposal).toMatchObject({ step: 1 });
  });

  it('missing contact by the deadline ends the job search the first time from 1 March 2026; it is only proposed', () => {
    const { proposal, facts } = after(
      aNeglectInHearing({ on: '2026-03-01', kind: 'NO_CONTACT_BY_DEADLINE' }),
      '2026-03-09',
    );
    expect(proposal).toMatchObject({ consequence: { kind: 'JOB_SEARCH_ENDS' }, rule: 'contact-neglect' });
    expect(facts.at(-1)).toEqual({
      kind: 'JobSearchEndProposed',
      neglectId: neglectIdOf(1),
      jobSearchId: 'search-1',
      ground: 'NO_CONTACT_BY_DEADLINE',
      neglectedOn: '2026-03-01',
      ruleValidFrom: '2026-03-01',
    });
  });

  it('until 28 February 2026 it did so only when repeated in the same job search', () => {
    const kind = 'NO_CONTACT_BY_DEADLINE';
    const before = anUnexcusedNeglect({ number: 1, on: '2025-08-31', kind });
    const first = anUnexcusedNeglect({ number: 2, on: '2026-01-12', kind });
    const second = aNeglectInHearing({ number: 3, on: '2026-02-28', kind });
    expect(after(second, '2026-03-20', [before, first, second]).proposal?.consequence.kind).toBe('JOB_SEARCH_ENDS');
    expect(after(second, '2026-03-20', [before, second]).proposal?.consequence.kind).toBe('NONE');
  });
});
