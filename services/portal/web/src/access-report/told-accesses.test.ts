import { toldAccesses } from './told-accesses.ts';

const access = (accessTime: string, dataGroup: string, change: object = {}) => ({
  accessTime,
  actorId: 'staff-0001',
  actorRole: 'CASE_SPECIALIST',
  action: 'List',
  dataGroup,
  purpose: 'employment-service',
  result: 'SHOWN',
  service: 'guidance' as const,
  ...change,
});

const at = (second: string) => `2026-11-24T10:15:${second}.000Z`;

describe('Accesses as a client reads them', () => {
  it('are one where somebody opened a page, with all the data that it showed', () => {
    const told = toldAccesses([
      access(at('03'), 'plan'),
      access(at('02'), 'statement'),
      access(at('01'), 'plan'),
      access('2026-11-24T10:14:59.000Z', 'plan'),
    ]);
    expect(told.map(({ accessTime, dataGroups }) => [accessTime, dataGroups])).toEqual([
      [at('03'), ['plan', 'statement']],
      ['2026-11-24T10:14:59.000Z', ['plan']],
    ]);
  });

  it.each([
    ['another person', { actorId: 'staff-0002' }],
    ['another purpose', { purpose: 'access-oversight' }],
    ['another stated reason', { accessReason: 'NEED_URGENT' }],
    ['another result: a refusal hides behind nothing', { result: 'REFUSED' }],
  ])('stay apart for %s', (_, change) => {
    expect(toldAccesses([access(at('02'), 'plan'), access(at('01'), 'plan', change)])).toHaveLength(2);
  });
});
