import { localDate } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import type { Result } from '@tyovayla/kernel/result';
import {
  aNeglectInHearing,
  anObligation,
  anUnexcusedNeglect,
  aRecordedNeglect,
  aStatement,
  aStatementState,
  asking,
  hearingIdOf,
  neglectIdOf,
  statementIdOf,
} from '../../testing/statement-builders.ts';
import {
  type IssuingStatement,
  issueStatement,
  type StatementDecided,
  type StatementState,
} from './issue-statement.ts';
import { type AskedContent, type StatementKind, statementKinds } from './statement.ts';
import type { ObligationActivity } from './work-obligation.ts';

const day = localDate;

const issue = (
  content: AskedContent,
  state: Partial<StatementState> = {},
  about: Partial<IssuingStatement> = {},
): Result<StatementDecided, Refusal> => issueStatement(aStatementState(state), asking(content, about));

const codeOf = (result: Result<StatementDecided, Refusal>): string | undefined =>
  result.ok ? undefined : result.refusal.code;

const waiting = (number = 1, from = '2026-03-12'): AskedContent => ({
  kind: 'WAITING_PERIOD',
  neglectId: neglectIdOf(number),
  from: day(from),
});

const obligation = (number = 2, from = '2026-06-01'): AskedContent => ({
  kind: 'WORK_OBLIGATION',
  neglectId: neglectIdOf(number),
  from: day(from),
});

const sixWeeksOfWork: ObligationActivity = {
  activityId: 'activity-1',
  obligationStatementId: statementIdOf(1),
  activity: 'WORK',
  from: day('2026-04-01'),
  to: day('2026-05-12'),
};

/** One of each kind that needs no neglect, from 2 March 2026. */
const plain: { readonly [Kind in StatementKind]?: AskedContent } = {
  JOB_SEARCH_VALID: { kind: 'JOB_SEARCH_VALID', from: day('2026-03-02'), seeks: 'FULL_TIME' },
  NOT_UNEMPLOYED_ENTREPRENEUR: { kind: 'NOT_UNEMPLOYED_ENTREPRENEUR', from: day('2026-03-02') },
  NOT_UNEMPLOYED_STUDENT: { kind: 'NOT_UNEMPLOYED_STUDENT', from: day('2026-03-02') },
  SERVICE_PARTICIPATION: {
    kind: 'SERVICE_PARTICIPATION',
    serviceCode: 'WORK_TRIAL',
    from: day('2026-03-02'),
    to: day('2026-05-29'),
    daysPerWeek: 5,
    allowance: 'RAISED',
  },
  SERVICE_INTERRUPTED: { kind: 'SERVICE_INTERRUPTED', serviceCode: 'WORK_TRIAL', from: day('2026-03-02') },
  YOUTH_EDUCATION_DUTY: { kind: 'YOUTH_EDUCATION_DUTY', from: day('2026-03-02'), finding: 'MET' },
  CHANGE_SECURITY: { kind: 'CHANGE_SECURITY', from: day('2026-03-02'), finding: 'MET' },
  NO_OBSTACLE: { kind: 'NO_OBSTACLE', from: day('2026-03-02'), freeGround: 'Sought work in time.' },
  OBSTACLE: { kind: 'OBSTACLE', from: day('2026-03-02'), to: day('2026-03-31'), freeGround: 'Away from the market.' },
  EU_JOB_SEARCH: { kind: 'EU_JOB_SEARCH', from: day('2026-03-02'), countryCode: 'SE' },
};

