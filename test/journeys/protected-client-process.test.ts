import { randomUUID } from 'node:crypto';
import { type LocalDate, localDate } from '@tyovayla/kernel/local-date';
import { JobSearchEndReason } from '@tyovayla/proto/tyovayla/clients/v1/client';
import { ExpertOrderKind, ExpertProvider } from '@tyovayla/proto/tyovayla/guidance/v1/expert_order';
import { MeetingKind } from '@tyovayla/proto/tyovayla/guidance/v1/meeting';
import { type Platform, startPlatform } from '@tyovayla/testing/platform';
import {
  agreePlan,
  assessNeed,
  bookNext,
  hold,
  openMeetings,
  places,
  type Served,
} from '../../scripts/simulate/casework.ts';
import { sanctionOf } from '../../scripts/simulate/consequence.ts';
import { type LivingArea, liveIn, staff } from '../../scripts/simulate/living-area.ts';
import { refer } from '../../scripts/simulate/multi-sector-way.ts';
import {
  candidatesOf,
  findNoReason,
  neglectsOf,
  openHearing,
  stateSanction,
} from '../../scripts/simulate/neglect-handling.ts';
import type { Desk } from '../../scripts/simulate/office.ts';
import { type Person, people, register } from '../../scripts/simulate/people.ts';
import { attempts } from '../support/attempts-on-client.ts';
import { attemptsOnPlans } from '../support/attempts-on-plans.ts';
import { attemptsOnSupport } from '../support/attempts-on-support.ts';
import { meetingLines, statementLines } from '../support/process-lines.ts';
import {
  differences,
  outsiderNames,
  type UnentitledView,
  unentitledView,
  type Viewer,
} from '../support/unentitled-view.ts';

const firstDay = localDate('2026-02-02');

/** One of two areas that live the same days; Sofia is in one of them only. */
type World = {
  readonly platform: Platform;
  readonly area: LivingArea;
  readonly view: UnentitledView;
  readonly neighbours: Served[];
  sofia?: Served;
};

const neighbour = (given: string, number: number, municipality: string): Person => ({
  ...{ given, family: 'Suojanen', born: '110684', sign: '-', number, municipality, status: '02' },
});

const pirkko = neighbour('Pirkko', 941, '240');
const raimo = neighbour('Raimo', 942, '240');
const seija = neighbour('Seija', 943, '851');

const openWorld = async (): Promise<World> => {
  const platform = await startPlatform({ services: ['clients', 'guidance'], movableClock: true, asOf: firstDay });
  const area = await liveIn(platform, firstDay);
  await area.goTo(firstDay, '09:00');
  return { platform, area, view: unentitledView(platform), neighbours: [] };
};

const servedBy = (desk: Desk, clientId: string): Served => ({ clientId, desk, office: places.kemi, hour: '10:00' });

/** What happens in both areas to everybody who lives there; to Sofia in one only. */
type Stage = readonly [name: string, happens: (world: World, isWith: boolean) => Promise<void>];

const everyone = ({ neighbours: [first], sofia }: World): readonly Served[] =>
  [first, sofia].filter((served) => served !== undefined);

const interviewDay = localDate('2026-02-09');
const periodOver = localDate('2026-03-09');
const hearingOver = localDate('2026-03-20');

const registration: Stage = [
  'she registers, between two neighbours',
  async ({ area, neighbours, ...world }, isWith) => {
    const { kerttu, paula, tuija } = area.desks;
    const protectedBy = { handlerId: staff.tuija[1], validFromDate: '2025-03-01' };
    const add = async (person: Person): Promise<string> => {
      const clientId = await register(kerttu, person);
      await area.settle();
      neighbours.push(servedBy(neighbours.length === 0 ? kerttu : paula, clientId));
      return clientId;
    };
    // The first client of all goes to the first specialist of the town, who is Kerttu.
    await add(pirkko);
    if (isWith) sofias.set(world.view, servedBy(tuija, await register(tuija, people.sofia, { protectedBy })));
    await add(raimo);
    await add(seija);
  },
];

/** Sofia in her area, by what is seen of it. */
const sofias = new Map<UnentitledView, Served>();

const stages: readonly Stage[] = [
  registration,
  [
    'she gets a time at the same hour and place as a neighbour',
    async (world) => {
      for (const served of everyone(world))
        await bookNext(served, MeetingKind.MEETING_KIND_INITIAL_INTERVIEW, interviewDay);
    },
  ],
  [
    'her interview is held, her need assessed and a plan agreed',
    async (world) => {
      await world.area.goTo(interviewDay);
      for (const served of everyone(world)) {
        const [interview] = await openMeetings(served);
        if (interview === undefined) throw new Error('no interview');
        await hold(served, interview, interviewDay);
        await assessNeed(served, '03');
        await agreePlan(served, interviewDay);
      }
    },
  ],
  ['a period ends in which she applied for nothing', ({ area }) => area.goTo(periodOver)],
  [
    'she is heard about it',
    async ({ sofia }) => {
      if (sofia === undefined) return;
      const day = { teamId: '', municipalityCode: '', kinds: [], pageSize: 100, pageToken: '' };
      const { tasks } = await sofia.desk.guidance.getMyDay(day);
      if (!tasks.some(({ clientId }) => clientId === sofia.clientId)) throw new Error('nothing on the handler’s day');
      const [candidate] = await candidatesOf(sofia);
      await openHearing(sofia, candidate?.candidateId ?? '');
    },
  ],
  [
    'her time to explain passes and a loss of benefit is stated',
    async ({ area, sofia }) => {
      await area.goTo(hearingOver);
      if (sofia === undefined) return;
      const [neglect] = await neglectsOf(sofia);
      const neglectId = neglect?.neglectId ?? '';
      const consequence = sanctionOf(await findNoReason(sofia, neglectId));
      if (consequence === undefined) throw new Error('no sanction');
      await stateSanction(sofia, { neglectId, consequence, from: hearingOver });
    },
  ],
  [
    'she is referred to multi-sector support, and an expert is asked',
    async ({ sofia }) => {
      if (sofia === undefined) return;
      await refer(sofia);
      await sofia.desk.guidance.orderExpertAssessment({
        clientId: sofia.clientId,
        kind: ExpertOrderKind.EXPERT_ORDER_KIND_CAREER_GUIDANCE,
        provider: ExpertProvider.EXPERT_PROVIDER_OWN,
        neighbourArea: '',
        orderedMinutes: 60,
      });
    },
  ],
  [
    'she moves to Tornio',
    async ({ area, sofia }) => {
      const [municipalityCode, fromDate] = ['851', area.today()];
      if (sofia === undefined) return;
      await sofia.desk.clients.moveClient({ clientId: sofia.clientId, municipalityCode, fromDate, expectedVersion: 0 });
    },
  ],
];

