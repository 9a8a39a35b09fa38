import {
  PictureRow,
  type SituationPicture,
  StatisticsServiceService,
} from '@tyovayla/proto/tyovayla/statistics/v1/statistics_service';
import { grpcClient } from '@tyovayla/runtime/grpc/client';
import type { Platform } from '@tyovayla/testing/platform';
import type { MunicipalityTarget } from '../../scripts/population/groups.ts';
import { tlsOf } from './population-load.ts';

export const statisticsOf = (platform: Platform, program: string) =>
  grpcClient({ service: StatisticsServiceService }, platform.addresses.statistics, {
    tls: tlsOf(platform, program),
    deadlineMs: 10_000,
  });

/** Table 1 as plain numbers: row → municipality or "total" → count. */
export type Table = Readonly<Record<string, Readonly<Record<string, number | undefined>>>>;

const rowNames: Readonly<Record<number, string>> = Object.fromEntries(
  Object.entries(PictureRow)
    .filter(([, value]) => value > 0)
    .map(([name, value]) => [
      value,
      name
        .replace('PICTURE_ROW_', '')
        .toLowerCase()
        .replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
    ]),
);

export const tableOf = (picture: SituationPicture | undefined): Table =>
  Object.fromEntries(
    (picture?.rows ?? []).map((row) => [
      rowNames[row.row] ?? '',
      Object.fromEntries(row.cells.map((cell) => [cell.municipalityCode, cell.value])),
    ]),
  );

/** What the plan states, in the same form; the structural row is the sum of its parts. */
export const statedTable = (targets: readonly MunicipalityTarget[]): Table => {
  const rows: Record<string, Record<string, number>> = {};
  for (const { code, ...counts } of targets) {
    const structural =
      counts.longTermUnemployed + counts.ltuEquivalent + counts.fromServiceUnemployed + counts.serviceToService;
    for (const [row, value] of Object.entries({ ...counts, structuralUnemployment: structural })) {
      rows[row] = { ...rows[row], [code]: value };
    }
  }
  return rows;
};

/** The municipalities' columns of a table; the total is left out, as people whose municipality is withheld are only in it. */
export const withoutTotal = (table: Table): Table =>
  Object.fromEntries(
    Object.entries(table).map(([row, cells]) => [
      row,
      Object.fromEntries(Object.entries(cells).filter(([code]) => code !== 'total')),
    ]),
  );
