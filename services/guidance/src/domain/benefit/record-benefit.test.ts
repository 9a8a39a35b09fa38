import { localDate } from '@tyovayla/kernel/local-date';
import { aBenefit } from '../../testing/benefit-builders.ts';
import { aClientCase, aJobSearch } from '../../testing/builders.ts';
import { countedIds } from '../../testing/meeting-builders.ts';
import { type Benefit, benefitOn } from './benefit.ts';
import { type RecordBenefit, recordBenefit } from './record-benefit.ts';

const { clientId } = aClientCase();

type Told = Partial<Omit<RecordBenefit, 'from' | 'last'>> & { readonly from?: string; readonly last?: string };

const record = (benefits: readonly Benefit[], told: Told = {}, today = '2026-05-04') => {
  const { from = '2026-05-04', last, ...rest } = told;
  const order = {
    kind: 'GENERAL_SUPPORT',
    toldBy: 'PAYER',
    from: localDate(from),
    ...(last && { last: localDate(last) }),
    ...rest,
  } as const;
  const by = { today: localDate(today), recordedBy: 'staff-0001', newId: countedIds() };
  return recordBenefit({ clientId, jobSearch: aJobSearch(), benefits }, order, by);
};

const recorded = (...args: Parameters<typeof record>) => {
  const decided = record(...args);
  if (!decided.ok) throw new Error(decided.refusal.code);
  return decided.value;
};

const refusalOf = (...args: Parameters<typeof record>) => {
  const decided = record(...args);
  return decided.ok ? undefined : decided.refusal;
};

const violationsOf = (...args: Parameters<typeof record>) =>
  refusalOf(...args)?.violations?.map(({ field, code }) => `${field} ${code}`);

// Which benefits there are: handbook 0.7, row of 1 May 2026. The days ahead and the ends are the project's own choice.
describe('recording which unemployment benefit a client gets', () => {
  it('keeps the benefit with its days, who told it and who wrote it down, and tells others the days alone', () => {
    const { benefit, facts } = recorded([], { last: '2026-08-31' });
    expect(benefit).toMatchObject({
      kind: 'GENERAL_SUPPORT',
      from: '2026-05-04',
      until: '2026-09-01',
      toldBy: 'PAYER',
      recordedBy: 'staff-0001',
      recordedOn: '2026-05-04',
    });
    expect(facts).toEqual([{ kind: 'BenefitRecorded', recordId: 'new-1', from: '2026-05-04', until: '2026-09-01' }]);
  });

  it('ends what ran without a known end on the day before', () => {
    const { benefits, ends } = recorded([aBenefit()], { kind: 'NONE', from: '2026-06-15' }, '2026-06-15');
    expect(ends).toMatchObject({ recordId: 'benefit', until: '2026-06-15' });
    expect(benefitOn(benefits, localDate('2026-06-14'))).toBe('GENERAL_SUPPORT');
    expect(benefitOn(benefits, localDate('2026-06-15'))).toBe('NONE');
  });

  it('replaces, as a mistake, what was recorded to begin on the same day', () => {
    const { benefits, replaces } = recorded([aBenefit()], { kind: 'EARNINGS_RELATED' });
    expect(replaces?.recordId).toBe('benefit');
    expect(benefits.map(({ kind }) => kind)).toEqual(['EARNINGS_RELATED']);
  });

  it('is refused where exactly this is recorded', () => {
    expect(refusalOf([aBenefit()])?.code).toBe('BENEFIT_RECORDED_ALREADY');
  });

  it.each([
    ['begins before another one has ended', { from: '2026-05-20' }],
    ['runs into a later one', { from: '2026-04-01', kind: 'BASIC_ALLOWANCE', last: '2026-05-04' }],
    ['runs without an end into a later one', { from: '2026-04-01', kind: 'BASIC_ALLOWANCE' }],
  ] as const)('is refused where it %s', (_, told) => {
    const known = aBenefit({ until: localDate('2026-06-01') });
    expect(refusalOf([known], told)).toMatchObject({ code: 'BENEFIT_OVERLAPS', data: { from: '2026-05-04' } });
  });

  it('goes in before a later one where it ends on the day before', () => {
    const told = { from: '2026-04-01', kind: 'BASIC_ALLOWANCE', last: '2026-05-03' } as const;
    expect(recorded([aBenefit()], told).benefits).toHaveLength(2);
  });

  it('takes no notice of what was paid in a former job search', () => {
    const former = aBenefit({ jobSearchId: 'former', until: localDate('2026-12-31') });
    expect(recorded([former]).benefits).toHaveLength(2);
  });

  it.each([
    ['GENERAL_SUPPORT', '2026-04-30', 'no'],
    ['GENERAL_SUPPORT', '2026-05-01', 'yes'],
    ['LABOUR_MARKET_SUBSIDY', '2026-04-30', 'yes'],
    ['LABOUR_MARKET_SUBSIDY', '2026-05-01', 'no'],
    ['BASIC_ALLOWANCE', '2026-04-30', 'yes'],
    ['BASIC_ALLOWANCE', '2026-05-01', 'no'],
    ['EARNINGS_RELATED', '2026-04-30', 'yes'],
    ['EARNINGS_RELATED', '2026-05-01', 'yes'],
    ['NONE', '2026-05-01', 'yes'],
  ] as const)('of %s from %s: is it granted? %s', (kind, from, granted) => {
    expect(record([], { kind, from }).ok ? 'yes' : 'no').toBe(granted);
  });

  it('names all that is wrong at once', () => {
    expect(violationsOf([], { from: '2026-02-01', last: '2026-01-31' })).toEqual([
      'kind BENEFIT_NOT_GRANTED_THEN',
      'from_date BEFORE_JOB_SEARCH',
      'last_date BEFORE_FIRST_DAY',
    ]);
  });

  it('takes a benefit that begins in 31 days, and none that begins later', () => {
    expect(record([], { from: '2026-06-04' }).ok).toBe(true);
    expect(violationsOf([], { from: '2026-06-05' })).toEqual(['from_date DATE_TOO_FAR_AHEAD']);
  });
});

// Handbook 0.7: general support replaces labour-market subsidy and basic allowance on 1 May 2026.
describe('a benefit that runs into 1 May 2026', () => {
  const since = (kind: Benefit['kind']) => [aBenefit({ kind, from: localDate('2026-02-09') })];
  const [before, after] = [localDate('2026-04-30'), localDate('2026-05-01')];

  it.each([
    ['LABOUR_MARKET_SUBSIDY', 'GENERAL_SUPPORT'],
    ['BASIC_ALLOWANCE', 'GENERAL_SUPPORT'],
    ['EARNINGS_RELATED', 'EARNINGS_RELATED'],
    ['NONE', 'NONE'],
  ] as const)('as %s is %s from that day on', (kind, goesOnAs) => {
    expect([benefitOn(since(kind), before), benefitOn(since(kind), after)]).toEqual([kind, goesOnAs]);
  });
});
