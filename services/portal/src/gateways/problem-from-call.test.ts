import { fieldInApi, problemFromCall } from './problem-from-call.ts';

const failed = { domain: 'clients', metadata: {}, violations: [] };

describe('A service’s "no", told over HTTP', () => {
  it.each([
    ['INVALID_ARGUMENT', 400],
    ['UNAUTHENTICATED', 401],
    ['PERMISSION_DENIED', 403],
    ['NOT_FOUND', 404],
    ['ALREADY_EXISTS', 409],
    ['FAILED_PRECONDITION', 409],
    ['ABORTED', 409],
    ['RESOURCE_EXHAUSTED', 429],
    ['UNAVAILABLE', 503],
    ['DEADLINE_EXCEEDED', 504],
  ] as const)('keeps the reason: %s is %i', (code, status) => {
    const told = problemFromCall({ ...failed, code, reason: 'SOME_REASON', metadata: { runningSince: '2026-02-02' } });
    expect(told).toMatchObject({
      status,
      reason: 'SOME_REASON',
      domain: 'clients',
      type: 'urn:tyovayla:problem:SOME_REASON',
      metadata: { runningSince: '2026-02-02' },
    });
  });

  it.each(['INTERNAL', 'UNKNOWN', 'DATA_LOSS', 'UNIMPLEMENTED'] as const)('hides everything of a fault: %s', (code) => {
    const told = problemFromCall({ ...failed, code, reason: 'secret detail', metadata: { incidentId: '7f3c' } });
    expect(told).toMatchObject({ status: 500, reason: 'FAULT', incident: '7f3c', metadata: {} });
    expect(JSON.stringify(told)).not.toContain('secret');
  });

  it('names fields as this API spells them', () => {
    const violations = [{ field: 'contact.postal_code', code: 'string.pattern', description: 'not five digits' }];
    const told = problemFromCall({ ...failed, code: 'INVALID_ARGUMENT', reason: 'INVALID_REQUEST', violations });
    expect(told.violations).toEqual([{ ...violations[0], field: 'contact.postalCode' }]);
    expect(fieldInApi('protection_order.valid_from_date')).toBe('protectionOrder.validFromDate');
    expect(fieldInApi('spells[1].from')).toBe('spells[1].from');
  });
});
