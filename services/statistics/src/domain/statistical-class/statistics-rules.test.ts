import { askDesk, type RuleReply } from '@tyovayla/kernel/rule-desk';
import { statisticsRules } from './statistics-rules.ts';

const ask = (input: object, overrides = {}): RuleReply =>
  askDesk(statisticsRules, { rule: 'statistical-class', inputJson: JSON.stringify(input), overrides });

const nowhere = {
  unemployed: false,
  broad: false,
  longTerm: false,
  ltuEquivalent: false,
  fromServiceUnemployed: false,
  serviceToService: false,
  structural: false,
};

const wrong = (spells: unknown): unknown => {
  const reply = ask({ on: '2026-06-30', spells } as object);
  return 'invalid' in reply ? reply.invalid.map(({ field, code }) => `${field} ${code}`) : reply;
};

// Handbook 11.1.
describe('asking for the statistical classes of a person', () => {
  it('tells the classes and the measures that decided', () => {
    const reply = ask({ on: '2026-06-30', spells: [{ status: '02', from: '2025-06-30' }] });
    expect(reply).toMatchObject({
      answer: {
        version: { validFrom: '2006-01-01', confidence: 'L' },
        outcome: { ...nowhere, unemployed: true, broad: true, longTerm: true, structural: true },
        because: [
          { code: 'UNEMPLOYED_ON_DAY', data: { status: '02', unemployedSince: '2025-06-30' } },
          { code: 'UNINTERRUPTED_LONG_ENOUGH', data: { longTermFrom: '2026-06-30' } },
          { code: 'ENOUGH_DAYS_IN_WINDOW', data: { windowFrom: '2025-02-28', unemployedDays: 365, neededDays: 365 } },
        ],
      },
    });
  });

  it('tells of a service and of the placement before it', () => {
    const spells = [
      { status: '07', from: '2025-08-01', to: '2025-10-01' },
      { status: '02', from: '2025-10-01', to: '2026-01-15' },
      { status: '00', from: '2026-01-15' },
    ];
    const reply = ask({ on: '2026-02-02', spells });
    expect('answer' in reply && reply.answer.outcome).toEqual({
      ...nowhere,
      broad: true,
      serviceToService: true,
      structural: true,
    });
    expect('answer' in reply && reply.answer.because).toEqual([
      { code: 'IN_SERVICE_ON_DAY', data: { status: '00' } },
      {
        code: 'PLACEMENT_ENDED_IN_WINDOW',
        data: {
          serviceWindowFrom: '2025-02-02',
          serviceWindowLast: '2025-11-02',
          placementsEndedOn: ['2025-10-01'],
        },
      },
    ]);
  });

  it('counts a person without a job search, or with none on that day, nowhere', () => {
    for (const spells of [[], [{ status: '02', from: '2026-07-01' }], [{ status: '08', from: '2026-01-01' }]]) {
      const reply = ask({ on: '2026-06-30', spells });
      expect('answer' in reply && reply.answer.outcome).toEqual(nowhere);
    }
  });

  it('changes with the parameters that the area may set', () => {
    const spells = [
      { status: '02', from: '2025-06-01', to: '2025-12-01' },
      { status: '01', from: '2025-12-01', to: '2025-12-11' },
      { status: '02', from: '2025-12-11' },
    ];
    const longTerm = (overrides: object): unknown => {
      const reply = ask({ on: '2026-06-05', spells }, overrides);
      return 'answer' in reply && reply.answer.outcome.longTerm;
    };
    expect(['0', '9', '10'].map((days) => longTerm({ 'statistics.shortBreakDays': days }))).toEqual([
      false,
      false,
      true,
    ]);
    const afterService = [
      { status: '07', from: '2026-01-01', to: '2026-04-15' },
      { status: '02', from: '2026-04-15' },
    ];
    const fromService = (overrides: object): unknown => {
      const reply = ask({ on: '2026-06-30', spells: afterService }, overrides);
      return 'answer' in reply && reply.answer.outcome.fromServiceUnemployed;
    };
    expect(fromService({})).toBe(false);
    expect(fromService({ 'statistics.serviceEndedMonths': '2' })).toBe(true);
    expect(fromService({ 'statistics.serviceEndedMonths': '1', 'statistics.serviceWithinMonths': '2' })).toBe(false);
  });

  it('has no answer before the statistics began', () => {
    expect(ask({ on: '2005-12-31', spells: [] })).toMatchObject({ refused: { code: 'NO_VERSION_IN_FORCE' } });
  });

  it.each([
    ['the code that is not in use', [{ status: '06', from: '2026-01-01' }], ['spells[0].status INVALID_VALUE']],
    [
      'a spell that ends when it starts',
      [{ status: '02', from: '2026-01-01', to: '2026-01-01' }],
      ['spells[0].to END_NOT_AFTER_START'],
    ],
    [
      'spells that overlap',
      [
        { status: '02', from: '2026-01-01', to: '2026-02-01' },
        { status: '07', from: '2026-01-31' },
      ],
      ['spells[1].from OVERLAP'],
    ],
    [
      'a running spell before another',
      [
        { status: '02', from: '2026-01-01' },
        { status: '07', from: '2026-02-01' },
      ],
      ['spells[1].from OVERLAP'],
    ],
    [
      'spells out of order',
      [
        { status: '02', from: '2026-02-01', to: '2026-03-01' },
        { status: '07', from: '2026-01-01', to: '2026-02-01' },
      ],
      ['spells[1].from OUT_OF_ORDER'],
    ],
    [
      'everything at once',
      [
        { status: '06', from: '2026-02-30' },
        { status: '02', from: '2026-01-05', to: '2026-01-04' },
        { from: '2026-01-03' },
      ],
      [
        'spells[0].status INVALID_VALUE',
        'spells[0].from INVALID_VALUE',
        'spells[1].to END_NOT_AFTER_START',
        'spells[2].status REQUIRED',
        'spells[2].from OUT_OF_ORDER',
      ],
    ],
  ])('takes no %s', (_, spells, violations) => {
    expect(wrong(spells)).toEqual(violations);
  });
});
