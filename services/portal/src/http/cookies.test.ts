import { cookieHeader, readCookie } from './cookies.ts';

describe('Cookies of the portal', () => {
  it('are found among others, and not where only a name ends alike', () => {
    const header = 'x_tyovayla_session=no; a=b; tyovayla_session=ey.J-_9; tyovayla_session=second';
    expect(readCookie(header, 'tyovayla_session')).toBe('ey.J-_9');
    expect(readCookie('x_tyovayla_session=no', 'tyovayla_session')).toBeUndefined();
    expect(readCookie(undefined, 'tyovayla_session')).toBeUndefined();
    expect(readCookie('tyovayla_session', 'tyovayla_session')).toBeUndefined();
  });

  it('can be read by no script, and only over https where the portal is reached so', () => {
    const facts = { path: '/', maxAgeSeconds: 1800, secure: true };
    expect(cookieHeader('name', 'value', facts)).toBe(
      'name=value; Path=/; Max-Age=1800; HttpOnly; SameSite=Lax; Secure',
    );
    expect(cookieHeader('name', 'value', { ...facts, secure: false })).not.toContain('Secure');
  });
});
