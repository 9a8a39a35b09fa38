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
  /** Path shown, without query. */
  readonly path: string;
  go(path: string): void;
};

const RouterContext = createContext<Router>({ path: '/', go: () => undefined });

export const useRouter = (): Router => useContext(RouterContext);

/** Keeps the page shown in step with the address. Search words never stand in an address: they may be names. */
export const RouterProvider = ({ children }: { readonly children: ReactNode }): ReactNode => {
  const [path, setPath] = useState(window.location.pathname);
  useEffect(() => {
    const back = (): void => setPath(window.location.pathname);
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, []);
  const router = useMemo(
    () => ({
      path,
      go: (to: string) => {
        if (to !== window.location.pathname) window.history.pushState(null, '', to);
        setPath(to);
        window.scrollTo(0, 0);
      },
    }),
    [path],
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
