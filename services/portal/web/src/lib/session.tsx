import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { get, post } from './api-client.ts';
import type { Me } from './api-types.ts';

export type SignedIn = Extract<Me, { signedIn: true }>;

type SessionState = { readonly me: Me | undefined; readonly ended: boolean; signOut(): Promise<void> };

const SessionContext = createContext<SessionState>({ me: undefined, ended: false, signOut: async () => undefined });

export const useSession = (): SessionState => useContext(SessionContext);

/** The signed-in person. Only for pages that are shown to signed-in people. */
export const useSignedIn = (): SignedIn => {
  const { me } = useSession();
  if (!me?.signedIn) throw new Error('this page is shown to signed-in people only');
  return me;
};

const nobody: Me = { signedIn: false, today: '', developmentSignIn: false };

/** Knows who is signed in, and notices when the session has ended. */
export const SessionProvider = ({ children }: { readonly children: ReactNode }): ReactNode => {
  const [me, setMe] = useState<Me>();
  const [ended, setEnded] = useState(false);
  useEffect(() => {
    const look = (): Promise<void> => get<Me>('/api/me').then((answer) => setMe(answer.ok ? answer.value : nobody));
    const signedOut = (): void => {
      setEnded(true);
      setMe((before) =>
        before ? { ...nobody, today: before.today, developmentSignIn: before.developmentSignIn } : nobody,
      );
    };
    void look();
    window.addEventListener('tyovayla:signed-out', signedOut);
    return () => window.removeEventListener('tyovayla:signed-out', signedOut);
  }, []);
  const signOut = async (): Promise<void> => {
    await post('/auth/sign-out', {});
    window.location.assign('/');
  };
  return <SessionContext.Provider value={{ me, ended, signOut }}>{children}</SessionContext.Provider>;
};
