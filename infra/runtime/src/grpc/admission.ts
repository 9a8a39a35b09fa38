/** A place among the calls that are worked on. Released once. */
export type Place = { release(): void };

/** Lets so many calls in at a time, lets a few wait, and refuses the rest at once. */
export type Admission = {
  /** Whether a call that comes now would be refused: asked before its message is even read. */
  full(): boolean;
  /** A place; undefined where there is none, or none came free in time. */
  enter(): Promise<Place | undefined> | Place | undefined;
  /** Calls that are worked on now. */
  running(): number;
};

export type AdmissionLimits = {
  readonly maxRunning: number;
  readonly maxWaiting: number;
  /** Longest wait for a place: after that the caller has little patience left anyway. */
  readonly maxWaitMs: number;
};

type Waiting = { readonly admit: (place: Place | undefined) => void; readonly timer: NodeJS.Timeout };

/** A fixed limit with a bounded queue, first come first served. An overload is refused early, never queued for ever. */
export const createAdmission = ({ maxRunning, maxWaiting, maxWaitMs }: AdmissionLimits): Admission => {
  let running = 0;
  const waiting: Waiting[] = [];

  const place = (): Place => {
    let held = true;
    return {
      release: () => {
        if (!held) return;
        held = false;
        const next = waiting.shift();
        if (!next) {
          running -= 1;
          return;
        }
        clearTimeout(next.timer);
        next.admit(place());
      },
    };
  };

  const wait = (): Promise<Place | undefined> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(entry), 1);
        resolve(undefined);
      }, maxWaitMs);
      const entry: Waiting = { admit: resolve, timer };
      waiting.push(entry);
    });

  return {
    full: () => running >= maxRunning && waiting.length >= maxWaiting,
    enter: () => {
      if (running < maxRunning) {
        running += 1;
        return place();
      }
      return waiting.length < maxWaiting ? wait() : undefined;
    },
    running: () => running,
  };
};
