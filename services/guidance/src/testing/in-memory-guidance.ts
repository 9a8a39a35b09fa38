import { inMemoryAccessLog } from '@tyovayla/runtime/testing/in-memory-access-log';
import { type InMemoryOptions, type InMemoryPorts, inMemoryPorts } from '@tyovayla/runtime/testing/in-memory-ports';
import { caseEvents } from '../adapters/events/outgoing.ts';
import { type GuidanceCatalogue, guidanceCatalogue } from '../application/catalogue.ts';
import type { GuidancePorts } from '../application/ports.ts';
import type { ClientCase } from '../domain/client-case/client-case.ts';
import { inMemoryAssignment } from './in-memory-assignment.ts';
import { inMemoryBenefits } from './in-memory-benefits.ts';
import { type InMemoryCases, inMemoryCases } from './in-memory-cases.ts';
import { type InMemoryMeetings, inMemoryMeetings, inMemoryServiceNeeds, someOffices } from './in-memory-meetings.ts';
import { inMemoryMultiSector } from './in-memory-multi-sector.ts';
import { type InMemoryNeglects, inMemoryNeglects } from './in-memory-neglects.ts';
import { type InMemoryPlans, inMemoryPlans } from './in-memory-plans.ts';
import { type InMemoryStatements, inMemoryStatements } from './in-memory-statements.ts';
import { noMergedRecords } from './no-merged-records.ts';
import { anArea, someJointApplication } from './plan-builders.ts';

/** The service's commands and queries on the pipelines, in memory. */
export type InMemoryGuidance = {
  readonly world: InMemoryPorts;
  readonly ports: GuidancePorts;
  readonly catalogue: GuidanceCatalogue;
  readonly cases: InMemoryCases;
  readonly meetings: InMemoryMeetings;
  readonly plans: InMemoryPlans;
  readonly neglects: InMemoryNeglects;
  readonly statements: InMemoryStatements;
};

export type InMemoryGuidanceOptions = InMemoryOptions & { readonly cases?: readonly ClientCase[] };

/** Starts the service in memory with these cases, at noon of 2 February 2026 where nothing else is said. */
export const inMemoryGuidance = async (options: InMemoryGuidanceOptions = {}): Promise<InMemoryGuidance> => {
  const { cases: given = [], ...rest } = options;
  const world = inMemoryPorts({ now: new Date('2026-02-02T10:00:00Z'), service: 'guidance', ...rest });
  const cases = inMemoryCases(world.transactions);
  for (const clientCase of given) await cases.put(clientCase);
  const meetings = inMemoryMeetings(world.transactions);
  const plans = inMemoryPlans(world.transactions);
  const neglects = inMemoryNeglects(world.transactions);
  const statements = inMemoryStatements(world.transactions, cases.all);
  const ports: GuidancePorts = {
    ...plans.ports,
    ...neglects.ports,
    ...statements.ports,
    obligationArea: anArea(),
    jointApplications: [someJointApplication],
    ...inMemoryMultiSector(world.transactions, cases.all),
    ...inMemoryAssignment(world.transactions, { cases: cases.all }),
    cases: cases.cases,
    events: caseEvents,
    accessLog: inMemoryAccessLog(world),
    // Read off the tables as they are: tried on Postgres.
    extracts: { ofClient: async () => [] },
    outbox: { replay: async () => 0 },
    mergedRecords: noMergedRecords,
    meetings: meetings.meetings,
    benefits: inMemoryBenefits(world.transactions),
    serviceNeeds: inMemoryServiceNeeds(world.transactions),
    offices: someOffices,
  };
  return { world, ports, catalogue: guidanceCatalogue(ports), cases, meetings, plans, neglects, statements };
};
