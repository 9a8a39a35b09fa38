import { randomUUID } from 'node:crypto';
import type { GetClientResponse, RegisterJobSeekerResponse } from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import type {
  GetHandOverResponse,
  ReceiveTransferResponse,
  TransferClientOutResponse,
} from '@tyovayla/proto/tyovayla/clients/v1/transfer';
import type { GetHandedOverProcessResponse } from '@tyovayla/proto/tyovayla/guidance/v1/handed_over_process';
import type { GetSituationPictureResponse } from '@tyovayla/proto/tyovayla/statistics/v1/statistics_service';
import { eventually } from '@tyovayla/testing/eventually';
import { type Platform, startPlatform } from '@tyovayla/testing/platform';
import { openAccess } from '../support/open-access.ts';
import { tableOf } from '../support/picture.ts';
import { aRegistration, artificialCode } from '../support/register-person.ts';
import { type Answer, type Call, programOn } from '../support/service-calls.ts';

const today = '2026-11-24';

/** Unemployed since September 2025: a year and two months. */
const nationalRecord = {
  jobSearchStartedDate: '2025-09-01',
  statusSpells: [{ statusCode: '02', fromDate: '2025-09-01', toDate: '' }],
  labourMarketSubsidyDays: 0,
  subsidy300ReachedDate: '',
};
const aino = aRegistration({ identityCode: artificialCode(801), statusCode: '', nationalRecord });

