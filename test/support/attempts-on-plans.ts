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
  (clientId) => ['guidance', { method, request: { requestId: randomUUID(), clientId, ...fields } }];

const draft = {
  goal: 1,
  goalText: '',
  language: 'fi',
  tasks: [{ taskId: '', taskCode: '063', dueDate: '2026-12-31', note: '', doneDate: '' }],
  followUpDate: '2027-02-01',
  situation: 0,
  occupationCode: '',
};

const application = { applicationId: '', kind: 1, appliedDate: today, note: '', reportedDate: '' };
const onPlan = { planId: someId, expectedVersion: 1 };

/** What may be tried on a client's plans and job-search obligation. */
export const attemptsOnPlans: Readonly<Record<string, Attempt>> = {
  ListPlans: reads('ListPlans'),
  GetObligation: reads('GetObligation'),
  DraftPlan: changes('DraftPlan', { kindCode: '01', draft }),
  RevisePlan: changes('RevisePlan', { ...onPlan, draft }),
  AcceptPlan: changes('AcceptPlan', { ...onPlan, how: 1, acceptedDate: today }),
  RecordTaskDone: changes('RecordTaskDone', { ...onPlan, taskId: someId, doneDate: today }),
  EndPlan: changes('EndPlan', { ...onPlan, reason: 2 }),
  RecordApplications: changes('RecordApplications', { periodId: someId, applications: [application] }),
  RecordStudyApplications: changes('RecordStudyApplications', { appliedDate: today, places: 2 }),
  RecordJobOfferFollowUp: changes('RecordJobOfferFollowUp', {
    offerId: someId,
    offeredDate: today,
    applyByDate: today,
    outcome: 1,
    ground: 0,
  }),
};
