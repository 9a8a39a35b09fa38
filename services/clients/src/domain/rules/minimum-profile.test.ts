import { askDesk, type RuleReply } from '@tyovayla/kernel/rule-desk';
import { clientRules } from './client-rules.ts';

const ask = (input: object): RuleReply =>
  askDesk(clientRules, {
    rule: 'minimum-profile',
    inputJson: JSON.stringify({
      dueOn: '2026-09-21',
      today: '2026-09-22',
      published: false,
      underProtection: false,
      ...input,
    }),
  });

// Handbook 2.7, 1.6 (3).
describe('asking whether the authority publishes a minimum profile', () => {
  it('says yes on the day after the due day, and what it shows', () => {
    expect(ask({})).toMatchObject({
      answer: {
        outcome: { publishes: true, parts: ['OCCUPATIONS_SOUGHT'] },
        because: [{ code: 'DUE_DAY_PASSED', data: { dueOn: '2026-09-21' } }],
      },
    });
  });

  it('names everything that speaks against it', () => {
    expect(ask({ today: '2026-09-21', published: true, underProtection: true })).toMatchObject({
      answer: {
        outcome: { publishes: false },
        because: [
          { code: 'PROFILE_UNDER_PROTECTION' },
          { code: 'PROFILE_PUBLISHED_ALREADY' },
          { code: 'DUE_DAY_NOT_PASSED' },
        ],
      },
    });
  });

  it('has no version for a due day before 1 September 2026', () => {
    expect(ask({ dueOn: '2026-08-31' })).toEqual({
      refused: { code: 'NO_VERSION_IN_FORCE', data: { dueOn: '2026-08-31', firstVersionFrom: '2026-09-01' } },
    });
    expect(ask({ dueOn: '2026-09-01' })).toMatchObject({ answer: { outcome: { publishes: true } } });
  });
});
