import { randomUUID } from 'node:crypto';
import { aRegistration, artificialCode } from './register-person.ts';
import type { Call, DataServiceName } from './service-calls.ts';

const today = '2026-11-24';

type Attempt = (clientId: string) => readonly [DataServiceName, Call];

const changing =
  (method: string, fields: object): Attempt =>
  (clientId) => ['clients', { method, request: { requestId: randomUUID(), clientId, expectedVersion: 0, ...fields } }];

/** What a specialist may try on a client's record: where they live, their area, their code. Little of it would be done. */
export const attemptsOnRecord: Readonly<Record<string, Attempt>> = {
  ChangeIdentityCode: changing('ChangeIdentityCode', { identityCode: artificialCode(701), ground: 1 }),
  ExtractClientData: (clientId) => ['clients', { method: 'ExtractClientData', request: { clientId } }],
  MoveClient: changing('MoveClient', { municipalityCode: '240', fromDate: today }),
  RecordContactAddress: (clientId) => [
    'clients',
    { method: 'RecordContactAddress', request: { requestId: randomUUID(), clientId } },
  ],
  TransferClientOut: changing('TransferClientOut', { toAreaCode: 'atlantis', transferredDate: today, planIds: [] }),
};

/** The actions that the access log names for them, in alphabetical order. */
export const triedOnRecord: readonly string[] = Object.keys(attemptsOnRecord);

/** Requests in good form for methods that a specialist has no use for. */
export const goodRecordRequests = (clientId: string): Readonly<Record<string, object>> => {
  const requestId = randomUUID();
  const { nationalRecord: _, statusCode: __, ...person } = aRegistration({ identityCode: artificialCode(702) });
  return {
    ListHandOvers: { pageSize: 5 },
    ListNetworkClients: {
      staffId: 'staff-0009',
      staffRole: 'MULTI_SECTOR_MEMBER',
      clientIds: [clientId],
      handlerId: '',
    },
    GetHandOver: { transferId: clientId },
    GetHandedOverProcess: { clientId },
    AcknowledgeTransfer: { requestId, transferId: clientId },
    ReceiveTransfer: {
      ...person,
      fromAreaCode: 'rovaniemi',
      transferredDate: today,
      jobSearchStartedDate: '2026-01-01',
      statusSpells: [{ statusCode: '02', fromDate: '2026-01-01', toDate: '' }],
      labourMarketSubsidyDays: 3,
      subsidy300ReachedDate: '',
    },
    ReassignProtectedHandler: { requestId, clientId, handlerId: 'staff-0014', expectedVersion: 0 },
    HandOverProtectedDesk: { requestId, fromHandlerId: 'staff-0098', toHandlerId: 'staff-0097' },
    ProlongProtectionOrder: { requestId, clientId, validToDate: '2028-01-01' },
    ListProtectionReviews: {},
    MergeClients: {
      requestId,
      keptClientId: clientId,
      mergedClientId: randomUUID(),
      resolutions: [{ conflict: 1, side: 1 }],
      expectedVersion: 0,
      mergedExpectedVersion: 0,
    },
    SplitClients: { requestId, keptClientId: clientId, mergedClientId: randomUUID(), expectedVersion: 0 },
  };
};
