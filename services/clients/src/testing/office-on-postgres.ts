import { randomUUID } from 'node:crypto';
import type { SessionActor } from '@tyovayla/kernel/sql';
import type { Actor } from '@tyovayla/runtime/actor';
import type { Command } from '@tyovayla/runtime/command';
import { runQuery } from '@tyovayla/runtime/pipeline/run-query';
import { aStaffMember } from '@tyovayla/runtime/testing/actors';
import { tryCommand } from '@tyovayla/runtime/testing/try-command';
import { startTimerSweeper, type TimerKind } from '@tyovayla/service/timer-sweeper';
import type { ClientId } from '../domain/client/client.ts';
import type { PostgresClients } from './postgres-clients.ts';

export const specialist = aStaffMember('CASE_SPECIALIST', { id: 'staff-0001' });
export const manager = aStaffMember('SERVICE_MANAGER', { id: 'staff-0003' });
export const handler = aStaffMember('PROTECTED_CLIENT_HANDLER', { id: 'staff-0004' });

// biome-ignore lint/suspicious/noExplicitAny: commands of every shape are run here
type SomeCommand<Input, Answer> = Command<Input, any, any, any, Answer>;

const itself: SessionActor = { actorId: 'clients', program: 'clients', roles: [] };

/** What happened to a command, in a word. */
export const codeOf = (result: { ok: true } | { ok: false; refusal: { code: string } }): string =>
  result.ok ? 'done' : result.refusal.code;

/** What people of the office do in a registry on Postgres, a case specialist where nobody else is named. */
export const officeOn = (clients: () => PostgresClients) => {
  const run = <Input, Answer>(command: SomeCommand<Input, Answer>, input: Input, actor: Actor = specialist) =>
    tryCommand(clients().pipeline, command, { actor, input, requestId: randomUUID() });

  const rows = <Row extends object>(text: string, values: readonly unknown[]) =>
    clients().database.read(itself, (sql) => sql.query<Row>(text, values));

  return {
    run,
    /** As `run`, where a refusal would be a fault of the test. */
    done: async <Input, Answer>(command: SomeCommand<Input, Answer>, input: Input, actor?: Actor): Promise<Answer> => {
      const result = await run(command, input, actor);
      if (!result.ok) throw new Error(`${command.name}: ${JSON.stringify(result.refusal)}`);
      return result.value;
    },
    /** A client's page; throws the code of a refusal. */
    recordOf: async (clientId: ClientId, actor: Actor = specialist) => {
      const { pipeline, catalogue } = clients();
      const input = { clientId, accessReason: 'CLIENT_SERVICE' } as const;
      const shown = await runQuery(pipeline, catalogue.queries.getClient, { actor, input });
      if (!shown.ok) throw new Error(shown.refusal.code);
      return shown.value;
    },
    /** Rows as the service's own program sees them. */
    rows,
    /** Names of the events told of a client, in order. */
    eventsOf: async (clientId: ClientId): Promise<readonly string[]> => {
      const text = 'SELECT type FROM outbox WHERE aggregate_id = $1 ORDER BY aggregate_version';
      return (await rows<{ type: string }>(text, [clientId])).map(({ type }) => type.split('.').at(-1) ?? '');
    },
    /** Fires the timers of some kinds that are due. */
    sweep: async (kinds: Readonly<Record<string, TimerKind>>): Promise<void> => {
      const { database, pipeline } = clients();
      const sweeper = startTimerSweeper({ transactions: database, pipeline, kinds });
      // It sweeps once by itself when it starts; two sweeps at once would settle one timer twice.
      await sweeper.stop();
      await sweeper.runOnce();
    },
  };
};
