import type { Role } from '@tyovayla/kernel/role';
import type { IdentityProvider } from '../session/identity-provider.ts';

const staff: Readonly<
  Record<string, { staffId: string; name: string; roles: readonly Role[]; municipality?: string }>
> = {
  'kemi-specialist': { staffId: 'staff-0001', name: 'Kaarina Kemi', roles: ['CASE_SPECIALIST'], municipality: '240' },
  'service-manager': { staffId: 'staff-0003', name: 'Paavo Päällikkö', roles: ['SERVICE_MANAGER'] },
  'protected-handler': { staffId: 'staff-0004', name: 'Tuula Turva', roles: ['PROTECTED_CLIENT_HANDLER'] },
  statistician: { staffId: 'staff-0005', name: 'Tilda Tilasto', roles: ['STATISTICIAN'] },
  auditor: { staffId: 'staff-0007', name: 'Arvo Auditoija', roles: ['AUDITOR'] },
};

/** An identity provider for tests that signs in whoever is asked for, without a page of its own. */
export const trustingProvider = (publicUrl: string): IdentityProvider => ({
  known: () => true,
  signInAddress: async (attempt, { loginHint = 'kemi-specialist' }) =>
    new URL(`${publicUrl}/auth/callback?code=${loginHint}&state=${attempt.state}`),
  finishSignIn: async (callback, attempt) => {
    const person = staff[callback.searchParams.get('code') ?? ''];
    if (!person || callback.searchParams.get('state') !== attempt.state) throw new Error('not this attempt');
    return { ...person, refreshToken: `refresh-${person.staffId}` };
  },
  accessToken: async (refreshToken, service) => ({ token: `${refreshToken} for ${service}`, expiresIn: 300 }),
  revoke: async () => undefined,
});
