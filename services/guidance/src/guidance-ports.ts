import type { Clock } from '@tyovayla/kernel/clock';
import { replayOutbox } from '@tyovayla/messaging/outbox';
import { multiSectorEvents } from './adapters/events/multi-sector-events.ts';
import { caseEvents } from './adapters/events/outgoing.ts';
import { substitutionEvents } from './adapters/events/substitution-events.ts';
import { accessLog } from './adapters/postgres/access-log.query.ts';
import { assignmentStores } from './adapters/postgres/assignment-stores.ts';
import { benefitRepository } from './adapters/postgres/benefit.repository.ts';
import { clientCaseRepository } from './adapters/postgres/client-case.repository.ts';
import { extractQuery } from './adapters/postgres/extract.query.ts';
import { meetingRepository } from './adapters/postgres/meeting.repository.ts';
import { mergedRecordRepository } from './adapters/postgres/merged-record.repository.ts';
import { multiSectorStores } from './adapters/postgres/multi-sector-stores.ts';
import { planStore } from './adapters/postgres/plan-store.ts';
import { serviceNeedRepository } from './adapters/postgres/service-need.repository.ts';
import { statementStores } from './adapters/postgres/statement-stores.ts';
import { readJointApplications } from './adapters/reference/read-joint-applications.ts';
import { readObligationArea } from './adapters/reference/read-obligation-area.ts';
import { readOffices } from './adapters/reference/read-offices.ts';
import { readPartyPeople } from './adapters/reference/read-party-people.ts';
import { readStaffNames } from './adapters/reference/read-staff-names.ts';
import { readStatementArea } from './adapters/reference/read-statement-area.ts';
import { readTeams } from './adapters/reference/read-teams.ts';
import { staffRegister } from './adapters/reference/staff-register.ts';
import type { ClientNames } from './application/client-names.ts';
import type { GuidancePorts } from './application/ports.ts';

type StandsOn = { readonly reference: URL; readonly clock: Clock; readonly clientNames: ClientNames };

/**
 * What the service stands on: Postgres, its clock, the client registry, and the area's reference files in the folder
 * `reference`.
 */
export const guidancePorts = ({ reference, clock, clientNames }: StandsOn): GuidancePorts => {
  const file = (name: string): URL => new URL(`${name}.json`, reference);
  const organisation = readTeams(file('teams'));
  const { statementChoices, officials } = readStatementArea(file('statements'));
  return {
    ...assignmentStores,
    substitutionEvents,
    organisation,
    staffNames: readStaffNames(file('teams'), file('multi-sector')),
    cases: clientCaseRepository({ clock, organisation }),
    events: caseEvents,
    accessLog,
    extracts: extractQuery,
    outbox: { replay: replayOutbox },
    mergedRecords: mergedRecordRepository,
    ...multiSectorStores,
    multiSectorEvents,
    clientNames,
    partyPeople: readPartyPeople(file('multi-sector')),
    ...planStore,
    obligationArea: readObligationArea(file('obligation-adaptations')),
    jointApplications: readJointApplications(file('joint-applications')),
    meetings: meetingRepository,
    benefits: benefitRepository,
    serviceNeeds: serviceNeedRepository,
    offices: readOffices(file('offices')),
    ...statementStores,
    statementChoices,
    staffRegister: staffRegister(organisation, officials),
  };
};
