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

const statement = {
  content: { content: { $case: 'notUnemployedStudent', value: { fromDate: today } } },
  groundCode: 'FULL_TIME_STUDIES',
  recipientCode: 'KELA',
  language: 1,
};

/** What may be tried on a client's neglects and statements. */
export const attemptsOnStatements: Readonly<Record<string, Attempt>> = {
  ListNeglects: reads('ListNeglects'),
  ListNeglectCandidates: reads('ListNeglectCandidates'),
  ListStatements: reads('ListStatements'),
  RecordNeglect: changes('RecordNeglect', { candidateId: '', kind: 1, occurredDate: today }),
  DismissNeglectCandidate: changes('DismissNeglectCandidate', { candidateId: someId, ground: 1 }),
  OpenHearing: changes('OpenHearing', { neglectId: someId, manner: 1, language: 1, expectedVersion: 0 }),
  RecordHearingAnswer: changes('RecordHearingAnswer', {
    neglectId: someId,
    explanationCode: 1,
    explanation: '',
    expectedVersion: 0,
  }),
  AssessReason: changes('AssessReason', { neglectId: someId, ground: 1, expectedVersion: 0 }),
  IssueStatement: changes('IssueStatement', statement),
  ReplaceStatement: changes('ReplaceStatement', { replacesStatementId: someId, ...statement }),
  ResendStatement: changes('ResendStatement', { statementId: someId }),
  MeetWorkObligation: changes('MeetWorkObligation', {
    obligationStatementId: someId,
    activity: 1,
    fromDate: today,
    toDate: today,
  }),
};
