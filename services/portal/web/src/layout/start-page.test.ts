import { startPage } from './start-page.ts';

describe('The page that people see first', () => {
  it.each([
    ['CASE_SPECIALIST', '/day'],
    ['PROTECTED_CLIENT_HANDLER', '/day'],
    ['SERVICE_MANAGER', '/situation-picture'],
    ['BOARD_MEMBER', '/situation-picture'],
    ['AUDITOR', '/situation-picture'],
    ['MULTI_SECTOR_MEMBER', '/multi-sector'],
  ])('%s begins at %s', (role, page) => {
    expect(startPage([role])).toBe(page);
  });

  it('is the day for somebody who serves clients beside another role', () => {
    expect(startPage(['SERVICE_MANAGER', 'CASE_SPECIALIST'])).toBe('/day');
  });

  it('is the picture for somebody without a role', () => {
    expect(startPage([])).toBe('/situation-picture');
  });
});