describe('issuing a labour-policy statement (handbook 4)', () => {
  it.each(Object.values(plain))('an official with the power may state $kind, and it names them', (content) => {
    const result = issue(content);
    if (!result.ok) throw new Error(result.refusal.code);
    expect(result.value.next).toMatchObject({
      content,
      issuedBy: 'staff-0001',
      issuedOn: '2026-03-11',
      recipientCode: 'KELA',
      language: 'FI',
      ground: { code: `GROUND_OF_${content.kind}`, act: '1290/2002' },
    });
    expect(result.value.facts).toMatchObject([{ kind: 'StatementIssued', statementKind: content.kind }]);
  });

  it('knows every kind of the handbook', () => {
    const ofNeglects = ['WAITING_PERIOD', 'WORK_OBLIGATION', 'OBLIGATION_MET'];
    expect([...Object.keys(plain), ...ofNeglects].sort()).toEqual([...statementKinds].sort());
  });

  it.each(Object.values(plain))('nobody without the power to state may state $kind', (content) => {
    const issuer = { staffId: 'staff-0101', power: 'NONE' } as const;
    expect(issue(content, {}, { issuer })).toEqual({
      ok: false,
      refusal: { kind: 'forbidden', code: 'STATEMENT_POWER_MISSING', data: {} },
    });
  });

  it('fills in the allowance of the day, and refuses a service that the area does not have', () => {
    expect(issue(plain.SERVICE_PARTICIPATION as AskedContent)).toMatchObject({
      value: { next: { content: { allowanceCents: 1800 } } },
    });
    const unknown = { ...(plain.SERVICE_INTERRUPTED as AskedContent), serviceCode: 'SAUNA' } as AskedContent;
    expect(codeOf(issue(unknown))).toBe('STATEMENT_SERVICE_UNKNOWN');
  });

  it('refuses a ground of another kind, and a recipient that nobody knows', () => {
    const content = plain.NO_OBSTACLE as AskedContent;
    expect(codeOf(issue(content, {}, { groundCode: 'GROUND_OF_OBSTACLE' }))).toBe('STATEMENT_GROUND_NOT_FOR_KIND');
    expect(codeOf(issue(content, {}, { recipientCode: 'BANK' }))).toBe('STATEMENT_RECIPIENT_UNKNOWN');
  });

  it('states a job search without an end only where it runs and had begun', () => {
    const running = (from: string, to?: string): AskedContent => ({
      kind: 'JOB_SEARCH_VALID',
      from: day(from),
      ...(to !== undefined && { to: day(to) }),
      seeks: 'FULL_TIME',
    });
    expect(codeOf(issue(running('2026-02-02')))).toBeUndefined();
    expect(codeOf(issue(running('2026-02-01')))).toBe('STATED_JOB_SEARCH_NOT_RUNNING');
    const { jobSearchStartedOn: _none, ...ended } = aStatementState();
    expect(codeOf(issueStatement(ended, asking(running('2026-02-02'))))).toBe('STATED_JOB_SEARCH_NOT_RUNNING');
    expect(codeOf(issueStatement(ended, asking(running('2025-02-02', '2026-01-31'))))).toBeUndefined();
  });

  it('never tells a ground in words', () => {
    const result = issue(plain.NO_OBSTACLE as AskedContent);
    expect(JSON.stringify(result.ok && result.value.facts)).not.toContain('Sought work');
  });
});

describe('stating a sanction (handbook 2.6)', () => {
  const first = anUnexcusedNeglect({ number: 1, on: '2026-03-02' });
  const second = anUnexcusedNeglect({ number: 2, on: '2026-05-04' });

  it('has the length that the rule computes, by the ground in force on its first day', () => {
    const result = issue(waiting(), { neglects: [first] });
    expect(result).toMatchObject({
      ok: true,
      value: {
        next: {
          content: { kind: 'WAITING_PERIOD', days: 7 },
          hearingId: hearingIdOf(1),
          ruleValidFrom: '2026-03-01',
          ground: { act: '1290/2002 as amended', section: '2 §' },
        },
        facts: [
          { validFrom: '2026-03-12', validTo: '2026-03-18', neglectId: neglectIdOf(1), hearingId: hearingIdOf(1) },
        ],
      },
    });
  });

  it('is a work obligation of six weeks for a second one', () => {
    expect(issue(obligation(), { neglects: [first, second] })).toMatchObject({
      value: { next: { content: { kind: 'WORK_OBLIGATION', weeks: 6 } }, facts: [{ validFrom: '2026-06-01' }] },
    });
  });

  it.each([
    ['JOB_LEFT', 45],
    ['SHORT_JOB_LEFT', 30],
    ['CHOSEN_JOB_REFUSED', 45],
  ] as const)('is %s: %i days', (kind, days) => {
    const neglects = [anUnexcusedNeglect({ kind })];
    expect(issue(waiting(), { neglects })).toMatchObject({ value: { next: { content: { days } } } });
  });

  it.each([
    ['was not heard', aRecordedNeglect(), 'HEARING_NOT_COMPLETED'],
    ['may still explain', aNeglectInHearing({ on: '2026-03-05' }), 'HEARING_NOT_COMPLETED'],
    ['was heard, and nobody has assessed the reason', aNeglectInHearing(), 'REASON_NOT_ASSESSED'],
    ['had an acceptable reason', anUnexcusedNeglect({ ground: 'ILLNESS' }), 'REASON_ACCEPTABLE'],
  ])('is refused where the client %s', (_, neglect, code) => {
    expect(codeOf(issue(waiting(), { neglects: [neglect] }))).toBe(code);
    expect(codeOf(issue(obligation(1), { neglects: [neglect] }))).toBe(code);
  });

  it('is refused by someone without the power, also after a hearing', () => {
    const issuer = { staffId: 'staff-0003', power: 'NONE' } as const;
    expect(codeOf(issue(waiting(), { neglects: [first] }, { issuer }))).toBe('STATEMENT_POWER_MISSING');
  });

  it('is refused where the rule says something else', () => {
    const of = (content: AskedContent, neglects: StatementState['neglects']) => {
      const result = issue(content, { neglects });
      return result.ok ? undefined : result.refusal;
    };
    expect(of(obligation(1), [first])).toMatchObject({
      code: 'SANCTION_NOT_AS_COMPUTED',
      data: { consequence: 'NO_BENEFIT', days: '7' },
    });
    expect(of(waiting(2, '2026-05-14'), [first, second])?.data).toEqual({ consequence: 'WORK_OBLIGATION', weeks: '6' });
    const reminded = anUnexcusedNeglect({ on: '2026-02-28' });
    expect(of(waiting(), [reminded])?.data).toEqual({ consequence: 'REMINDER' });
  });

  it('is refused while an older neglect is open, which may still change its number', () => {
    const open = aNeglectInHearing({ number: 1, on: '2026-03-02' });
    const result = issue(waiting(2, '2026-05-14'), { neglects: [open, second] });
    expect(result).toMatchObject({
      refusal: { code: 'EARLIER_NEGLECT_NOT_ASSESSED', data: { neglectId: neglectIdOf(1) } },
    });
  });

  it('is refused from a day before the neglect, and twice for one neglect', () => {
    expect(codeOf(issue(waiting(1, '2026-03-01'), { neglects: [first] }))).toBe('STATEMENT_BEFORE_NEGLECT');
    const stated = issue(waiting(), { neglects: [first] });
    if (!stated.ok) throw new Error(stated.refusal.code);
    expect(codeOf(issue(waiting(), { neglects: [first], statements: [stated.value.next] }))).toBe(
      'STATEMENT_ISSUED_ALREADY',
    );
  });

  it('a work obligation is refused while another one is not met', () => {
    const third = anUnexcusedNeglect({ number: 3, on: '2026-05-18' });
    const state = { neglects: [first, second, third], statements: [anObligation()] };
    expect(codeOf(issue(obligation(3), state))).toBe('WORK_OBLIGATION_RUNS_ALREADY');
    expect(codeOf(issue(obligation(3), { ...state, activities: [sixWeeksOfWork] }))).toBeUndefined();
  });
});

