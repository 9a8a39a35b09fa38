import { localDate } from '@tyovayla/kernel/local-date';
import type { Role } from '@tyovayla/kernel/role';
import {
  type PictureCell,
  PictureRow,
  type SituationPicture,
} from '@tyovayla/proto/tyovayla/statistics/v1/statistics_service';
import { eventually } from '@tyovayla/testing/eventually';
import { testIds } from '@tyovayla/testing/ids';
import type { PersonFact } from '../../domain/person-picture/person-fact.ts';
import { totalColumn } from '../../domain/picture/column.ts';
import { type ArrivingEvent, eventsOf } from '../../testing/fact-events.ts';
import { type StatisticsServer, startStatisticsServer } from '../../testing/statistics-server.ts';

const newId = testIds(7);
const today = '2026-11-24';
const row = PictureRow;

const started = (id: string, from: string, given: { municipality?: string; foreign?: true } = {}): PersonFact => ({
  kind: 'JobSearchStarted',
  jobSearchId: `${id}-search`,
  startedOn: localDate(from),
  spells: [{ status: '02', from: localDate(from) }],
  ...(given.municipality === undefined ? {} : { municipality: given.municipality }),
  citizenship: given.foreign ? 'FOREIGN' : 'FINNISH',
  ageBand: '25_TO_59',
});

const person = (clientId: string, ...facts: readonly PersonFact[]): readonly ArrivingEvent[] =>
  eventsOf({ clientId, facts, truth: {} as never }, newId);

const many = (count: number, from: string, given: Parameters<typeof started>[2]): readonly ArrivingEvent[] =>
  Array.from({ length: count }, (_, index) => `${given?.municipality}-${from}-${index}`).flatMap((id) =>
    person(id, started(id, from, given)),
  );

const cell = (picture: SituationPicture | undefined, wanted: PictureRow, column: string): PictureCell | undefined =>
  picture?.rows.find((each) => each.row === wanted)?.cells.find((each) => each.municipalityCode === column);

