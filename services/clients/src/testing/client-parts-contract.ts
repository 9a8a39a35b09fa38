import { localDate } from '@tyovayla/kernel/local-date';
import { type SessionActor, StaleWrite, type Transactions, type Write } from '@tyovayla/kernel/sql';
import type { PartPorts } from '../application/part-ports.ts';
import type { ClientRepository } from '../application/ports.ts';
import type { ClientId } from '../domain/client/client.ts';
import type { LanguageCode } from '../domain/profile/language-skill.ts';
import { emptyProfile, type Publication } from '../domain/profile/profile.ts';
import { aClient, aPerson, aRunningJobSearch, clientId, identityCodeOf, jobSearchId, today } from './builders.ts';
import {
  aClientProfile,
  aClientWorkAbility,
  aConsent,
  aReceipt,
  aWorkAbility,
  consentId,
  receiptId,
} from './part-builders.ts';

/** What stores of parts are tried on. */
export type PartStore = {
  readonly parts: PartPorts;
  readonly clients: ClientRepository;
  readonly transactions: Transactions;
};

const specialist: SessionActor = { actorId: 'staff-0001', program: 'portal', roles: ['CASE_SPECIALIST'] };
const ownProgram: SessionActor = { actorId: 'clients', program: 'clients', roles: [] };
const published: Publication = { publisher: 'CLIENT', parts: ['SKILLS', 'WISHES'], publishedOn: today };

let people = 2000;

