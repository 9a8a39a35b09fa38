import { parseLocalDate } from '@tyovayla/kernel/local-date';
import type { FieldViolation } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import * as contract from '@tyovayla/proto/tyovayla/statistics/v1/statistics_service';
import type { MethodBinding } from '@tyovayla/runtime/grpc/binding';
import { commandMethod } from '@tyovayla/runtime/grpc/command-method';
import { queryMethod } from '@tyovayla/runtime/grpc/query-method';
import { streamMethod } from '@tyovayla/runtime/grpc/stream-method';
import type { StatisticsCatalogue } from '../../application/catalogue.ts';
import type { WatchInput } from '../../application/feeds/watch-situation-picture.ts';
import type { RowSeriesInput } from '../../application/queries/get-row-series.ts';
import type { PicturePeriod } from '../../application/queries/get-situation-picture.ts';
import { cellMessage, pictureMessage, rowOf } from './picture-mapping.ts';
import { statedMessage } from './stated-mapping.ts';

type Read<Input> = Result<Input, readonly FieldViolation[]>;

const notADay: FieldViolation = {
  field: 'day_date',
  code: 'NOT_A_DATE',
  description: 'must be a day that exists, YYYY-MM-DD',
};

const periodOf = ({ period }: contract.GetSituationPictureRequest): Read<PicturePeriod> => {
  if (period?.$case === 'months') return accepted({ kind: 'MONTHS', months: period.value });
  const day = parseLocalDate(period?.value ?? '');
  return day === undefined ? refused([notADay]) : accepted({ kind: 'DAY', day });
};

const watchedDayOf = ({ dayDate }: contract.WatchSituationPictureRequest): Read<WatchInput> => {
  const day = parseLocalDate(dayDate);
  return day === undefined && dayDate !== '' ? refused([notADay]) : accepted({ day });
};

const seriesOf = ({ row, months }: contract.GetRowSeriesRequest): Read<RowSeriesInput> => {
  const wanted = rowOf(row);
  // Both are required by the contract's own rules, which have their say as well.
  return wanted === undefined || months === undefined ? refused([]) : accepted({ row: wanted, months });
};

const pictureMethods = ({ queries, feeds }: StatisticsCatalogue) => ({
  getSituationPicture: queryMethod({
    query: queries.getSituationPicture,
    request: contract.GetSituationPictureRequest,
    response: contract.GetSituationPictureResponse,
    input: periodOf,
    view: (picture) => ({ picture: pictureMessage(picture) }),
  }),
  watchSituationPicture: streamMethod({
    feed: feeds.watchSituationPicture,
    request: contract.WatchSituationPictureRequest,
    response: contract.WatchSituationPictureResponse,
    input: watchedDayOf,
    view: (picture) => ({ picture: pictureMessage(picture) }),
  }),
  getRowSeries: queryMethod({
    query: queries.getRowSeries,
    request: contract.GetRowSeriesRequest,
    response: contract.GetRowSeriesResponse,
    input: seriesOf,
    view: (months) => ({ months: months.map(({ day, cells }) => ({ dayDate: day, cells: cells.map(cellMessage) })) }),
  }),
  getStatedPicture: queryMethod({
    query: queries.getStatedPicture,
    request: contract.GetStatedPictureRequest,
    response: contract.GetStatedPictureResponse,
    input: () => undefined,
    view: statedMessage,
  }),
});

const ruleMethods = ({ queries }: StatisticsCatalogue) => ({
  describeRules: queryMethod({
    query: queries.describeRules,
    request: contract.DescribeRulesRequest,
    response: contract.DescribeRulesResponse,
    input: () => undefined,
    view: (rules) => ({ catalogue: { rulesJson: JSON.stringify(rules) } }),
  }),
  explainRule: queryMethod({
    query: queries.explainRule,
    request: contract.ExplainRuleRequest,
    response: contract.ExplainRuleResponse,
    input: ({ question }: contract.ExplainRuleRequest) => ({
      rule: question?.rule ?? '',
      inputJson: question?.inputJson ?? '',
      overrides: question?.parameters ?? {},
    }),
    view: (answer) => ({ answer: { answerJson: JSON.stringify(answer) } }),
  }),
});

const careMethods = ({ commands }: StatisticsCatalogue) => ({
  rebuildProjection: commandMethod({
    command: commands.rebuildProjection,
    // A month of facts takes its time.
    maxDeadlineMs: 10 * 60_000,
    request: contract.RebuildProjectionRequest,
    response: contract.RebuildProjectionResponse,
    input: () => undefined,
    answer: ({ events, hashBefore, hashAfter, durationMs }) => ({
      events: BigInt(events),
      hashBefore,
      hashAfter,
      durationMs: BigInt(durationMs),
    }),
  }),
});

/** StatisticsService as declared by the catalogue, one binding for every method of the contract. */
export const statisticsMethods = (
  catalogue: StatisticsCatalogue,
): { readonly [Method in keyof contract.StatisticsServiceService]: MethodBinding } => ({
  ...pictureMethods(catalogue),
  ...ruleMethods(catalogue),
  ...careMethods(catalogue),
});
