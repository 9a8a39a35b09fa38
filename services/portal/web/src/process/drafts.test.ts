import { planDraft } from '../../../src/api/plan-schemas.ts';
import { statementBody as statementSchema } from '../../../src/api/statement-schemas.ts';
import { someClientFile } from '../../../src/testing/some-process.ts';
import type { NeglectView, StatementView } from '../lib/api-types.ts';
import { draftBody, newTask, planForm } from './plan-draft.ts';
import {
  awaitingStatement,
  correctionOf,
  groundsFor,
  newStatement,
  payerOf,
  statementBody,
  statementShapes,
} from './statement-draft.ts';

const [plan] = someClientFile('a').plans;

describe('A plan that is being written', () => {
  it('begins with what the plan says, and keeps the ids of its tasks', () => {
    const form = planForm(plan?.binding, 'fi');
    expect(draftBody(form)).toEqual({
      goal: 'OPEN_MARKET_WORK',
      goalText: 'Work in home care',
      language: 'fi',
      followUpDate: '2026-12-15',
      tasks: [{ taskId: plan?.binding?.tasks[0]?.taskId, taskCode: '063', dueDate: '2026-12-18' }],
    });
    expect(planDraft.safeParse(draftBody(form)).success).toBe(true);
  });

  it('names all that is missing when it is sent empty', () => {
    const sent = draftBody({ ...planForm(undefined, ''), tasks: [newTask()], reduced: 'YES' });
    const fields = planDraft.safeParse(sent).error?.issues.map(({ path }) => path.join('.'));
    expect(fields).toEqual([
      'goal',
      'language',
      'tasks.0.taskCode',
      'tasks.0.dueDate',
      'followUpDate',
      'reduction.count',
      'reduction.ground',
      'reduction.groundText',
    ]);
  });

  it('asks for fewer applications only where that is ticked', () => {
    const form = { ...planForm(undefined, 'fi'), count: '2', ground: 'OTHER', groundText: 'x' };
    expect(draftBody(form)).not.toHaveProperty('reduction');
    expect(draftBody({ ...form, reduced: 'YES' })).toMatchObject({ reduction: { count: 2, ground: 'OTHER' } });
  });
});

const neglect: NeglectView = {
  neglectId: '0190f000-0000-7000-8000-000000000009',
  kind: 'MISSED_MEETING',
  occurredDate: '2026-11-16',
  recordedBy: 'staff-0001',
  stage: 'ASSESSED',
  verdict: 'NOT_ACCEPTABLE',
  proposal: { consequence: 'NO_BENEFIT', days: 7, weeks: 0, step: 1, because: [] },
  version: 4,
};

describe('A statement that is being written', () => {
  it('begins with what the rule proposes for a neglect whose reason was not accepted', () => {
    expect(newStatement([neglect], '2026-11-24', 'FI')).toMatchObject({
      kind: 'WAITING_PERIOD',
      neglectId: neglect.neglectId,
    });
    expect(newStatement([{ ...neglect, verdict: 'ACCEPTABLE' }], '2026-11-24', 'FI').kind).toBe('');
    expect(awaitingStatement([{ ...neglect, statementId: 's' }])).toEqual([]);
  });

  it('holds its own fields only, whatever was typed for another kind', () => {
    const form = { ...newStatement([neglect], '2026-11-24', 'FI'), recipientCode: 'KELA', freeGround: 'typed before' };
    expect(statementBody(form)).toEqual({
      groundCode: 'NEGLECT_IN_PROCESS',
      recipientCode: 'KELA',
      language: 'FI',
      content: { waitingPeriod: { neglectId: neglect.neglectId, fromDate: '2026-11-24' } },
    });
  });

  it.each(Object.keys(statementShapes))('can be written as the API wants it: %s', (kind) => {
    const filled = {
      ...newStatement([], '2026-11-24', 'SV'),
      kind,
      groundCode: 'SOME_GROUND',
      recipientCode: 'KELA',
      neglectId: neglect.neglectId,
      obligationStatementId: neglect.neglectId,
      serviceCode: 'WORK_TRIAL',
      toDate: '2026-12-24',
      daysPerWeek: '5',
      expenseAllowance: 'BASIC',
      interruptedDate: '2026-11-24',
      finding: 'MET',
      noticeDate: '2026-11-24',
      freeGround: 'In plain words',
      countryCode: 'SE',
    };
    expect(statementSchema.safeParse(statementBody(filled)).error?.issues ?? []).toEqual([]);
  });

  it('that corrects another begins with what that one says', () => {
    const issued = {
      kind: 'SERVICE_PARTICIPATION',
      groundCode: 'PROMOTING_SERVICE',
      recipientCode: 'KELA',
      language: 'FI',
      content: {
        serviceParticipation: {
          serviceCode: 'WORK_TRIAL',
          period: { fromDate: '2026-11-02', toDate: '2026-12-31' },
          daysPerWeek: 5,
          expenseAllowance: 'RAISED',
          allowanceCents: '1800',
        },
      },
    } as unknown as StatementView;
    expect(statementBody(correctionOf(issued))).toEqual({
      groundCode: 'PROMOTING_SERVICE',
      recipientCode: 'KELA',
      language: 'FI',
      content: {
        serviceParticipation: {
          serviceCode: 'WORK_TRIAL',
          period: { fromDate: '2026-11-02', toDate: '2026-12-31' },
          daysPerWeek: 5,
          expenseAllowance: 'RAISED',
        },
      },
    });
  });
});

describe('Grounds', () => {
  it('for a kind are those in force, each once and the newest', () => {
    const ground = (groundCode: string, validFromDate: string, act = 'old') => ({
      groundCode,
      kinds: ['OBSTACLE'],
      act,
      validFromDate,
    });
    const all = [ground('A', '2022-05-02'), ground('A', '2026-03-01', 'new'), ground('B', '2027-01-01')];
    expect(groundsFor(all, 'OBSTACLE', '2026-11-24').map(({ act }) => act)).toEqual(['new']);
    expect(groundsFor(all, 'NO_OBSTACLE', '2026-11-24')).toEqual([]);
  });
});

describe('The recipient of a statement', () => {
  const recipients = [
    { recipientCode: 'KELA', name: 'Kela' },
    { recipientCode: 'A_KASSA', name: 'A-kassa' },
    { recipientCode: 'YTK', name: 'YTK Työttömyyskassa' },
  ];

  it.each(['GENERAL_SUPPORT', 'LABOUR_MARKET_SUBSIDY', 'BASIC_ALLOWANCE'])(
    'is proposed to be Kela for %s',
    (benefit) => {
      expect(payerOf(benefit, recipients)).toBe('KELA');
    },
  );

  it('is a fund for an earnings-related benefit, for the official to choose where there are several', () => {
    expect(payerOf('EARNINGS_RELATED', recipients)).toBe('');
    expect(payerOf('EARNINGS_RELATED', recipients.slice(0, 2))).toBe('A_KASSA');
  });

  it('is nobody where no benefit is paid or known', () => {
    expect([payerOf('NONE', recipients), payerOf(undefined, recipients)]).toEqual(['', '']);
  });
});
