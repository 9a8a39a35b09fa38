import { guidanceRules } from '../domain/rules/guidance-rules.ts';
import { assignmentCommands, assignmentQueries } from './assignment-catalogue.ts';
import { assessServiceNeedCommand } from './commands/assess-service-need.ts';
import { recordBenefitCommand } from './commands/record-benefit.ts';
import { meetingCommands } from './meeting-catalogue.ts';
import { multiSectorCatalogue } from './multi-sector-catalogue.ts';
import { planCatalogue } from './plan-catalogue.ts';
import type { GuidancePorts } from './ports.ts';
import { extractClientDataQuery } from './queries/extract-client-data.ts';
import { getHandedOverProcessQuery } from './queries/get-handed-over-process.ts';
import { getInitialInterviewQuery } from './queries/get-initial-interview.ts';
import { getProfileDutyQuery } from './queries/get-profile-duty.ts';
import { getServiceNeedQuery } from './queries/get-service-need.ts';
import { listBenefitsQuery } from './queries/list-benefits.ts';
import { listClientAccessesQuery } from './queries/list-client-accesses.ts';
import { listMeetingsQuery } from './queries/list-meetings.ts';
import { listOfficesQuery } from './queries/list-offices.ts';
import { replayEventsQuery } from './queries/replay-events.ts';
import { statementCatalogue } from './statement-catalogue.ts';

/** Everything that the service does. What it does when others tell something stands in reactions/case-reactions.ts. */
export const guidanceCatalogue = (ports: GuidancePorts) =>
  ({
    commands: {
      ...meetingCommands(ports),
      assessServiceNeed: assessServiceNeedCommand(ports),
      recordBenefit: recordBenefitCommand(ports),
      ...planCatalogue(ports).commands,
      ...statementCatalogue(ports).commands,
      ...assignmentCommands(ports),
      ...multiSectorCatalogue(ports).commands,
    },
    queries: {
      ...planCatalogue(ports).queries,
      ...statementCatalogue(ports).queries,
      ...assignmentQueries(ports),
      ...multiSectorCatalogue(ports).queries,
      getInitialInterview: getInitialInterviewQuery(ports),
      getHandedOverProcess: getHandedOverProcessQuery(ports),
      listMeetings: listMeetingsQuery(ports),
      listOffices: listOfficesQuery(ports),
      getServiceNeed: getServiceNeedQuery(ports),
      listBenefits: listBenefitsQuery(ports),
      getProfileDuty: getProfileDutyQuery(ports),
      listClientAccesses: listClientAccessesQuery(ports),
      extractClientData: extractClientDataQuery(ports),
      replayEvents: replayEventsQuery(ports),
    },
    /** For the rule desk. */
    rules: guidanceRules,
  }) as const;

export type GuidanceCatalogue = ReturnType<typeof guidanceCatalogue>;