describe('the statistics service over gRPC', () => {
  let service: StatisticsServer;

  beforeAll(async () => {
    service = await startStatisticsServer();
    await service.receive([
      ...many(30, '2026-01-15', { municipality: '240' }),
      ...many(20, '2026-02-10', { municipality: '851' }),
      ...many(3, '2026-03-03', { municipality: '851', foreign: true }),
      ...person('protected', started('protected', '2026-05-01')),
    ]);
  });
  afterAll(() => service?.stop());

  const portal = () => service.clientOf('portal');
  const pictureFor = async (role: Role, dayDate = today): Promise<SituationPicture | undefined> => {
    const token = await service.tokenFor(role);
    const request = { period: { $case: 'dayDate', value: dayDate } } as const;
    return (await portal().getSituationPicture(request, { token })).picture;
  };

  it('tells table 1 of any day', async () => {
    const picture = await pictureFor('STATISTICIAN');
    expect(cell(picture, row.PICTURE_ROW_UNEMPLOYED_JOBSEEKERS, '240')?.value).toBe(30);
    expect(cell(picture, row.PICTURE_ROW_FOREIGN, '851')?.value).toBe(3);
    expect(cell(picture, row.PICTURE_ROW_ALL_JOBSEEKERS, totalColumn)?.value).toBe(54);
    const earlier = await pictureFor('STATISTICIAN', '2026-02-01');
    expect(cell(earlier, row.PICTURE_ROW_ALL_JOBSEEKERS, totalColumn)?.value).toBe(30);
    const later = await pictureFor('STATISTICIAN', '2027-01-15');
    expect(cell(later, row.PICTURE_ROW_LONG_TERM_UNEMPLOYED, '240')?.value).toBe(30);
  });

  it('counts a person whose municipality is withheld in the total, and tells staff so', async () => {
    const picture = await pictureFor('CASE_SPECIALIST');
    expect(cell(picture, row.PICTURE_ROW_ALL_JOBSEEKERS, '851')?.value).toBe(23);
    expect(picture?.withheldInTotalOnly).toBe(true);
  });

  it('hides small numbers from the board, and lets neither them nor the withheld be worked out', async () => {
    const picture = await pictureFor('BOARD_MEMBER');
    expect(cell(picture, row.PICTURE_ROW_FOREIGN, '851')).toMatchObject({ suppressed: true });
    expect(cell(picture, row.PICTURE_ROW_FOREIGN, '851')?.value).toBeUndefined();
    const cells = picture?.rows.find((each) => each.row === row.PICTURE_ROW_ALL_JOBSEEKERS)?.cells ?? [];
    expect(cells.some((each) => each.suppressed)).toBe(true);
  });

  it('hides small numbers from a program that asks on its own behalf', async () => {
    const request = { period: { $case: 'dayDate', value: today } } as const;
    const { picture } = await service.clientOf('operator').getSituationPicture(request);
    expect(cell(picture, row.PICTURE_ROW_FOREIGN, '851')?.suppressed).toBe(true);
  });

  it('tells the mean of months', async () => {
    const months = { fromMonth: '2026-01', toMonth: '2026-02' };
    const token = await service.tokenFor('SERVICE_MANAGER');
    const { picture } = await portal().getSituationPicture({ period: { $case: 'months', value: months } }, { token });
    expect(picture).toMatchObject({ countingDays: 2, dayDate: '2026-02-28' });
    expect(cell(picture, row.PICTURE_ROW_ALL_JOBSEEKERS, '851')?.value).toBe(10);
  });

  it('tells the course of a row, month by month', async () => {
    const token = await service.tokenFor('AUDITOR');
    const months = { fromMonth: '2025-12', toMonth: '2026-03' };
    const { months: course } = await portal().getRowSeries(
      { row: row.PICTURE_ROW_UNEMPLOYED_JOBSEEKERS, months },
      { token },
    );
    const totals = course.map(({ cells }) => cells.find((each) => each.municipalityCode === totalColumn)?.value);
    expect(totals).toEqual([0, 30, 50, 53]);
  });

  it('tells the plan’s table 1 as it is stated', async () => {
    const stated = await portal().getStatedPicture({}, { token: await service.tokenFor('BOARD_MEMBER') });
    const tornio = stated.rows[0]?.cells.find((each) => each.municipalityCode === '851');
    expect(tornio).toMatchObject({ value: 1479, suppressed: false });
    expect(stated.rates.at(-1)).toMatchObject({
      municipalityCode: 'total',
      labourForce: 25_153,
      activationRatePercent: 34.4,
    });
  });

  it('sends the picture at once and again within a second when somebody registers', async () => {
    const seen: number[] = [];
    const leaving = new AbortController();
    const token = await service.tokenFor('STATISTICIAN');
    const watching = (async () => {
      const items = portal().watchSituationPicture({ dayDate: '' }, { token, signal: leaving.signal });
      for await (const { picture } of items) {
        seen.push(cell(picture, row.PICTURE_ROW_ALL_JOBSEEKERS, '976')?.value ?? -1);
      }
    })().catch(() => 'left');
    await eventually(() => seen.length === 1);
    await service.receive(person('ylitornio-1', started('ylitornio-1', today, { municipality: '976' })));
    await eventually(() => seen.at(-1) === 1, { within: 1_000 });
    expect(seen[0]).toBe(0);
    leaving.abort();
    await watching;
  });

  it('lets the integration administrator rebuild, once for one request', async () => {
    const token = await service.tokenFor('INTEGRATION_ADMIN');
    const request = { requestId: '01900700-0000-7000-8000-00000000000a' };
    const first = await portal().rebuildProjection(request, { token });
    expect(first.hashAfter).toBe(first.hashBefore);
    expect(first.events).toBeGreaterThan(50n);
    expect(await portal().rebuildProjection(request, { token })).toEqual(first);
    expect(cell(await pictureFor('STATISTICIAN'), row.PICTURE_ROW_UNEMPLOYED_JOBSEEKERS, '240')?.value).toBe(30);
  });

  it('refuses a rebuild to everybody else', async () => {
    const request = { requestId: '01900700-0000-7000-8000-00000000000b' };
    const token = await service.tokenFor('CASE_SPECIALIST');
    await expect(portal().rebuildProjection(request, { token })).rejects.toMatchObject({ code: 'PERMISSION_DENIED' });
    await expect(service.clientOf('population').rebuildProjection(request)).rejects.toMatchObject({
      code: 'PERMISSION_DENIED',
    });
  });

  it('refuses days and months that do not exist, by field', async () => {
    const token = await service.tokenFor('STATISTICIAN');
    const noDay = { period: { $case: 'dayDate', value: '2026-02-30' } } as const;
    await expect(portal().getSituationPicture(noDay, { token })).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
      violations: [{ field: 'day_date' }],
    });
    const backwards = { fromMonth: '2026-02', toMonth: '2026-01' };
    await expect(
      portal().getSituationPicture({ period: { $case: 'months', value: backwards } }, { token }),
    ).rejects.toMatchObject({ code: 'INVALID_ARGUMENT', violations: [{ field: 'months.to_month' }] });
    await expect(portal().getSituationPicture({}, { token })).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });

  it('answers for the rule of the statistical classes', async () => {
    const token = await service.tokenFor('CASE_SPECIALIST');
    const { catalogue } = await portal().describeRules({}, { token });
    expect(catalogue?.rulesJson).toContain('statistical-class');
    const inputJson = JSON.stringify({ on: '2026-06-30', spells: [{ status: '02', from: '2025-06-30' }] });
    const question = { rule: 'statistical-class', inputJson, parameters: {} };
    const { answer } = await portal().explainRule({ question }, { token });
    expect(JSON.parse(answer?.answerJson ?? '{}')).toMatchObject({ outcome: { longTerm: true, structural: true } });
    await expect(portal().explainRule({ question: { ...question, rule: 'no-such' } }, { token })).rejects.toMatchObject(
      {
        code: 'INVALID_ARGUMENT',
      },
    );
  });
});