const ending: Stage = [
  'her job search ends',
  async ({ area, sofia }) => {
    const last: LocalDate = localDate('2026-05-04');
    await area.goTo(last);
    if (sofia === undefined) return;
    await sofia.desk.clients.endJobSearch({
      clientId: sofia.clientId,
      reason: JobSearchEndReason.JOB_SEARCH_END_REASON_CLIENT_REQUEST,
      endedDate: last,
      expectedVersion: 0,
    });
  },
];

// Handbook 1.6, rules 2 and 3.
describe('a client under a protection order, from registration to the end', () => {
  let withSofia: World;
  let without: World;

  beforeAll(async () => {
    [withSofia, without] = await Promise.all([openWorld(), openWorld()]);
  }, 120_000);

  afterAll(async () => {
    for (const world of [withSofia, without]) {
      world?.view.close();
      await world?.area.close();
      await world?.platform.stop();
    }
  });

  const happens = async ([, stage]: Stage): Promise<void> => {
    for (const world of [withSofia, without]) {
      await stage(world, world === withSofia);
      const sofia = sofias.get(world.view);
      if (sofia !== undefined) world.sofia = sofia;
      await world.area.settle();
    }
  };

  const seen = ({ view, neighbours }: World, by = outsiderNames): Promise<readonly string[]> =>
    view.lookAround(
      neighbours.map(({ clientId }) => clientId),
      by,
    );

  const differ = async (by = outsiderNames): Promise<readonly string[]> => {
    const [here, there] = await Promise.all([seen(withSofia, by), seen(without, by)]);
    return differences(here, there);
  };

  const sofiaId = (): string => withSofia.sofia?.clientId ?? '';

  const all = { ...attempts, ...attemptsOnPlans, ...attemptsOnSupport };

  /** Attempts that are answered otherwise than on somebody who does not exist. */
  const tellApart = async (outsider: Viewer, clientId = sofiaId()): Promise<readonly string[]> => {
    const different: string[] = [];
    for (const [name, attempt] of Object.entries(all)) {
      const onClient = await withSofia.view.ask(outsider, attempt(clientId));
      const onNobody = await withSofia.view.ask(outsider, attempt(randomUUID()));
      if (JSON.stringify(onClient) !== JSON.stringify(onNobody)) different.push(name);
    }
    return different;
  };

  it.each(stages)('changes no byte of what others see, with or without her: %s', async (...stage) => {
    await happens(stage);
    expect(await differ()).toEqual([]);
  });

  it('has her whole process with her handler, to whom the areas do not look alike', async () => {
    expect(await differ(['the assigned handler'])).not.toEqual([]);
    const { sofia } = withSofia;
    if (sofia === undefined) throw new Error('no Sofia');
    expect(await meetingLines(sofia)).toContain('initial interview held 2026-02-09, version 2026-01-01');
    expect(await statementLines(sofia)).toEqual(['2026-03-20 waiting period 2026-03-20–2026-03-26']);
    const { multiSectorCase } = await sofia.desk.guidance.getMultiSectorCase({ clientId: sofia.clientId });
    expect(multiSectorCase?.clientId).toBe(sofia.clientId);
  });

  it.each(outsiderNames)('is nobody to %s, whatever they try', async (outsider) => {
    expect(Object.keys(all).length).toBeGreaterThan(70);
    expect(await tellApart(outsider)).toEqual([]);
  });

  it(`changes no byte of what others see, with or without her: ${ending[0]}`, async () => {
    await happens(ending);
    expect(await differ()).toEqual([]);
  });

  it.each(outsiderNames)('is nobody to %s after the end either', async (outsider) => {
    expect(await tellApart(outsider)).toEqual([]);
  });

  it('is looked for where there is something to see: a neighbour’s process is in it', async () => {
    const lines = await seen(without);
    const has = (pattern: RegExp): boolean => lines.some((line) => pattern.test(line));
    expect(lines.length).toBeGreaterThan(200);
    expect(has(/^a specialist of the same town ListClients .*"familyName":"Suojanen"/)).toBe(true);
    expect(has(/^a specialist of the same town ListMeetings .*"code":"OK"/)).toBe(true);
    expect(has(/^the service manager GetTeamLoad .*"clients":1/)).toBe(true);
    expect(has(/"familyName":"Suoja"/)).toBe(false);
    const [, raimoHere] = withSofia.neighbours;
    const told = await tellApart('a specialist of the same town', raimoHere?.clientId);
    expect(told).toEqual(expect.arrayContaining(['GetClient', 'ListMeetings', 'ListPlans', 'ListStatements']));
  });
});
