/** A wait that something else can end: remembers a wake that came while nobody waited. */
export type WakeUp = {
  wake(): void;
  /** Resolves at the next wake, at once where one came before, else after `ms`. True: it was a wake. */
  wait(ms: number): Promise<boolean>;
};

/** For loops that work when told to and look by themselves as a net. */
export const wakeUp = (): WakeUp => {
  let isWoken = false;
  let ring: (() => void) | undefined;
  return {
    wake: () => {
      isWoken = true;
      ring?.();
    },
    wait: async (ms) => {
      if (!isWoken && ms > 0) {
        const { promise, resolve } = Promise.withResolvers<void>();
        const timer = setTimeout(resolve, ms);
        ring = resolve;
        await promise;
        clearTimeout(timer);
        ring = undefined;
      }
      const wasWoken = isWoken;
      isWoken = false;
      return wasWoken;
    },
  };
};
