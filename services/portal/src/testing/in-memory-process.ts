import type { ClientProcess } from '../api/process-ports.ts';
import { benefitsInMemory } from './in-memory-benefits.ts';
import { expertsInMemory } from './in-memory-experts.ts';
import type { ProcessOptions, World } from './in-memory-file.ts';
import { meetingsInMemory } from './in-memory-meetings.ts';
import { neglectsInMemory } from './in-memory-neglects.ts';
import { plansInMemory } from './in-memory-plans.ts';
import { statementsInMemory } from './in-memory-statements.ts';

/** The client process in memory: enough of it to go through a client's page, with the refusals that pages must show. */
export const inMemoryProcess = (options: ProcessOptions): ClientProcess => {
  const world: World = { options, files: new Map(), answers: new Map() };
  return {
    ...meetingsInMemory(world),
    ...benefitsInMemory(world),
    ...expertsInMemory(world),
    ...plansInMemory(world),
    ...neglectsInMemory(world),
    ...statementsInMemory(world),
  };
};
