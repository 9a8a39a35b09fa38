/** Tells those who watch that something was counted, within this process. */
export type PictureChanges = {
  /** Called after each commit that counted something. */
  notify(): void;
  /** Resolves at the next notice, when `within` ms are over, or when the signal fires. */
  next(signal: AbortSignal, within: number): Promise<void>;
};

/** Any number of watchers, one notice for all. */
export const createPictureChanges = (): PictureChanges => {
  const waiting = new Set<() => void>();
  return {
    notify: () => {
      for (const wake of [...waiting]) wake();
    },
    next: (signal, within) =>
      new Promise((resolve) => {
        const wake = (): void => {
          clearTimeout(timer);
          waiting.delete(wake);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        const timer = setTimeout(wake, within);
        waiting.add(wake);
        signal.addEventListener('abort', wake, { once: true });
        if (signal.aborted) wake();
      }),
  };
};
