import { localDate } from '@tyovayla/kernel/local-date';
import { aClientCase, anEndedCase } from '../../testing/builders.ts';
import { type AssessServiceNeed, assessServiceNeed } from './assess-service-need.ts';

const need: AssessServiceNeed = {
  segment: '03',
  workAbilityConsidered: 'YES',
  multiSectorNeed: 'NO',
  note: 'Iltavuorot',
};

const assessor = (today: string) => ({ today: localDate(today), assessedBy: 'staff-0001', newId: () => 'new' });

describe('assessing what service a client needs', () => {
  it('gives the case its segment and tells nothing but that', () => {
    const assessed = assessServiceNeed(aClientCase(), need, assessor('2026-02-10'));
    if (!assessed.ok) throw new Error(assessed.refusal.code);
    expect(assessed.value.nextCase).toEqual(aClientCase({ segment: '03' }));
    expect(assessed.value.assessment).toMatchObject({ ...need, assessedOn: '2026-02-10', assessedBy: 'staff-0001' });
    expect(assessed.value.facts).toEqual([
      { kind: 'ServiceNeedAssessed', assessmentId: 'new', assessedOn: '2026-02-10', segment: '03' },
    ]);
  });

  it('says since 1 January 2026 whether work ability was considered (handbook 2.3)', () => {
    const { workAbilityConsidered: _left, ...silent } = need;
    const [before, after] = ['2025-12-31', '2026-01-01'].map((day) =>
      assessServiceNeed(aClientCase(), silent, assessor(day)),
    );
    expect([before?.ok, after && !after.ok && after.refusal.code]).toEqual([true, 'WORK_ABILITY_NOT_STATED']);
  });

  it('tells the case whether there is a vocational qualification, and leaves it as it was where nothing is said', () => {
    const known = aClientCase({ vocationalQualification: 'MISSING' });
    const after = (...said: readonly ('YES' | 'NO')[]) => {
      const [vocationalQualification] = said;
      const order = { ...need, ...(vocationalQualification && { vocationalQualification }) };
      const assessed = assessServiceNeed(known, order, assessor('2026-02-10'));
      return assessed.ok && assessed.value.nextCase.vocationalQualification;
    };
    expect([after('YES'), after('NO'), after()]).toEqual(['HELD', 'MISSING', 'MISSING']);
  });

  it('is refused without a running job search', () => {
    const assessed = assessServiceNeed(anEndedCase(), need, assessor('2026-02-10'));
    expect(!assessed.ok && assessed.refusal.code).toBe('JOB_SEARCH_NOT_RUNNING');
  });
});
