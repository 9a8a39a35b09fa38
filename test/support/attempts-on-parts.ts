import { randomUUID } from 'node:crypto';
import type { Call, DataServiceName } from './service-calls.ts';

const today = '2026-11-24';

const on =
  (method: string, request: object = {}) =>
  (clientId: string): readonly [DataServiceName, Call] => ['clients', { method, request: { clientId, ...request } }];

const change =
  (method: string, request: object = {}) =>
  (clientId: string): readonly [DataServiceName, Call] => [
    'clients',
    { method, request: { requestId: randomUUID(), clientId, expectedVersion: 0, ...request } },
  ];

const profile = {
  occupationsSought: ['5223'],
  occupationsHeld: [],
  skillIds: [],
  languages: [],
  drivingLicenceClasses: [],
  workPermits: [],
  workHistory: [],
  education: [],
  wishedMunicipalityCodes: [],
  wishedWorkingTimes: [],
  commutingLimitMinutes: 0,
};

const workAbility = { limits: [], source: 1, assessedDate: today, reviewDate: '2027-05-24' };

const consent = {
  consentId: '',
  recipientKind: 4,
  recipientBusinessId: '',
  dataGroups: [1],
  purpose: 4,
  matterId: '',
  fromDate: today,
  toDate: today,
  channel: 1,
  givenDate: '',
  withdrawnDate: '',
  holdsToday: false,
};

const contact = { email: '', phone: '+358401112223', streetAddress: '', postalCode: '', city: '' };

/** What a specialist may try on the parts of one client's record. */
export const attemptsOnParts: Readonly<Record<string, (clientId: string) => readonly [DataServiceName, Call]>> = {
  GetProfile: on('GetProfile'),
  GetWorkAbility: on('GetWorkAbility', { purpose: 1 }),
  ListConsents: on('ListConsents'),
  ListInformationReceipts: on('ListInformationReceipts'),
  RecordProfile: change('RecordProfile', { profile }),
  PublishProfile: change('PublishProfile', { parts: [1] }),
  PublishMinimumProfile: change('PublishMinimumProfile', { dueDate: '2026-09-21', occupationsSought: ['5223'] }),
  WithdrawProfile: change('WithdrawProfile'),
  RecordWorkAbility: change('RecordWorkAbility', { purpose: 1, workAbility }),
  GiveConsent: change('GiveConsent', { consent }),
  RecordInformationReceipt: change('RecordInformationReceipt', {
    topic: 1,
    language: 'fi',
    channel: 1,
    informedDate: today,
  }),
  CorrectContactData: change('CorrectContactData', { contact }),
  CorrectName: change('CorrectName', { givenNames: 'Aino', familyName: 'Aho' }),
  ChangeServiceLanguage: change('ChangeServiceLanguage', { serviceLanguage: 2, interpreterLanguage: '' }),
};

/** What of them an access log names where the client is nobody's to see, in the order of the alphabet. */
export const triedOnParts: readonly string[] = Object.keys(attemptsOnParts).toSorted();
