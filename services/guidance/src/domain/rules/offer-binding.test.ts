import { localDate } from '@tyovayla/kernel/local-date';
import { askDesk, type RuleReply } from '@tyovayla/kernel/rule-desk';
import { guidanceRules } from './guidance-rules.ts';
import { offerBinding } from './offer-binding.ts';

const ask = (offeredOn: string, interviewHeldOn: string, quotaMet: boolean): RuleReply =>
  askDesk(guidanceRules, {
    rule: 'offer-binding',
    inputJson: JSON.stringify({ offeredOn, interviewHeldOn, quotaMet }),
  });

const binding = (offeredOn: string, interviewHeldOn: string, quotaMet = false): unknown => {
  const reply = ask(offeredOn, interviewHeldOn, quotaMet);
  return 'answer' in reply ? reply.answer.outcome : reply;
};

// Handbook 2.5: tyomarkkinatori.fi (karenssi) for offers until the end of 2025, hel.fi for those from 2026.
describe('whether a job offer binds', () => {
  it('does so until the end of 2025 from six months after the initial interview on', () => {
    expect(binding('2025-11-30', '2025-06-01')).toEqual({ binding: false });
    expect(binding('2025-12-01', '2025-06-01')).toEqual({ binding: true });
    expect(binding('2025-02-27', '2024-08-31')).toEqual({ binding: false });
    expect(binding('2025-02-28', '2024-08-31')).toEqual({ binding: true });
  });

  it('does not until the end of 2025 where the agreed number was reported before the offer', () => {
    expect(binding('2025-12-31', '2025-01-15', true)).toEqual({ binding: false });
  });

  it('does from 1 January 2026 from the first day, also when the number is full', () => {
    expect(binding('2026-01-01', '2025-12-30', true)).toEqual({ binding: true });
    expect(binding('2026-01-01', '2026-01-15')).toEqual({ binding: true });
  });

  it('does not before an interview was held, while the six months count from it', () => {
    const offer = { offeredOn: localDate('2025-12-31'), quotaMet: false };
    const says = offerBinding(offer);
    expect(says.ok && [says.value.binding, says.value.because]).toEqual([
      false,
      [{ code: 'INTERVIEW_NOT_HELD', data: {} }],
    ]);
  });

  it('has no answer before 2 May 2022', () => {
    expect(ask('2022-05-01', '2021-01-01', false)).toMatchObject({ refused: { code: 'NO_VERSION_IN_FORCE' } });
  });
});
