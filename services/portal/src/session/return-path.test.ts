import { returnPath } from './return-path.ts';

describe('Where a person returns to after signing in', () => {
  it.each(['/clients/register', '/situation-picture', '/calculators/working-day'])(
    'is the page asked for: %s',
    (path) => {
      expect(returnPath(path)).toBe(path);
    },
  );

  it.each([
    undefined,
    '',
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/\\elsewhere.example/',
    'javascript:alert(1)',
    '/clients\r\nset-cookie: a=b',
    '/auth/sign-in',
    '/api/me',
    `/${'a'.repeat(600)}`,
  ])('is the first page where the address leads elsewhere: %s', (path) => {
    expect(returnPath(path)).toBe('/');
  });
});
