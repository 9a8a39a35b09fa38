import { randomUUID } from 'node:crypto';
import type { Call, DataServiceName } from './service-calls.ts';

const booking = {
  date: '2030-01-08',
  startTime: '10:00',
  minutes: 0,
  channel: 1,
  officeCode: 'kemi-pointti',
  bookedBy: 1,
  specialistId: '',
  remoteReason: 0,
};

const meetingId = '00000000-0000-7000-8000-000000000001';

const onMeeting = (clientId: string) => ({ requestId: randomUUID(), clientId, meetingId, expectedVersion: 0 });

const ask =
  (method: string, more: (clientId: string) => object) =>
  (clientId: string): readonly [DataServiceName, Call] => ['guidance', { method, request: more(clientId) }];

/** What a specialist may try on the meetings of one client, and on what the client needs. */
export const attemptsOnMeetings: Readonly<Record<string, (clientId: string) => readonly [DataServiceName, Call]>> = {
  ListMeetings: ask('ListMeetings', (clientId) => ({ clientId })),
  GetServiceNeed: ask('GetServiceNeed', (clientId) => ({ clientId })),
  GetProfileDuty: ask('GetProfileDuty', (clientId) => ({ clientId })),
  ListBenefits: ask('ListBenefits', (clientId) => ({ clientId })),
  RecordBenefit: ask('RecordBenefit', (clientId) => ({
    requestId: randomUUID(),
    clientId,
    kind: 4,
    fromDate: '2026-11-24',
    lastDate: '',
    toldBy: 1,
  })),
  PlanMeeting: ask('PlanMeeting', (clientId) => ({
    requestId: randomUUID(),
    clientId,
    kind: 2,
    dueDate: '2030-01-08',
  })),
  BookMeeting: ask('BookMeeting', (clientId) => ({
    requestId: randomUUID(),
    clientId,
    meetingId: '',
    kind: 1,
    booking,
  })),
  RescheduleMeeting: ask('RescheduleMeeting', (clientId) => ({ ...onMeeting(clientId), booking })),
  CancelMeeting: ask('CancelMeeting', (clientId) => ({ ...onMeeting(clientId), reason: 1 })),
  RecordMeetingHeld: ask('RecordMeetingHeld', (clientId) => ({
    ...onMeeting(clientId),
    heldDate: '2026-11-24',
    channelCode: '21',
  })),
  RecordMeetingMissed: ask('RecordMeetingMissed', onMeeting),
  AssessServiceNeed: ask('AssessServiceNeed', (clientId) => ({
    requestId: randomUUID(),
    clientId,
    segmentCode: '01',
    workAbilityConsidered: 1,
    multiSectorNeed: 2,
    vocationalQualification: 0,
    serviceLanguage: '',
    note: '',
  })),
};
