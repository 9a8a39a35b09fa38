/** How long to wait for something to become true, and how often to look. Milliseconds. */
export type Patience = { readonly within?: number; readonly every?: number };

/**
 * Waits until `check` neither throws nor gives `false` or `undefined`, and hands out what it gave. For tests of
 * things that happen in their own time. Fails with the last reason when `within` (default 10 000 ms) is over.
 */
export const eventually = async <T>(
  check: () => T | Promise<T>,
  { within = 10_000, every = 25 }: Patience = {},
): Promise<Exclude<T, false | undefined>> => {
  const deadline = Date.now() + within;
  let reason: unknown;
  for (;;) {
    try {
      const seen = await check();
      if (seen !== false && seen !== undefined) return seen as Exclude<T, false | undefined>;
      reason = new Error(`the check still gave ${String(seen)}`);
    } catch (error) {
      reason = error;
    }
    if (Date.now() >= deadline) throw new Error(`not within ${within} ms: ${describe(reason)}`, { cause: reason });
    await pause(every);
  }
};

const describe = (reason: unknown): string => (reason instanceof Error ? reason.message : String(reason));

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
