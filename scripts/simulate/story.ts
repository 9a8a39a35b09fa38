import type { LocalDate } from '@tyovayla/kernel/local-date';
import { isWorkingDay } from '@tyovayla/kernel/working-day';
import type { MeetingPlace, Served } from './casework.ts';
import type { Entry } from './entry.ts';
import type { LivingArea, StaffName } from './living-area.ts';
import { type PersonName, people, type Registering, register } from './people.ts';
import { type Habits, workDay } from './routine.ts';

/** What happens in a person's life on a day, or what an official does for them beside the routine. */
export type Act = (scene: Scene) => Promise<void>;

export type Scene = {
  readonly area: LivingArea;
  readonly served: Served;
  readonly today: LocalDate;
  /** Keeps an answer that nobody could ask for later. */
  note(entry: Omit<Entry, 'on'> & { readonly on?: string }): void;
};

/** What one person's time with the authority is made of. */
export type Story = {
  readonly person: PersonName;
  /** One line for whoever reads the table. */
  readonly about: string;
  /** Who serves them. */
  readonly server: StaffName;
  readonly place: MeetingPlace;
  /** From a day on they are met at another office. */
  readonly moves?: { readonly on: string; readonly to: MeetingPlace };
  readonly hour: string;
  readonly habits: Habits;
  readonly registering?: Registering;
  /** Days on which the person registers. */
  readonly registers: readonly string[];
  /** By day, YYYY-MM-DD. */
  readonly acts: Readonly<Record<string, Act>>;
  /** Every working day after the routine. */
  readonly daily?: Act;
};

/** A story as far as it has been lived. */
export type Life = { readonly story: Story; readonly notes: Entry[]; served?: Served; working: 'RUNS' | 'ENDED' };

export const beginLife = (story: Story): Life => ({ story, notes: [], working: 'ENDED' });

/** Of the staff who serve, the specialists; a manager is nobody's specialist, and a handler is assigned by the order. */
const specialists: readonly StaffName[] = ['kerttu', 'topi'];

const assign = async (area: LivingArea, served: Served): Promise<void> => {
  const { paula } = area.desks;
  const { clientId, desk } = served;
  const { specialistId } = await paula.guidance.getAssignment({ clientId });
  if (specialistId === desk.staffId) return;
  await paula.guidance.assignSpecialist({ clientId, staffId: desk.staffId, writtenGround: '' });
};

/** The person registers today; a specialist who is to serve them is assigned by the manager. */
export const startServing = async (area: LivingArea, story: Story): Promise<Served> => {
  const { person, server, place, hour, registering } = story;
  const desk = area.desks[server];
  const clientId = await register(desk, people[person], registering);
  const served: Served = { clientId, desk, office: place, hour };
  await area.settle();
  if (specialists.includes(server)) await assign(area, served);
  return served;
};

const runs = async (served: Served): Promise<boolean> =>
  (await served.desk.clients.getClient({ clientId: served.clientId, accessReason: 1 })).client?.jobSearches.some(
    ({ endedDate, transferredDate }) => endedDate === '' && transferredDate === undefined,
  ) ?? false;

/** As `liveDay`; what goes wrong is told with the person and the day. */
export const liveDayOf = (area: LivingArea, life: Life): Promise<void> =>
  liveDay(area, life).catch((error: unknown) => {
    const { name, message, reason = message, metadata } = error as Error & { reason?: string; metadata?: object };
    const told = `${life.story.person} on ${area.today()}: ${name} ${reason} ${JSON.stringify(metadata ?? {})}`;
    throw new Error(told, { cause: error });
  });

/** One day of one person: what happens on it, then the working day of whoever serves them. */
const liveDay = async (area: LivingArea, life: Life): Promise<void> => {
  const { story } = life;
  const today = area.today();
  if (story.registers.includes(today)) {
    life.served = await startServing(area, story);
    life.working = 'RUNS';
  }
  if (life.served === undefined) return;
  if (story.moves?.on === today) life.served = { ...life.served, office: story.moves.to };
  const note: Scene['note'] = (entry) => life.notes.push({ on: today, ...entry });
  const scene: Scene = { area, served: life.served, today, note };
  const act = story.acts[today];
  if (act !== undefined) {
    await act(scene);
    await area.settle();
    life.working = (await runs(life.served)) ? 'RUNS' : 'ENDED';
  }
  if (life.working === 'ENDED' || !isWorkingDay(today)) return;
  await workDay(life.served, story.habits, today);
  await story.daily?.(scene);
};
