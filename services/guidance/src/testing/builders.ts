import { localDate } from '@tyovayla/kernel/local-date';
import { aProgram, aStaffMember } from '@tyovayla/runtime/testing/actors';
import type { CaseJobSearch, ClientCase } from '../domain/client-case/client-case.ts';

/** Aino, unemployed in Kemi since Monday 2 February 2026; ids of other clients count on from hers. */
export const clientIdOf = (number: number): string => `00000000-0000-7000-9000-${number.toString().padStart(12, '0')}`;

/** Her specialist in Kemi; a colleague in Tornio who does not serve her; the manager; two protected-client handlers. */
export const specialist = aStaffMember('CASE_SPECIALIST', { id: 'staff-0001', municipality: '240' });
export const otherSpecialist = aStaffMember('CASE_SPECIALIST', { id: 'staff-0002', municipality: '851' });
export const manager = aStaffMember('SERVICE_MANAGER', { id: 'staff-0003' });
export const handler = aStaffMember('PROTECTED_CLIENT_HANDLER', { id: 'staff-0004' });
export const otherHandler = aStaffMember('PROTECTED_CLIENT_HANDLER', { id: 'staff-0014' });
export const ownTimer = aProgram('guidance');

export const aJobSearch = (about: Partial<CaseJobSearch> = {}): CaseJobSearch => ({
  jobSearchId: '00000000-0000-7000-9100-000000000001',
  startedOn: localDate('2026-02-02'),
  statusCode: '02',
  statusSince: localDate('2026-02-02'),
  ...about,
});

/** A case in Kemi, served by its specialist, nothing told of it yet. */
export const aClientCase = (about: Partial<ClientCase> = {}): ClientCase => ({
  clientId: clientIdOf(1),
  version: 0,
  municipalityCode: '240',
  jobSearch: aJobSearch(),
  specialistId: 'staff-0001',
  servedBy: ['staff-0001'],
  ...about,
});

/** A case whose municipality is withheld, served by its handler alone. */
export const aProtectedCase = (about: Partial<ClientCase> = {}): ClientCase => {
  const { municipalityCode: _withheld, specialistId: _specialist, ...rest } = aClientCase();
  return { ...rest, clientId: clientIdOf(2), handlerId: 'staff-0004', servedBy: [], ...about };
};

/** A case of someone whose job search has ended. */
export const anEndedCase = (about: Partial<ClientCase> = {}): ClientCase => {
  const { jobSearch: _ended, ...rest } = aClientCase();
  return { ...rest, clientId: clientIdOf(3), ...about };
};
