import { randomUUID } from 'node:crypto';
import type { Call, DataServiceName } from './service-calls.ts';

type Attempt = (clientId: string) => readonly [DataServiceName, Call];

const changes =
  (method: string, fields: object = {}): Attempt =>
  (clientId) => ['guidance', { method, request: { requestId: randomUUID(), clientId, ...fields } }];

/** What may be tried on who serves a client. */
export const attemptsOnAssignment: Readonly<Record<string, Attempt>> = {
  GetAssignment: (clientId) => ['guidance', { method: 'GetAssignment', request: { clientId } }],
  AssignSpecialist: changes('AssignSpecialist', { staffId: 'staff-0101', writtenGround: '' }),
  HandOverCase: changes('HandOverCase', {
    fromStaffId: 'staff-0001',
    toStaffId: 'staff-0101',
    reason: 1,
    writtenGround: '',
  }),
  DeclineHandOver: changes('DeclineHandOver'),
  OpenAccess: changes('OpenAccess', { reason: 1, text: 'asks at the desk', hours: 0 }),
};

/** A good request for each method on teams and the day, which are about no one client. */
export const goodTeamRequests = (): Readonly<Record<string, object>> => ({
  SetSubstitute: {
    requestId: randomUUID(),
    absentStaffId: 'staff-0001',
    substituteStaffId: 'staff-0101',
    fromDate: '2026-11-24',
    toDate: '2026-11-25',
  },
  EndSubstitution: {
    requestId: randomUUID(),
    substitutionId: '00000000-0000-7000-8000-000000000001',
    expectedVersion: 1,
  },
  ListSubstitutions: {},
  ListOpenNeeds: { statedFromDate: '2026-11-01', pageSize: 5, pageToken: '' },
  ListTeams: {},
  GetMyDay: { teamId: '', municipalityCode: '240', kinds: [1, 2], pageSize: 5, pageToken: '' },
  GetTeamLoad: { teamId: 'skills' },
});
