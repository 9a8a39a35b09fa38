import { aClient, anEndedJobSearch, today } from '../../testing/builders.ts';
import { aClientWorkAbility, aWorkAbility, aWorkAbilityForm } from '../../testing/part-builders.ts';
import { recordWorkAbility } from './record-work-ability.ts';
import { readWorkAbility, type WorkAbilityForm } from './work-ability.ts';

const wrong = (about: Partial<WorkAbilityForm>): unknown => {
  const read = readWorkAbility(aWorkAbilityForm(about), today);
  return read.ok ? 'accepted' : read.refusal.map(({ field, code }) => [field, code]);
};

describe('a work-ability assessment as it is written down (GDPR 9, handbook 1.3)', () => {
  it('is limits by code, whose word it is, and when it is to be looked at again', () => {
    expect(readWorkAbility(aWorkAbilityForm(), today)).toEqual({ ok: true, value: aWorkAbility() });
  });

  it('may say that nothing limits the work sought', () => {
    expect(wrong({ limits: [] })).toBe('accepted');
  });

  it('has no place for a diagnosis or a free text', () => {
    const limits = [{ kind: 'M54.5 low back pain', extent: 'a lot' }];
    expect(wrong({ limits, source: 'a doctor' })).toEqual([
      ['work_ability.limits[0].kind', 'CODE_UNKNOWN'],
      ['work_ability.limits[0].extent', 'CODE_UNKNOWN'],
      ['work_ability.source', 'CODE_UNKNOWN'],
    ]);
  });

  it('names each limit once', () => {
    const limits = [
      { kind: 'LIFTING', extent: 'IN_PART' },
      { kind: 'LIFTING', extent: 'NOT_POSSIBLE' },
    ];
    expect(wrong({ limits })).toEqual([['work_ability.limits[1].kind', 'LIMIT_TWICE']]);
  });

  it('is of today at the latest, and looked at again after it', () => {
    expect(wrong({ assessedOn: '2026-02-03' })).toEqual([['work_ability.assessed_date', 'DATE_IN_FUTURE']]);
    expect(wrong({ assessedOn: today })).toBe('accepted');
    expect(wrong({ reviewOn: '2026-01-20' })).toEqual([['work_ability.review_date', 'REVIEW_DAY_IMPOSSIBLE']]);
  });
});

describe('recording a work-ability assessment', () => {
  const recorded = { purpose: 'SERVICE_CHOICE', workAbility: aWorkAbility({ limits: [] }) } as const;

  it('takes the place of the one before, which is not kept', () => {
    expect(recordWorkAbility({ client: aClient() }, recorded)).toEqual({
      ok: true,
      value: { version: 1, ...recorded },
    });
    const current = aClientWorkAbility({ version: 3 });
    expect(recordWorkAbility({ client: aClient(), current }, recorded)).toEqual({
      ok: true,
      value: { version: 4, ...recorded },
    });
  });

  it('refuses where no job search runs: there is no service to need it for', () => {
    const client = aClient({ jobSearch: anEndedJobSearch() });
    expect(recordWorkAbility({ client }, recorded)).toMatchObject({
      ok: false,
      refusal: { code: 'JOB_SEARCH_NOT_RUNNING' },
    });
  });
});
