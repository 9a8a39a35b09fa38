import { accessTokens } from './access-tokens.ts';
import { type AccessToken, type IdentityProvider, SessionEnded } from './identity-provider.ts';
import type { Session } from './session.ts';

const kerttu: Session = {
  id: 's1',
  staffId: 'staff-0001',
  name: 'Kerttu',
  roles: ['CASE_SPECIALIST'],
  refreshToken: 'refresh-kerttu',
  signedInAt: 0,
};
const topi: Session = { ...kerttu, id: 's2', staffId: 'staff-0002', refreshToken: 'refresh-topi' };

const providerWith = (answer: () => Promise<AccessToken>) => {
  const asked: string[] = [];
  const provider = {
    accessToken: (refreshToken: string, service: string) => {
      asked.push(`${refreshToken} ${service}`);
      return answer();
    },
  } as unknown as IdentityProvider;
  return { provider, asked };
};

const fresh = async (): Promise<AccessToken> => ({ token: 'a token', expiresIn: 300 });

describe('Access tokens', () => {
  it('are asked for once where several requests come together', async () => {
    const { provider, asked } = providerWith(fresh);
    const tokens = accessTokens(provider);
    await Promise.all([tokens.tokenFor(kerttu, 'clients'), tokens.tokenFor(kerttu, 'clients')]);
    expect(asked).toEqual(['refresh-kerttu clients']);
  });

  it('are one for each person and service', async () => {
    const { provider, asked } = providerWith(fresh);
    const tokens = accessTokens(provider);
    await tokens.tokenFor(kerttu, 'clients');
    await tokens.tokenFor(kerttu, 'statistics');
    await tokens.tokenFor(topi, 'clients');
    expect(asked).toEqual(['refresh-kerttu clients', 'refresh-kerttu statistics', 'refresh-topi clients']);
  });

  it('are renewed before they end', async () => {
    let now = 0;
    const { provider, asked } = providerWith(fresh);
    const tokens = accessTokens(provider, () => now);
    await tokens.tokenFor(kerttu, 'clients');
    now = 279_000;
    await tokens.tokenFor(kerttu, 'clients');
    expect(asked).toHaveLength(1);
    now = 281_000;
    await tokens.tokenFor(kerttu, 'clients');
    expect(asked).toHaveLength(2);
  });

  it('are asked for again after the provider could not be reached', async () => {
    let failing = true;
    const { provider } = providerWith(() => (failing ? Promise.reject(new Error('no connection')) : fresh()));
    const tokens = accessTokens(provider);
    await expect(tokens.tokenFor(kerttu, 'clients')).rejects.toThrow('no connection');
    failing = false;
    expect((await tokens.tokenFor(kerttu, 'clients')).token).toBe('a token');
  });

  it('are not given when the session has ended at the provider', async () => {
    const { provider } = providerWith(() => Promise.reject(new SessionEnded()));
    await expect(accessTokens(provider).tokenFor(kerttu, 'clients')).rejects.toBeInstanceOf(SessionEnded);
  });
});
