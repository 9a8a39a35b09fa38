import { randomUUID } from 'node:crypto';
import { localDate } from '@tyovayla/kernel/local-date';
import { AccessReason } from '@tyovayla/proto/tyovayla/guidance/v1/access_reason';
import { NeedReason } from '@tyovayla/proto/tyovayla/guidance/v1/assignment';
import type { CallError } from '@tyovayla/runtime/grpc/call-error';
import type { NewsOf } from '../domain/client-case/client-news.ts';
import type { Caller, GuidanceServer } from './guidance-server.ts';

/** Kerttu of the employer services in Kemi, Topi of the multi-sector team in Tornio, Paula who leads, Tuija. */
export const kemi: Caller = { staffId: 'staff-0001', role: 'CASE_SPECIALIST' };
export const tornio: Caller = { staffId: 'staff-0002', role: 'CASE_SPECIALIST' };
export const manager: Caller = { staffId: 'staff-0003', role: 'SERVICE_MANAGER' };
/** Asked, and kept, only where the client is under protection. */
const accessReason = AccessReason.ACCESS_REASON_CLIENT_SERVICE;

export const handler: Caller = { staffId: 'staff-0004', role: 'PROTECTED_CLIENT_HANDLER' };

export const itself = { actorId: 'guidance', program: 'guidance', roles: [] };

/** News of a job search that starts in Kemi. */
export const started = (clientId: string): NewsOf<'JobSearchStarted'> => ({
  kind: 'JobSearchStarted',
  clientId,
  jobSearch: {
    jobSearchId: randomUUID(),
    startedOn: localDate('2026-02-02'),
    statusCode: '02',
    statusSince: localDate('2026-02-02'),
  },
  residence: { municipalityCode: '240' },
});

/** The code of a call's refusal. */
export const reasonOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'not refused',
    (error: CallError) => error.reason ?? String(error),
  );

/** Calls about who serves a client, as the portal makes them for a member of staff. */
export const assignmentCalls = (guidance: GuidanceServer) => {
  const { portal, as } = guidance;
  const whose = async (clientId: string, caller = manager) =>
    portal.getAssignment({ clientId, accessReason }, await as(caller));
  const assign = async (clientId: string, staffId: string, by: { caller?: Caller; writtenGround?: string } = {}) => {
    const { caller = manager, writtenGround = '' } = by;
    return portal.assignSpecialist({ requestId: randomUUID(), clientId, staffId, writtenGround }, await as(caller));
  };
  return {
    whose,
    assign,
    /** A new client of Kemi, who is this specialist's. */
    clientOf: async ({ staffId }: Caller): Promise<string> => {
      const clientId = randomUUID();
      await guidance.hear(started(clientId));
      const { specialistId } = await whose(clientId);
      if (specialistId !== staffId) await assign(clientId, staffId);
      return clientId;
    },
    openAccess: async (clientId: string, caller: Caller, about: { hours?: number; text?: string } = {}) => {
      const reason = NeedReason.NEED_REASON_CLIENT_CONTACT;
      const request = { requestId: randomUUID(), clientId, reason, text: 'Asiakas on tiskillä', hours: 0, ...about };
      return portal.openAccess(request, await as(caller));
    },
    /** Something that only those see who serve the client. */
    meetingsOf: async (clientId: string, caller: Caller) => portal.listMeetings({ clientId }, await as(caller)),
  };
};
