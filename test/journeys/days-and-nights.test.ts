import { helsinkiDate, localDate } from '@tyovayla/kernel/local-date';
import { eventually } from '@tyovayla/testing/eventually';
import { type Platform, startPlatform } from '@tyovayla/testing/platform';
import { type LivingArea, liveIn } from '../../scripts/simulate/living-area.ts';
import { type Person, register } from '../../scripts/simulate/people.ts';
import { statisticsOf, tableOf } from '../support/picture.ts';

const firstDay = localDate('2025-02-26');

const leena: Person = {
  ...{ given: 'Leena', family: 'Leskinen', born: '290200', sign: 'A', number: 951, municipality: '240', status: '02' },
};
const seppo: Person = {
  ...{ given: 'Seppo', family: 'Seppälä', born: '290268', sign: '-', number: 952, municipality: '240', status: '02' },
};

/** Somebody who registers in a night; each has an individual number of their own, and each night a municipality. */
const nightOwl = (number: number, municipality: string): Person => ({
  ...{ given: 'Yrjö', family: 'Yökkö', born: '010180', sign: '-', number, municipality, status: '02' },
});

describe('which calendar day it is in Finland', () => {
  let platform: Platform;
  let area: LivingArea;
  let statistics: ReturnType<typeof statisticsOf>;

  beforeAll(async () => {
    platform = await startPlatform({
      services: ['clients', 'statistics', 'guidance'],
      movableClock: true,
      asOf: firstDay,
    });
    area = await liveIn(platform, firstDay);
    statistics = statisticsOf(platform, 'portal');
  }, 120_000);

  afterAll(async () => {
    statistics?.close();
    await area?.close();
    await platform?.stop();
  });

  const cell = async (day: string, row: string, municipality: string): Promise<number | undefined> => {
    const token = await platform.token('service-manager', 'statistics', 'portal');
    const period = { $case: 'dayDate', value: day } as const;
    const { picture } = await statistics.getSituationPicture({ period }, { token });
    return tableOf(picture)[row]?.[municipality];
  };

  /** Days in Finland on which the registry told of a birthday. */
  const birthdaysTold = async (clientId: string): Promise<readonly string[]> => {
    const page = { clientId, pageSize: 100, pageToken: '', accessReason: 1 } as const;
    const { accesses } = await area.desks.paula.clients.listClientAccesses(page);
    return accesses
      .filter(({ action }) => action === 'TurnAge')
      .map(({ accessTime }) => helsinkiDate(new Date(accessTime)));
  };

  it('on the birthday of somebody born on 29 February: in a year without that day, 1 March', async () => {
    const clientId = await register(area.desks.kerttu, leena);
    await area.goTo(localDate('2025-02-28'), '23:58');
    expect(await birthdaysTold(clientId)).toEqual([]);
    await area.goTo(localDate('2025-03-01'), '00:01');
    expect(await birthdaysTold(clientId)).toEqual(['2025-03-01']);
    await eventually(async () => (await cell('2025-03-01', 'under25', '240')) === 0);
    expect(await cell('2025-02-28', 'under25', '240')).toBe(1);
  });

  // Handbook R1.2, 2.1, 2.2; Good Friday and Easter Monday are no working days.
  it.each([
    {
      night: 'to winter time',
      municipality: '851',
      first: 961,
      moments: [
        ['2025-10-25', '23:59', '2025-10-31'],
        ['2025-10-26', '00:01', '2025-10-31'],
        ['2025-10-26', '23:59', '2025-10-31'],
        ['2025-10-27', '00:01', '2025-11-03'],
      ],
      counts: { '2025-10-24': 0, '2025-10-25': 1, '2025-10-26': 3, '2025-10-27': 4 },
    },
    {
      night: 'to summer time',
      municipality: '751',
      first: 971,
      moments: [
        ['2026-03-28', '23:59', '2026-04-14'],
        ['2026-03-29', '00:01', '2026-04-14'],
        ['2026-03-29', '23:59', '2026-04-14'],
        ['2026-03-30', '00:01', '2026-04-15'],
      ],
      counts: { '2026-03-27': 0, '2026-03-28': 1, '2026-03-29': 3, '2026-03-30': 4 },
    },
  ])('around midnight when the clocks change $night', async ({ municipality, first, moments, counts }) => {
    for (const [index, [day = '', time = '', due]] of moments.entries()) {
      await area.goTo(localDate(day), time);
      const clientId = await register(area.desks.kerttu, nightOwl(first + index, municipality));
      const { client } = await area.desks.kerttu.clients.getClient({ clientId });
      expect(client?.jobSearches.map(({ startedDate }) => startedDate)).toEqual([day]);
      await area.settle();
      const interview = await area.desks.kerttu.guidance.getInitialInterview({ clientId });
      expect([day, time, interview.dueDate]).toEqual([day, time, due]);
    }
    for (const [day, count] of Object.entries(counts))
      await eventually(async () => {
        expect([day, await cell(day, 'allJobseekers', municipality)]).toEqual([day, count]);
        return true;
      });
  });

  it('on the birthday of somebody born on 29 February: in a leap year, that day', async () => {
    const clientId = await register(area.desks.kerttu, seppo);
    await area.goTo(localDate('2028-02-28'), '23:58');
    expect(await birthdaysTold(clientId)).toEqual([]);
    await area.goTo(localDate('2028-02-29'), '00:01');
    expect(await birthdaysTold(clientId)).toEqual(['2028-02-29']);
  });
});