describe('people who move, change their code or stand in the registry twice', () => {
  let platform: Platform;
  let portal: ReturnType<typeof programOn>;
  let population: ReturnType<typeof programOn>;
  let figures: ReturnType<typeof programOn>;
  let exchange: ReturnType<typeof programOn>;
  let guidanceExchange: ReturnType<typeof programOn>;

  const ok = <Message>({ code, details, message }: Answer): Message => {
    if (code !== 'OK') throw new Error(`${code} ${details}`);
    return message as Message;
  };

  const by = async <Message>(staff: string, method: string, request: object): Promise<Message> => {
    const token = await platform.token(staff, 'clients', 'portal');
    return ok<Message>(await portal.call({ method, request, token }));
  };

  const exchanged = async <Message>(call: Call): Promise<Message> => ok<Message>(await exchange.call(call));

  const register = async (request: object): Promise<string> =>
    ok<RegisterJobSeekerResponse>(await population.call({ method: 'RegisterJobSeeker', request })).clientId;

  const changed = (clientId: string, fields: object): object => ({
    requestId: randomUUID(),
    clientId,
    expectedVersion: 0,
    ...fields,
  });

  /** A row of table 1 on a day, by municipality and in total, without the empty cells. */
  const rowOn = async (row: string, day = today): Promise<Readonly<Record<string, number>>> => {
    const token = await platform.token('service-manager', 'statistics', 'portal');
    const request = { period: { $case: 'dayDate', value: day } };
    const answer = await figures.call({ method: 'GetSituationPicture', request, token });
    const cells = tableOf(ok<GetSituationPictureResponse>(answer).picture)[row] ?? {};
    return Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== 0)) as Record<string, number>;
  };

  const untilRow = (row: string, cells: object, day = today) =>
    eventually(
      async () => {
        expect(await rowOn(row, day)).toEqual(cells);
        return true;
      },
      { within: 15_000 },
    );

  beforeAll(async () => {
    platform = await startPlatform({ services: ['clients', 'statistics', 'guidance'], asOf: today });
    portal = programOn(platform, 'portal', 'clients');
    population = programOn(platform, 'population', 'clients');
    figures = programOn(platform, 'portal', 'statistics');
    exchange = programOn(platform, 'area-exchange', 'clients');
    guidanceExchange = programOn(platform, 'area-exchange', 'guidance');
  }, 120_000);

  afterAll(async () => {
    for (const line of [portal, population, figures, exchange, guidanceExchange]) line?.close();
    await platform.stop();
  });

  it('Aino moves from Kemi to Simo, goes to Rovaniemi and comes back, and is one job seeker all along', async () => {
    const clientId = await register(aino);
    await untilRow('longTermUnemployed', { '240': 1, total: 1 });

    await by('service-manager', 'MoveClient', changed(clientId, { municipalityCode: '751', fromDate: '2026-11-20' }));
    await untilRow('longTermUnemployed', { '751': 1, total: 1 });
    expect(await rowOn('longTermUnemployed', '2026-11-19')).toEqual({ '240': 1, total: 1 });

    const { transferId } = await by<TransferClientOutResponse>(
      'service-manager',
      'TransferClientOut',
      changed(clientId, { toAreaCode: 'rovaniemi', transferredDate: '2026-11-23', planIds: [] }),
    );
    await untilRow('allJobseekers', {});
    expect(await rowOn('allJobseekers', '2026-11-22')).toEqual({ '751': 1, total: 1 });

    const { handOver } = await exchanged<GetHandOverResponse>({ method: 'GetHandOver', request: { transferId } });
    expect(handOver).toMatchObject({
      toAreaCode: 'rovaniemi',
      jobSearchStartedDate: '2025-09-01',
      familyName: 'Koekangas',
    });
    const process = await eventually(
      async () => {
        const answer = await guidanceExchange.call({ method: 'GetHandedOverProcess', request: { clientId } });
        return answer.code === 'OK' && (answer.message as GetHandedOverProcessResponse);
      },
      { within: 15_000 },
    );
    expect([handOver?.clientId, process.transferredDate]).toEqual([clientId, '2026-11-23']);
    await exchanged({ method: 'AcknowledgeTransfer', request: { requestId: randomUUID(), transferId } });
    const { nationalRecord: _, statusCode: __, ...person } = aino;
    const back = await exchanged<ReceiveTransferResponse>({
      method: 'ReceiveTransfer',
      request: {
        ...person,
        requestId: randomUUID(),
        municipalityCode: '851',
        fromAreaCode: 'rovaniemi',
        transferredDate: today,
        jobSearchStartedDate: handOver?.jobSearchStartedDate,
        statusSpells: nationalRecord.statusSpells,
        labourMarketSubsidyDays: 0,
        subsidy300ReachedDate: '',
      },
    });
    expect(back).toMatchObject({ clientId, startedDate: '2025-09-01' });
    await untilRow('longTermUnemployed', { '851': 1, total: 1 });
    expect(await rowOn('allJobseekers', '2026-11-23')).toEqual({});
  });

  it('Eino, who was registered twice, is counted once after the records are made one, and twice again after that is undone', async () => {
    const before = await rowOn('allJobseekers');
    const kept = await register(aRegistration({ identityCode: artificialCode(802), givenNames: 'Eino' }));
    const merged = await register(aRegistration({ identityCode: artificialCode(803), givenNames: 'Eino' }));
    const with_ = (more: number) => ({ ...before, '240': more, total: (before.total ?? 0) + more });
    await untilRow('allJobseekers', with_(2));

    const request = { requestId: randomUUID(), keptClientId: kept, mergedClientId: merged, expectedVersion: 0 };
    await by('service-manager', 'MergeClients', {
      ...request,
      resolutions: [{ conflict: 1, side: 1 }],
      mergedExpectedVersion: 0,
    });
    await untilRow('allJobseekers', with_(1));
    const { client } = await by<GetClientResponse>('service-manager', 'GetClient', { clientId: merged });
    expect(client?.clientId).toBe(kept);

    await by('service-manager', 'SplitClients', { ...request, requestId: randomUUID() });
    await untilRow('allJobseekers', with_(2));
  });

  it('Saara, who comes under protection later, is in no municipality any more, on former days neither', async () => {
    const clientId = await register(
      aRegistration({ identityCode: artificialCode(804), givenNames: 'Saara', statusCode: '', nationalRecord }),
    );
    const day = '2026-03-31';
    await eventually(async () => (await rowOn('allJobseekers', day))['240'] === 2, { within: 15_000 });
    const order = { validFromDate: today, validToDate: '', handlerId: 'staff-0004' };
    await openAccess(platform, 'protected-handler', clientId);
    await by('protected-handler', 'RecordProtectionOrder', {
      requestId: randomUUID(),
      clientId,
      protectionOrder: order,
    });
    await untilRow('allJobseekers', { '240': 1, total: 2 }, day);
  });
});
