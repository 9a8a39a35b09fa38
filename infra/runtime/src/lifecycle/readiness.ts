/** Something that the service can't do without. Throws or rejects where it isn't there. */
export type Check = () => Promise<void> | void;

export type Checks = Readonly<Record<string, Check>>;

export type Readiness = {
  readonly ready: boolean;
  /** Result by name of the check. */
  readonly results: Readonly<Record<string, boolean>>;
};

const failsAfter = (ms: number): { readonly promise: Promise<never>; stop(): void } => {
  let timer: NodeJS.Timeout | undefined;
  const promise = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('check takes too long')), ms);
  });
  return { promise, stop: () => clearTimeout(timer) };
};

const passes = async (check: Check, timeoutMs: number): Promise<boolean> => {
  const limit = failsAfter(timeoutMs);
  try {
    await Promise.race([check(), limit.promise]);
    return true;
  } catch {
    return false;
  } finally {
    limit.stop();
  }
};

/** Asks all checks at once; one that takes longer than the limit counts as failed. */
export const readinessOf = async (checks: Checks, timeoutMs: number): Promise<Readiness> => {
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => [name, await passes(check, timeoutMs)] as const),
  );
  return { ready: results.every(([, passed]) => passed), results: Object.fromEntries(results) };
};

/** A check that a figure which ought to stay small, such as the age of the oldest unpublished event, does. */
export const staysBelow = (read: () => number, limit: number): Check => {
  return () => {
    if (read() > limit) throw new Error('above its limit');
  };
};

/** A check that something moved on within the time: `lastProgress` of a relay or consumer loop. */
export const movedWithin = (read: () => Date | number, limitMs: number, realNow: () => number = Date.now): Check =>
  staysBelow(() => realNow() - Number(read()), limitMs);
