/** Tells how something that was opened is closed again; gives the thing itself. */
export type Opened = <Thing>(thing: Thing, close: (thing: Thing) => unknown) => Thing;

/**
 * Opens what belongs together for a test, and closes it last opened first: by `stop`, or at once where a later step of the
 * opening throws. What one of them throws at its end keeps none of the others open.
 */
export const openTogether = async <Parts extends object>(
  open: (opened: Opened) => Promise<Parts>,
): Promise<Parts & { stop(): Promise<void> }> => {
  const closers: (() => unknown)[] = [];
  const stop = async (): Promise<void> => {
    const faults: unknown[] = [];
    for (const close of closers.splice(0).reverse()) {
      try {
        await close();
      } catch (error) {
        faults.push(error);
      }
    }
    if (faults.length > 0) throw new AggregateError(faults, 'not everything was closed');
  };
  try {
    const parts = await open((thing, close) => {
      closers.push(() => close(thing));
      return thing;
    });
    return { ...parts, stop };
  } catch (error) {
    // What went wrong first is told.
    await stop().catch(() => undefined);
    throw error;
  }
};
