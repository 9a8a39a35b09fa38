import { countingDays } from './counting-days.ts';

describe('counting days of months', () => {
  it('are the last days of the months, both ends included', () => {
    const days = countingDays({ fromMonth: '2023-12', toMonth: '2024-03' });
    expect(days).toEqual({ ok: true, value: ['2023-12-31', '2024-01-31', '2024-02-29', '2024-03-31'] });
  });

  it('may be 60 and no more', () => {
    const most = countingDays({ fromMonth: '2020-01', toMonth: '2024-12' });
    expect(most.ok && most.value.length).toBe(60);
    const more = countingDays({ fromMonth: '2020-01', toMonth: '2025-01' });
    expect(!more.ok && more.refusal.violations?.map((each) => each.code)).toEqual(['TOO_MANY_MONTHS']);
  });

  it('are refused where the last month is before the first or no month at all', () => {
    const backwards = countingDays({ fromMonth: '2024-02', toMonth: '2024-01' });
    expect(!backwards.ok && backwards.refusal.violations?.[0]?.field).toBe('months.to_month');
    const noMonth = countingDays({ fromMonth: '2024-13', toMonth: '2024-01' });
    expect(!noMonth.ok && noMonth.refusal.violations?.[0]?.code).toBe('NOT_A_MONTH');
  });
});