/** What every store of the parts of a client's record keeps; run on memory and on Postgres. */
export const clientPartsContract = (name: string, open: () => Promise<PartStore>): void => {
  describe(`the registry keeps the parts of a client’s record (${name})`, () => {
    let store: PartStore;
    const write = (writes: readonly Write[]): Promise<void> =>
      store.transactions.transact(specialist, (tx) => tx.write(writes));
    const read = <Value>(ask: (parts: PartPorts, tx: Parameters<PartPorts['profiles']['find']>[0]) => Promise<Value>) =>
      store.transactions.transact(specialist, (tx) => ask(store.parts, tx));

    /** Somebody new in each test. */
    const somebody = async (): Promise<ClientId> => {
      people += 1;
      const identityCode = identityCodeOf(`19${50 + (people % 50)}-05-0${1 + (people % 9)}`, 900 + (people % 100));
      const client = aClient({
        clientId: clientId(people),
        person: aPerson({ identityCode }),
        jobSearch: aRunningJobSearch({ jobSearchId: jobSearchId(people) }),
      });
      await write(store.clients.saveNew(client));
      return client.clientId;
    };

    beforeAll(async () => {
      store = await open();
    });

    it('a profile through recording, publishing and withdrawing', async () => {
      const id = await somebody();
      expect(await read((parts, tx) => parts.profiles.find(tx, id))).toBeUndefined();
      const steps = [
        aClientProfile(),
        aClientProfile({ version: 2, publication: published }),
        aClientProfile({ version: 3, profile: emptyProfile }),
      ];
      let before: (typeof steps)[number] | undefined;
      for (const after of steps) {
        await write(store.parts.profiles.save({ clientId: id, after, ...(before && { before }) }));
        expect(await read((parts, tx) => parts.profiles.find(tx, id))).toEqual(after);
        before = after;
      }
    });

    it('no profile that was decided on an older version', async () => {
      const id = await somebody();
      const before = aClientProfile();
      const after = aClientProfile({ version: 2, publication: published });
      await write(store.parts.profiles.save({ clientId: id, after: before }));
      await write(store.parts.profiles.save({ clientId: id, before, after }));
      await expect(write(store.parts.profiles.save({ clientId: id, before, after: before }))).rejects.toThrow(
        StaleWrite,
      );
      expect(await read((parts, tx) => parts.profiles.find(tx, id))).toEqual(after);
    });

    it('nothing published of a client who comes under protection, and one more version only where there was', async () => {
      const id = await somebody();
      await write([store.parts.profiles.withdrawUnderProtection(id)]);
      await write(store.parts.profiles.save({ clientId: id, after: aClientProfile({ publication: published }) }));
      await write([store.parts.profiles.withdrawUnderProtection(id)]);
      await write([store.parts.profiles.withdrawUnderProtection(id)]);
      expect(await read((parts, tx) => parts.profiles.find(tx, id))).toEqual(aClientProfile({ version: 2 }));
    });

    it('the newest work-ability assessment alone', async () => {
      const id = await somebody();
      const before = aClientWorkAbility();
      const after = aClientWorkAbility({
        version: 2,
        purpose: 'SUPPORT_FOR_WORK',
        workAbility: aWorkAbility({ limits: [], source: 'HEALTH_CARE' }),
      });
      await write(store.parts.workAbilities.save({ clientId: id, after: before }));
      expect(await read((parts, tx) => parts.workAbilities.find(tx, id))).toEqual(before);
      await write(store.parts.workAbilities.save({ clientId: id, before, after }));
      expect(await read((parts, tx) => parts.workAbilities.find(tx, id))).toEqual(after);
      await expect(write(store.parts.workAbilities.save({ clientId: id, before, after }))).rejects.toThrow(StaleWrite);
    });

    it('consents, the newest first, and when one was withdrawn', async () => {
      const [id, other] = [await somebody(), await somebody()];
      const first = aConsent({ consentId: consentId(people) });
      const { recipientBusinessId: _firm, matterId: _matter, ...rest } = aConsent();
      const second = { ...rest, consentId: consentId(people + 1), recipientKind: 'KELA' as const };
      await write([store.parts.consents.give(id, first), store.parts.consents.give(id, second)]);
      expect(await read((parts, tx) => parts.consents.list(tx, id))).toEqual([second, first]);
      expect(await read((parts, tx) => parts.consents.list(tx, other))).toEqual([]);
      await write([store.parts.consents.withdraw(first.consentId, today)]);
      const find = (clientIdOf: ClientId) =>
        read((parts, tx) => parts.consents.find(tx, { clientId: clientIdOf, consentId: first.consentId }));
      expect(await find(id)).toEqual({ ...first, withdrawnOn: today });
      expect(await find(other)).toBeUndefined();
    });

    it('what a client was informed of, the newest first', async () => {
      const id = await somebody();
      const early = aReceipt({ receiptId: receiptId(people) });
      const late = aReceipt({
        receiptId: receiptId(people - 1),
        topic: 'PROFILE',
        informedOn: localDate('2026-02-01'),
      });
      await write([store.parts.receipts.add(id, early), store.parts.receipts.add(id, late)]);
      expect(await read((parts, tx) => parts.receipts.list(tx, id))).toEqual([late, early]);
    });

    it('nothing of a client whose parts were erased by the service itself', async () => {
      const id = await somebody();
      const { parts } = store;
      await write(parts.profiles.save({ clientId: id, after: aClientProfile() }));
      await write(parts.workAbilities.save({ clientId: id, after: aClientWorkAbility() }));
      await write([
        parts.consents.give(id, aConsent({ consentId: consentId(people) })),
        parts.receipts.add(id, aReceipt({ receiptId: receiptId(people) })),
        parts.interpreters.save(id, { interpreterLanguage: 'ru' as LanguageCode }),
      ]);
      await store.transactions.transact(ownProgram, (tx) => tx.write(parts.erase(id)));
      expect(await read((_parts, tx) => parts.profiles.find(tx, id))).toBeUndefined();
      expect(await read((_parts, tx) => parts.workAbilities.find(tx, id))).toBeUndefined();
      expect(await read((_parts, tx) => parts.consents.list(tx, id))).toEqual([]);
      expect(await read((_parts, tx) => parts.receipts.list(tx, id))).toEqual([]);
      expect(await read((_parts, tx) => parts.interpreters.find(tx, id))).toEqual({});
    });

    it('the interpreter that a client needs, until they need none', async () => {
      const id = await somebody();
      const need = { interpreterLanguage: 'ru' as LanguageCode };
      const now = () => read((parts, tx) => parts.interpreters.find(tx, id));
      expect(await now()).toEqual({});
      await write([store.parts.interpreters.save(id, need)]);
      expect(await now()).toEqual(need);
      await write([store.parts.interpreters.save(id, {})]);
      expect(await now()).toEqual({});
    });
  });
};
