import { addDays, type LocalDate } from '@tyovayla/kernel/local-date';
import { type Database, openDatabase } from '@tyovayla/persistence/open-database';
import { eventually } from '@tyovayla/testing/eventually';
import type { Platform } from '@tyovayla/testing/platform';
import { type Desk, type Office, openOffice } from './office.ts';

const services = ['clients', 'guidance'] as const;

/** The members of the demo staff who do the work. */
export const staff = {
  /** Case specialist in Kemi, with the power to state. */
  kerttu: ['kemi-specialist', 'staff-0001'],
  /** Case specialist in Tornio. */
  topi: ['tornio-specialist', 'staff-0002'],
  /** Service manager. */
  paula: ['service-manager', 'staff-0003'],
  /** Handler of clients under protection. */
  tuija: ['protected-handler', 'staff-0004'],
  /** Of the wellbeing services county. */
  helmi: ['lapha-member', 'staff-0009'],
  /** Of Kela. */
  kaisa: ['kela-member', 'staff-0010'],
} as const;

export type StaffName = keyof typeof staff;

/** An area whose days are turned by hand. */
export type LivingArea = {
  readonly platform: Platform;
  readonly office: Office;
  readonly desks: Readonly<Record<StaffName, Desk>>;
  today(): LocalDate;
  /** Goes to a day, by default at four in the afternoon, and waits for all that follows from it by itself. */
  goTo(day: LocalDate, time?: string): Promise<void>;
  /** Waits until every due timer has fired and every fact has reached whom it concerns. */
  settle(): Promise<void>;
  /** Both services die at once, days pass, and they come back; gives the kinds of timers that became due meanwhile. */
  dieUntil(day: LocalDate): Promise<readonly string[]>;
  close(): Promise<void>;
};

type Work = { readonly due: string[]; readonly unpublished: number; readonly facts: number; readonly applied: number };

// Timers, outbox and inbox as persistence and messaging keep them; read as the service's own role.
const workText = `SELECT
  (SELECT coalesce(array_agg(kind ORDER BY due_on), '{}') FROM timer WHERE fired_at IS NULL AND due_on <= $1) AS due,
  (SELECT count(*) FROM outbox WHERE published_at IS NULL)::int AS unpublished,
  (SELECT count(*) FROM outbox)::int AS facts,
  (SELECT count(*) FROM inbox_event WHERE state = 'APPLIED')::int AS applied`;

const looker = { actorId: 'simulate', program: 'simulate', roles: [] };

type Databases = Readonly<Record<(typeof services)[number], Database>>;

const openDatabases = async ({ databases }: Platform): Promise<Databases> => {
  const open = async (service: (typeof services)[number]): Promise<Database> => {
    const url = databases[service]?.url;
    if (url === undefined) throw new Error(`no database of ${service}`);
    return openDatabase({ url, applicationName: 'simulate', poolSize: 1 });
  };
  return { clients: await open('clients'), guidance: await open('guidance') };
};

const workIn = async (database: Database, today: LocalDate): Promise<Work> => {
  const [work] = await database.read(looker, (sql) => sql.query<Work>(workText, [today]));
  if (work === undefined) throw new Error('the work to do could not be counted');
  return work;
};

const settled = async (databases: Databases, today: LocalDate): Promise<true> => {
  const [clients, guidance] = await Promise.all([workIn(databases.clients, today), workIn(databases.guidance, today)]);
  const left = [
    ...[...clients.due, ...guidance.due].map((kind) => `timer ${kind}`),
    ...(clients.unpublished > 0 ? ['facts of clients'] : []),
    ...(guidance.applied < clients.facts ? ['facts for guidance'] : []),
    ...(guidance.unpublished > 0 ? ['facts of guidance'] : []),
  ];
  if (left.length > 0) throw new Error(`on ${today} still waiting: ${left.join(', ')}`);
  return true;
};

const closingTime = '16:00';

/** Takes charge of a running area that was started with a movable clock. */
export const liveIn = async (platform: Platform, startsOn: LocalDate): Promise<LivingArea> => {
  const databases = await openDatabases(platform);
  const office = openOffice(platform);
  let today = startsOn;
  const desk = ([login, staffId]: readonly [string, string]): Desk => office.desk(login, staffId);
  const desks = Object.fromEntries(Object.entries(staff).map(([name, who]) => [name, desk(who)]));
  const move = (day: LocalDate, time: string): void => {
    today = day;
    platform.setDate(`${day}T${time}`);
  };
  const settle = async (): Promise<void> => {
    await eventually(() => settled(databases, today), { within: 30_000, every: 5 });
  };
  const dueNow = async (): Promise<readonly string[]> =>
    (await Promise.all([workIn(databases.clients, today), workIn(databases.guidance, today)])).flatMap(
      ({ due }) => due,
    );
  move(startsOn, closingTime);
  return {
    platform,
    office,
    desks: desks as LivingArea['desks'],
    today: () => today,
    goTo: async (day, time = closingTime) => {
      move(day, time);
      await settle();
    },
    settle,
    dieUntil: async (day) => {
      await Promise.all(services.map((service) => platform.kill(service, 'SIGKILL')));
      move(day, closingTime);
      const missed = await dueNow();
      await Promise.all(services.map((service) => platform.start(service)));
      await settle();
      return missed;
    },
    close: async () => {
      office.close();
      await Promise.all(Object.values(databases).map((database) => database.close()));
    },
  };
};

/** The days from one to another, both included. */
export function* daysFrom(from: LocalDate, to: LocalDate): Generator<LocalDate> {
  for (let day = from; day <= to; day = addDays(day, 1)) yield day;
}
