import { join } from 'node:path';
import { helsinkiDate } from '@tyovayla/kernel/local-date';
import { messagingMigrations } from '@tyovayla/messaging/messaging-migrations';
import { outboxWrites } from '@tyovayla/messaging/outbox';
import { mergeWrites } from '@tyovayla/persistence/merge-writes';
import { migrate } from '@tyovayla/persistence/migrate';
import { persistenceMigrations } from '@tyovayla/persistence/persistence-migrations';
import type { RegisterJobSeekerRequest } from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import { newId } from '@tyovayla/runtime/new-id';
import { projectRoot } from '@tyovayla/testing/project-root';
import type { Pool } from 'pg';
import { clientsMigrations } from '../../services/clients/migrations/clients-migrations.ts';
import { clientEvents } from '../../services/clients/src/adapters/events/outgoing.ts';
import { registrationFormFrom } from '../../services/clients/src/adapters/grpc/request-mapping.ts';
import { birthdayTimers } from '../../services/clients/src/adapters/postgres/birthday-timers.ts';
import { clientRepository } from '../../services/clients/src/adapters/postgres/client.repository.ts';
import type { IdentityCodeVault } from '../../services/clients/src/adapters/postgres/identity-code-vault.ts';
import { readArea } from '../../services/clients/src/adapters/reference/read-area.ts';
import { registrationReader } from '../../services/clients/src/application/read-registration.ts';
import { turningDays } from '../../services/clients/src/domain/client/age-band.ts';
import type { ClientId } from '../../services/clients/src/domain/client/client.ts';
import type { JobSearchId } from '../../services/clients/src/domain/client/job-search.ts';
import { registerJobSeeker } from '../../services/clients/src/domain/client/register-job-seeker.ts';

/** Codes in clear: the prototype encrypts nothing. */
const open: IdentityCodeVault = {
  seal: (_clientId, code) => Buffer.from(code),
  open: () => {
    throw new Error('the prototype reads nothing');
  },
  sealFormer: (_id, code) => Buffer.from(code),
  openFormer: () => {
    throw new Error('the prototype reads nothing');
  },
  index: (code) => Buffer.from(code),
  indexes: (code) => [Buffer.from(code)],
};

const tables = ['client', 'residence', 'job_search', 'status_spell'];

/**
 * The rows and events of the product's registration, in one statement and nothing around it: no TLS, token, access
 * rule, validation by the contract, idempotency, access log, encryption or row-level security.
 */
export const sameRows = async (pool: Pool, url: string) => {
  const appRole = decodeURIComponent(new URL(url).username);
  await migrate({ url, migrations: [...persistenceMigrations, ...messagingMigrations, ...clientsMigrations], appRole });
  for (const table of tables) await pool.query(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
  const area = readArea(new URL(`file://${join(projectRoot, 'services/clients/reference/meri-lappi.json')}`));
  const clock = { now: () => new Date(), today: () => helsinkiDate(new Date()) };
  const read = registrationReader(area, clock);
  const clients = clientRepository(open);
  const actor = { kind: 'PROGRAM', id: 'prototype', program: 'prototype', roles: [] } as const;

  return async (request: RegisterJobSeekerRequest): Promise<string> => {
    const registration = read(registrationFormFrom(request));
    if (!registration.ok) throw new Error(registration.refusal.code);
    const today = clock.today();
    const clientId = newId() as ClientId;
    const ids = { newClientId: clientId, newJobSearchId: newId() as JobSearchId };
    const decision = registerJobSeeker({ kind: 'NEW' }, { registration: registration.value, ...ids, today });
    if (!decision.ok) throw new Error(decision.refusal.code);
    const context = { actor, now: clock.now(), today, correlationId: clientId, requestId: clientId, newId };
    const { text, values } = mergeWrites([
      ...clients.saveNew(decision.value.next),
      ...turningDays(registration.value.birthDate)
        .filter(({ turnsOn }) => turnsOn > today)
        .map((day) => birthdayTimers.set({ ...day, timerId: newId(), clientId })),
      ...outboxWrites(clientEvents.outgoing(decision.value, context), { area: 'meri-lappi' }),
    ]);
    await pool.query({ name: `same rows ${text.length}`, text, values: [...values] });
    return clientId;
  };
};

/** How the relay of the prototype reads the product's outbox. */
export const pendingOfSameRows =
  'SELECT position, event_id, body, stored_at AS occurred FROM outbox WHERE published_at IS NULL ORDER BY position LIMIT $1';

/** Whether the prototype was asked for them. */
export const wantsSameRows = (): boolean => process.env.SAME_ROWS === '1';
