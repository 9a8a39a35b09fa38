import { accepted } from '@tyovayla/kernel/result';
import type { Actor } from '@tyovayla/runtime/actor';
import { tryCommand } from '@tyovayla/runtime/testing/try-command';
import {
  aClientCase,
  aProtectedCase,
  clientIdOf,
  handler,
  manager,
  otherSpecialist,
  specialist,
} from '../testing/builders.ts';
import { type InMemoryGuidance, inMemoryGuidance } from '../testing/in-memory-guidance.ts';
import { aReferral } from '../testing/multi-sector-builders.ts';
import { servesClients } from './access.ts';
import { caseCommand, type OnCase } from './case-command.ts';

const ordinary = clientIdOf(1);
const hidden = clientIdOf(2);

let guidance: InMemoryGuidance;

/** The client in need of whom another specialist stated why. */
const opened = aClientCase({
  servedBy: ['staff-0001', 'staff-0002'],
  openNeeds: [{ staffId: 'staff-0002', reason: 'CLIENT_CONTACT' }],
});

beforeEach(async () => {
  guidance = await inMemoryGuidance({ cases: [opened, aProtectedCase()] });
});

const change = (clientId: string, actor: Actor) => {
  const command = caseCommand<OnCase, undefined, undefined, string>(guidance.ports, {
    name: 'Change',
    access: servesClients('client-process'),
    decide: () => accepted({ next: undefined, facts: [], answer: 'changed' }),
    save: () => [],
  });
  return tryCommand(guidance.world.ports, command, { actor, input: { clientId } });
};

const logged = () => guidance.world.audit().map(({ result, reason }) => [result, reason]);

describe('a change of a client by somebody who serves them by a stated need alone (handbook R1.23)', () => {
  it('stands in the access log with the need', async () => {
    expect(await change(ordinary, otherSpecialist)).toEqual({ ok: true, value: 'changed' });
    expect(logged()).toEqual([['CHANGED', 'NEED_CLIENT_CONTACT']]);
  });

  it('stands there with the need also where the client is referred to multi-sector support', async () => {
    const input = { ...aReferral, clientId: ordinary };
    const { referToMultiSector } = guidance.catalogue.commands;
    await tryCommand(guidance.world.ports, referToMultiSector, { actor: otherSpecialist, input });
    expect(logged()).toEqual([['CHANGED', 'NEED_CLIENT_CONTACT']]);
  });

  it.each([
    ['a specialist who serves the client', ordinary, specialist],
    ['a manager', ordinary, manager],
    ['the handler of a protected client', hidden, handler],
  ])('is told of with no need of another where it is made by %s', async (_, clientId, actor) => {
    await change(clientId, actor);
    expect(logged()).toEqual([['CHANGED', undefined]]);
  });
});
