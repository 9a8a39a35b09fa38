import type { IncomingEvent } from './event-headers.ts';

/** Why an event in the waiting room has not taken effect. */
export type WaitingState = 'HELD' | 'RETRY' | 'PARKED' | 'REDRIVE';

/** An event in the waiting room. */
export type WaitingEvent = IncomingEvent & {
  readonly state: WaitingState;
  /** False for a RETRY whose time has not come. */
  readonly isDue: boolean;
};

/** What the receiver knows of one aggregate. */
export type AggregateStand = {
  readonly appliedVersion: number;
  /** Waiting events above the applied version, by version. */
  readonly waiting: readonly WaitingEvent[];
};

/** What to do with a batch. */
export type InboxPlan = {
  /** In order of effect. `isNew`: to be written to the log now; else it is in the waiting room. */
  readonly apply: readonly { readonly event: IncomingEvent; readonly isNew: boolean }[];
  /** New events that must wait for an earlier version. */
  readonly hold: readonly IncomingEvent[];
  /** Aggregates that moved, and their new version. */
  readonly moved: ReadonlyMap<string, number>;
};

/** Versions and events of one aggregate while a plan is made. */
type Course = {
  next: number;
  readonly arrived: Map<number, IncomingEvent>;
  readonly waiting: ReadonlyMap<number, WaitingEvent>;
};

const mayRun = (event: WaitingEvent): boolean =>
  event.state === 'HELD' || event.state === 'REDRIVE' || (event.state === 'RETRY' && event.isDue);

const courseOf = (stand: AggregateStand): Course => ({
  next: stand.appliedVersion + 1,
  arrived: new Map(),
  waiting: new Map(stand.waiting.map((event) => [event.aggregateVersion, event])),
});

/**
 * Sorts a batch out: of each aggregate only the version after the applied one takes effect, then the next, for as
 * long as there is one; later ones wait; what was applied or is already waiting is left out. A waiting event that is
 * parked, or whose next try is not due, stops its aggregate and no other. At most `limit` events take effect.
 */
export const planInbox = (
  incoming: readonly IncomingEvent[],
  stands: ReadonlyMap<string, AggregateStand>,
  limit: number,
): InboxPlan => {
  const courses = new Map([...stands].map(([id, stand]) => [id, courseOf(stand)]));
  const apply: { readonly event: IncomingEvent; readonly isNew: boolean }[] = [];
  const moved = new Map<string, number>();
  const advance = (id: string, course: Course): void => {
    for (; apply.length < limit; course.next += 1) {
      const waiting = course.waiting.get(course.next);
      const event = waiting ?? course.arrived.get(course.next);
      if (event === undefined || (waiting !== undefined && !mayRun(waiting))) return;
      apply.push({ event, isNew: waiting === undefined });
      moved.set(id, course.next);
    }
  };
  for (const event of incoming) {
    const course = courses.get(event.aggregateId) ?? courseOf({ appliedVersion: 0, waiting: [] });
    courses.set(event.aggregateId, course);
    const isNews = event.aggregateVersion >= course.next && !course.waiting.has(event.aggregateVersion);
    if (isNews && !course.arrived.has(event.aggregateVersion)) course.arrived.set(event.aggregateVersion, event);
    advance(event.aggregateId, course);
  }
  for (const [id, course] of courses) advance(id, course);
  const hold = [...courses.values()].flatMap((course) =>
    [...course.arrived.values()].filter((event) => event.aggregateVersion >= course.next),
  );
  return { apply, hold, moved };
};
