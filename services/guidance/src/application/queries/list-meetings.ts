import { accepted } from '@tyovayla/kernel/result';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { servesClients } from '../access.ts';
import type { OnCase } from '../case-command.ts';
import { type CaseQuery, caseQuery } from '../case-query.ts';
import type { GuidancePorts } from '../ports.ts';

/** Lists a client's meetings of all job searches, the latest first. */
export const listMeetingsQuery = (ports: GuidancePorts): CaseQuery<OnCase, readonly Meeting[]> =>
  caseQuery(ports, {
    name: 'ListMeetings',
    access: servesClients('client-process'),
    load: async (sql, { clientId }) => accepted(await ports.meetings.ofClient(sql, clientId)),
  });
