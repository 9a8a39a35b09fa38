import { useEffect } from 'react';
import { useRouter } from './router.tsx';

/** A section that has not come by then is not coming: its data was refused, or nothing is there. */
const patienceMs = 10_000;

/**
 * Leads to the section that the address names, such as /clients/…#meetings, once its data is there: sections appear as
 * their answers come, long after a browser would have looked for them.
 */
export const useAnchor = (): void => {
  const { path, hash } = useRouter();
  // A new address is what counts.
  useEffect(() => {
    const id = decodeURIComponent(hash.slice(1));
    if (id === '') return;
    const watcher = new MutationObserver(lead);
    function lead(): void {
      const section = document.getElementById(id);
      if (!section) return;
      watcher.disconnect();
      section.scrollIntoView();
      if (section.tabIndex < 0) section.tabIndex = -1;
      section.focus({ preventScroll: true });
    }
    watcher.observe(document.body, { childList: true, subtree: true });
    lead();
    const timer = setTimeout(() => watcher.disconnect(), patienceMs);
    return () => {
      watcher.disconnect();
      clearTimeout(timer);
    };
  }, [path, hash]);
};
