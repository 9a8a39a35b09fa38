import { randomUUID } from 'node:crypto';
import type { Call, DataServiceName } from './service-calls.ts';

const someId = '00000000-0000-7000-9000-00000000abcd';
const today = '2026-11-24';

type Attempt = (clientId: string) => readonly [DataServiceName, Call];

const reads =
  (method: string): Attempt =>
  (clientId) => ['guidance', { method, request: { clientId } }];

const changes =
  (method: string, fields: object): Attempt =>
  (clientId) => ['guidance', { method, request: { requestId: randomUUID(), clientId, expectedVersion: 0, ...fields } }];

const task = (owner: number) => ({ taskId: '', owner, service: 1, description: 'help', dueDate: today, doneDate: '' });

/** What may be tried on a client's multi-sector support and expert orders. Who has no case is answered as nobody. */
export const attemptsOnSupport: Readonly<Record<string, Attempt>> = {
  GetMultiSectorCase: reads('GetMultiSectorCase'),
  ListExpertOrders: reads('ListExpertOrders'),
  'ExtractClientData of the client process': reads('ExtractClientData'),
  ReferToMultiSector: changes('ReferToMultiSector', { grounds: [1], consultation: 1, internalNote: '' }),
  StartMultiSectorConsultation: changes('StartMultiSectorConsultation', { parties: [2], startedDate: today }),
  StartMultiSectorAssessment: changes('StartMultiSectorAssessment', {
    startedDate: today,
    clientInformedDate: today,
    clientPresent: true,
  }),
  AcceptIntoMultiSector: changes('AcceptIntoMultiSector', { acceptedDate: today }),
  MakeMultiSectorPlan: changes('MakeMultiSectorPlan', { tasks: [task(2), task(3)] }),
  SignMultiSectorPlan: changes('SignMultiSectorPlan', { planId: someId, signer: 2, signedDate: today }),
  ReviewMultiSectorPlan: changes('ReviewMultiSectorPlan', { reviewedDate: today, doneTaskIds: [] }),
  AgreeMultiSectorMeeting: changes('AgreeMultiSectorMeeting', { meetingDate: today, officeId: '', parties: [1] }),
  ExitMultiSector: changes('ExitMultiSector', { reason: 3, exitedDate: today }),
  AppointMultiSectorMember: changes('AppointMultiSectorMember', { staffId: 'staff-0009', party: 2 }),
  EndMultiSectorMembership: changes('EndMultiSectorMembership', { staffId: 'staff-0009' }),
  OrderExpertAssessment: changes('OrderExpertAssessment', {
    kind: 1,
    provider: 1,
    neighbourArea: '',
    orderedMinutes: 60,
  }),
  RecordExpertResult: changes('RecordExpertResult', {
    expertOrderId: someId,
    doneDate: today,
    deliveredMinutes: 30,
    resultText: 'done',
  }),
  GetProfileDuty: reads('GetProfileDuty'),
};
