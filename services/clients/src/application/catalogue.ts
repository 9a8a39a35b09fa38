import { clientRules } from '../domain/rules/client-rules.ts';
import { endJobSearchCommand } from './commands/end-job-search.ts';
import { liftProtectionOrderCommand } from './commands/lift-protection-order.ts';
import { recordEmploymentStatusCommand } from './commands/record-employment-status.ts';
import { recordProtectionOrderCommand } from './commands/record-protection-order.ts';
import { recordSubsidyDaysCommand } from './commands/record-subsidy-days.ts';
import { registerJobSeekerCommand } from './commands/register-job-seeker.ts';
import { turnAgeCommand } from './commands/turn-age.ts';
import type { ClientsPorts } from './ports.ts';
import { findClientByIdentityCodeQuery } from './queries/find-client-by-identity-code.ts';
import { getClientQuery } from './queries/get-client.ts';
import { listClientAccessesQuery } from './queries/list-client-accesses.ts';
import { listClientsQuery } from './queries/list-clients.ts';
import { replayEventsQuery } from './queries/replay-events.ts';

/** Everything that the service does. It reacts to no other service's events. */
export const clientsCatalogue = (ports: ClientsPorts) =>
  ({
    commands: {
      registerJobSeeker: registerJobSeekerCommand(ports),
      recordEmploymentStatus: recordEmploymentStatusCommand(ports),
      recordSubsidyDays: recordSubsidyDaysCommand(ports),
      endJobSearch: endJobSearchCommand(ports),
      recordProtectionOrder: recordProtectionOrderCommand(ports),
      liftProtectionOrder: liftProtectionOrderCommand(ports),
      /** By timer, not over gRPC. */
      turnAge: turnAgeCommand(ports),
    },
    queries: {
      getClient: getClientQuery(ports),
      findClientByIdentityCode: findClientByIdentityCodeQuery(ports),
      listClients: listClientsQuery(ports),
      listClientAccesses: listClientAccessesQuery(ports),
      replayEvents: replayEventsQuery(ports),
    },
    /** For the rule desk. */
    rules: clientRules,
  }) as const;

export type ClientsCatalogue = ReturnType<typeof clientsCatalogue>;
