import { randomBytes } from 'node:crypto';
import { sealedCookies } from './sealed-cookie.ts';

describe('Values that a browser keeps for the portal', () => {
  const key = randomBytes(32);
  const session = { staffId: 'staff-0001', refreshToken: 'a refresh token' };

  it('come back as they were, in any replica that has the key', async () => {
    const text = await sealedCookies(key).seal('session', session, 60);
    expect((await sealedCookies(key).open('session', text))?.value).toEqual(session);
  });

  it('can be read by nobody without the key', async () => {
    const text = await sealedCookies(key).seal('session', session, 60);
    expect(Buffer.from(text.split('.')[3] ?? '', 'base64url').toString()).not.toContain('staff-0001');
    expect(await sealedCookies(randomBytes(32)).open('session', text)).toBeUndefined();
  });

  it('are worth nothing when a byte was changed', async () => {
    const text = await sealedCookies(key).seal('session', session, 60);
    const parts = text.split('.');
    const body = parts[3] ?? '';
    parts[3] = (body.startsWith('A') ? 'B' : 'A') + body.slice(1);
    expect(await sealedCookies(key).open('session', parts.join('.'))).toBeUndefined();
  });

  it('are worth nothing for another purpose', async () => {
    const text = await sealedCookies(key).seal('sign-in', session, 60);
    expect(await sealedCookies(key).open('session', text)).toBeUndefined();
  });

  it('are worth nothing after their time', async () => {
    const text = await sealedCookies(key).seal('session', session, -1);
    expect(await sealedCookies(key).open('session', text)).toBeUndefined();
  });

  it('fit into a cookie', async () => {
    const long = { ...session, name: 'Ä'.repeat(60), refreshToken: 'x'.repeat(200), roles: ['CASE_SPECIALIST'] };
    expect((await sealedCookies(key).seal('session', long, 60)).length).toBeLessThan(2000);
  });
});