describe('stating that a work obligation is met', () => {
  const met: AskedContent = { kind: 'OBLIGATION_MET', obligationStatementId: statementIdOf(1) };
  const later = { statementId: statementIdOf(2), groundCode: 'GROUND_OF_OBLIGATION_MET' };

  it('says the day on which its last week was full', () => {
    expect(issue(met, { statements: [anObligation()], activities: [sixWeeksOfWork] }, later)).toMatchObject({
      value: { next: { content: { from: '2026-05-12' } } },
    });
  });

  it('is refused where it is not met, where there is none, and twice', () => {
    const statements = [anObligation()];
    expect(codeOf(issue(met, { statements }, later))).toBe('WORK_OBLIGATION_NOT_MET');
    expect(codeOf(issue(met, {}, later))).toBe('WORK_OBLIGATION_NOT_FOUND');
    const stated = aStatement({ statementId: statementIdOf(3), content: { ...met, from: day('2026-05-12') } });
    const state = { statements: [...statements, stated], activities: [sixWeeksOfWork] };
    expect(codeOf(issue(met, state, later))).toBe('STATEMENT_ISSUED_ALREADY');
  });
});

describe('correcting a statement', () => {
  const corrected: AskedContent = { kind: 'OBSTACLE', from: day('2026-03-02'), freeGround: 'Corrected.' };
  const as = { statementId: statementIdOf(2), replacesStatementId: statementIdOf(1) };

  it('is a new one that names the one it replaces', () => {
    expect(issue(corrected, { statements: [aStatement()] }, as)).toMatchObject({
      value: {
        next: { statementId: statementIdOf(2), replacesStatementId: statementIdOf(1) },
        facts: [{ replacesStatementId: statementIdOf(1) }],
      },
    });
  });

  it('is refused for one that does not exist, and for one that was replaced before', () => {
    expect(codeOf(issue(corrected, {}, as))).toBe('STATEMENT_NOT_FOUND');
    const replacement = aStatement({ statementId: statementIdOf(3), replacesStatementId: statementIdOf(1) });
    expect(codeOf(issue(corrected, { statements: [aStatement(), replacement] }, as))).toBe(
      'STATEMENT_REPLACED_ALREADY',
    );
  });

  it('lets a sanction be stated again with other days, by the same hearing', () => {
    const neglects = [anUnexcusedNeglect()];
    const stated = issue(waiting(), { neglects });
    if (!stated.ok) throw new Error(stated.refusal.code);
    const again = issue(waiting(1, '2026-03-16'), { neglects, statements: [stated.value.next] }, as);
    expect(again).toMatchObject({ value: { next: { content: { from: '2026-03-16', days: 7 } } } });
  });
});
