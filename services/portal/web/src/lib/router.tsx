import {
  type AnchorHTMLAttributes,
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';

type Router = {
  /** Path shown, without query and section. */
  readonly path: string;
  /** Section that the address names, with its #; empty for the whole page. */
  readonly hash: string;
  go(path: string): void;
};

const RouterContext = createContext<Router>({ path: '/', hash: '', go: () => undefined });

export const useRouter = (): Router => useContext(RouterContext);

const placeShown = (): { readonly path: string; readonly hash: string } => ({
  path: window.location.pathname,
  hash: window.location.hash,
});

/** Keeps the page shown in step with the address. Search words never stand in an address: they may be names. */
export const RouterProvider = ({ children }: { readonly children: ReactNode }): ReactNode => {
  const [{ path, hash }, setPlace] = useState(placeShown);
  useEffect(() => {
    const back = (): void => setPlace(placeShown());
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, []);
  const router = useMemo(
    () => ({
      path,
      hash,
      go: (to: string) => {
        const shown = window.location;
        const wanted = new URL(to, shown.origin);
        const place = wanted.pathname + wanted.hash;
        if (place !== shown.pathname + shown.hash) window.history.pushState(null, '', place);
        setPlace(placeShown());
        if (wanted.hash === '') window.scrollTo(0, 0);
      },
    }),
    [path, hash],
  );
  return <RouterContext.Provider value={router}>{children}</RouterContext.Provider>;
};

type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { readonly to: string };

/** A link to another page of the portal. Opens in a new tab as any link does, if asked. */
export const Link = ({ to, children, ...rest }: LinkProps): ReactNode => {
  const { go } = useRouter();
  return (
    <a
      {...rest}
      href={to}
      onClick={(event) => {
        if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        go(to);
      }}
    >
      {children}
    </a>
  );
};
