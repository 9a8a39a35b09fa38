import { PictureRow, type StatisticsServiceService } from '@tyovayla/proto/tyovayla/statistics/v1/statistics_service';
import type { GrpcCalls } from '@tyovayla/runtime/grpc/client';
import type { PictureView } from '../api/picture-schemas.ts';
import type { Caller, StatisticsService } from '../api/ports.ts';
import { contractValue } from './contract-codes.ts';
import { pictureView, rowPrefix, seriesView, statedView } from './picture-view.ts';
import { ruleDeskGateway } from './rule-desk-gateway.ts';
import { asProblem, onBehalfOf, serviceCall } from './service-call.ts';

type Calls = GrpcCalls<StatisticsServiceService>;

async function* watching(
  calls: Calls,
  caller: Caller,
  { dayDate, signal }: { readonly dayDate: string; readonly signal: AbortSignal },
): AsyncGenerator<PictureView> {
  const options = { ...(await onBehalfOf(caller, 'statistics')), signal };
  try {
    for await (const { picture } of calls.watchSituationPicture({ dayDate }, options)) yield pictureView(picture);
  } catch (error) {
    throw asProblem(error);
  }
}

/** The situation picture over gRPC, as the API needs it. */
export const statisticsGateway = (calls: Calls): StatisticsService => ({
  ...ruleDeskGateway('statistics', calls),
  picture: async (caller, { day, from = '', to = '' }) => {
    const period =
      day === undefined
        ? ({ $case: 'months', value: { fromMonth: from, toMonth: to } } as const)
        : ({ $case: 'dayDate', value: day } as const);
    const answer = await serviceCall(caller, 'statistics', (options) => calls.getSituationPicture({ period }, options));
    return pictureView(answer.picture);
  },
  stated: async (caller) =>
    statedView(await serviceCall(caller, 'statistics', (options) => calls.getStatedPicture({}, options))),
  series: async (caller, { row, from, to }) => {
    const request = { row: contractValue(PictureRow, rowPrefix, row), months: { fromMonth: from, toMonth: to } };
    return seriesView(await serviceCall(caller, 'statistics', (options) => calls.getRowSeries(request, options)));
  },
  watch: (caller, dayDate, signal) => watching(calls, caller, { dayDate, signal }),
});
