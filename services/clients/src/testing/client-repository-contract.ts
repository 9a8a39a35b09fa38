import { localDate } from '@tyovayla/kernel/local-date';
import { municipalityCode } from '@tyovayla/kernel/municipality';
import { type SessionActor, StaleWrite, type Transactions } from '@tyovayla/kernel/sql';
import { aProgram } from '@tyovayla/runtime/testing/actors';
import type { ClientReader, ClientRepository } from '../application/ports.ts';
import type { Client, ClientId } from '../domain/client/client.ts';
import { endJobSearch } from '../domain/client/end-job-search.ts';
import { recordEmploymentStatus } from '../domain/client/record-employment-status.ts';
import {
  aClient,
  anEndedJobSearch,
  aPerson,
  aRunningJobSearch,
  clientId,
  identityCodeOf,
  jobSearchId,
  today,
} from './builders.ts';

/** What a repository and reader are tried on. */
export type ClientStore = {
  readonly repository: ClientRepository;
  readonly reader: ClientReader;
  readonly transactions: Transactions;
};

/** A program, for whom it is nothing how they serve a client: what is kept is the same for everyone who asks. */
const asking = { actor: aProgram('clients'), now: new Date('2026-02-02T10:00:00Z'), today };

const specialist: SessionActor = { actorId: 'staff-0001', program: 'portal', roles: ['CASE_SPECIALIST'] };

let people = 0;

/** Somebody new in each test. */
const somebody = (about: Partial<Client> = {}): Client => {
  people += 1;
  const identityCode = identityCodeOf(`19${50 + (people % 50)}-03-0${1 + (people % 9)}`, 900 + people);
  return aClient({
    clientId: clientId(people),
    person: aPerson({ identityCode }),
    ...about,
    jobSearch: about.jobSearch ?? aRunningJobSearch({ jobSearchId: jobSearchId(people) }),
  });
};

/** What every store of clients keeps; run on memory and on Postgres. */
export const clientRepositoryContract = (name: string, open: () => Promise<ClientStore>): void => {
  describe(`the registry keeps clients (${name})`, () => {
    let store: ClientStore;
    const saveNew = (client: Client): Promise<void> =>
      store.transactions.transact(specialist, (tx) => tx.write(store.repository.saveNew(client)));
    const save = (before: Client, after: Client): Promise<void> =>
      store.transactions.transact(specialist, (tx) => tx.write(store.repository.save(before, after)));
    const load = (client: Client): Promise<Client | undefined> =>
      store.transactions.transact(specialist, (tx) => store.repository.load(tx, client.clientId, asking));
    const applicant = (client: Client) =>
      store.transactions.transact(specialist, (tx) => store.repository.loadApplicant(tx, client.person.identityCode));
    const record = (client: Client) =>
      store.transactions.transact(specialist, (tx) => store.reader.get(tx, client.clientId, asking));

    beforeAll(async () => {
      store = await open();
    });

    it('gives back a new client as they were saved', async () => {
      const aino = somebody({ subsidyDays: 12 });
      await saveNew(aino);
      expect(await load(aino)).toEqual(aino);
    });

    it('knows nobody who was not saved', async () => {
      expect(await load(somebody())).toBeUndefined();
      expect(await applicant(somebody())).toEqual({ kind: 'NEW' });
    });

    it('finds a person by their identity code', async () => {
      const eino = somebody();
      await saveNew(eino);
      expect(await applicant(eino)).toEqual({ kind: 'KNOWN', client: eino });
    });

    it('tells apart two people whose codes differ by the century sign alone (handbook 1.4)', async () => {
      const one = somebody({ person: aPerson({ identityCode: identityCodeOf('2004-02-29', 902) }) });
      const other = somebody({ person: aPerson({ identityCode: one.person.identityCode.replace('A', 'B') as never }) });
      await saveNew(one);
      expect(await applicant(other)).toEqual({ kind: 'NEW' });
    });

    it('keeps a status history through changes, replacement and end', async () => {
      const client = somebody();
      await saveNew(client);
      const changes = [
        (now: Client) => recordEmploymentStatus(now, { statusCode: '07', from: localDate('2026-01-20'), today }),
        (now: Client) => recordEmploymentStatus(now, { statusCode: '08', from: localDate('2026-01-20'), today }),
        (now: Client) => recordEmploymentStatus(now, { statusCode: '02', from: localDate('2026-01-30'), today }),
        (now: Client) => endJobSearch(now, { reason: 'EMPLOYED', endedOn: today, today }),
      ];
      let now = client;
      for (const change of changes) {
        const decision = change(now);
        if (!decision.ok) throw new Error(decision.refusal.code);
        await save(now, decision.value.next);
        expect(await load(client)).toEqual(decision.value.next);
        now = decision.value.next;
      }
    });

    it('keeps the former job search of a client who comes back, and decides on the new one', async () => {
      const seeker = somebody();
      const former = anEndedJobSearch({
        jobSearchId: seeker.jobSearch.jobSearchId,
        startedOn: seeker.jobSearch.startedOn,
        closedSpells: [{ code: '02', from: seeker.jobSearch.startedOn, to: today }],
        endedOn: localDate('2026-02-01'),
      });
      const gone: Client = { ...seeker, version: 3, jobSearch: former };
      const back: Client = {
        ...gone,
        version: 4,
        person: { ...gone.person, familyName: 'Lahtinen-Aho', municipalityCode: municipalityCode('851') },
        jobSearch: aRunningJobSearch({
          jobSearchId: jobSearchId(501),
          formerJobSearchId: former.jobSearchId,
          startedOn: today,
          openSpell: { code: '02', from: today },
        }),
      };
      await saveNew(seeker);
      await save(seeker, gone);
      await save(gone, back);
      expect(await load(seeker)).toEqual(back);
      expect((await record(seeker))?.jobSearches).toEqual([back.jobSearch, former]);
    });

    it('refuses to save what was decided on an older version', async () => {
      const client = somebody();
      await saveNew(client);
      await save(client, { ...client, version: 3, subsidyDays: 1 });
      await expect(save(client, { ...client, version: 3, subsidyDays: 2 })).rejects.toThrow(StaleWrite);
      expect((await load(client))?.subsidyDays).toBe(1);
    });

    it('shows a client with the birth date of their identity code', async () => {
      const client = somebody({ person: aPerson({ identityCode: identityCodeOf('2000-02-29', 910) }) });
      await saveNew(client);
      const { jobSearch, ...rest } = client;
      expect(await record(client)).toEqual({ ...rest, birthDate: '2000-02-29', jobSearches: [jobSearch] });
    });
  });

  describe(`the registry lists clients (${name})`, () => {
    let store: ClientStore;
    const list = (filter: Partial<Parameters<ClientReader['list']>[1]>) =>
      store.transactions.transact(specialist, (tx) => store.reader.list(tx, { limit: 10, ...filter }));
    const namesOf = async (filter: Partial<Parameters<ClientReader['list']>[1]>): Promise<readonly string[]> =>
      (await list(filter))?.map(({ familyName, givenNames }) => `${familyName} ${givenNames}`) ?? [];

    const folk = [
      ['Öhman', 'Åke', '851'],
      ['Åkerlund', 'Zaida', '851'],
      ['Zetterberg', 'Kaj', '240'],
      ['aalto', 'Helmi', '240'],
      ['Aalto', 'Eero', '976'],
      ['Ärölä', 'Helmi', '240'],
    ] as const;

    beforeAll(async () => {
      store = await open();
      for (const [familyName, givenNames, municipality] of folk) {
        const client = somebody();
        const person = { ...client.person, familyName, givenNames, municipalityCode: municipalityCode(municipality) };
        await store.transactions.transact(specialist, (tx) =>
          tx.write(store.repository.saveNew({ ...client, person })),
        );
      }
    });

    it('in the order of the Finnish alphabet, where å, ä and ö come last', async () => {
      const listed = await namesOf({ municipalityCode: '851' });
      expect(listed.filter((listedName) => /Öhman|Åkerlund/.test(listedName))).toEqual(['Åkerlund Zaida', 'Öhman Åke']);
      expect(await namesOf({ namePrefix: 'helm' })).toEqual(['aalto Helmi', 'Ärölä Helmi']);
    });

    it('whose family name or given names begin with a text, in any case', async () => {
      expect(await namesOf({ namePrefix: 'AALTO' })).toEqual(['aalto Helmi', 'Aalto Eero']);
      expect(await namesOf({ namePrefix: 'å' })).toEqual(['Åkerlund Zaida', 'Öhman Åke']);
      expect(await namesOf({ namePrefix: '%' })).toEqual([]);
    });

    it('who live in a municipality or are under a status', async () => {
      expect(await namesOf({ namePrefix: 'helmi', municipalityCode: '976' })).toEqual([]);
      expect(await namesOf({ namePrefix: 'aal', statusCode: '02' })).toHaveLength(2);
      expect(await namesOf({ namePrefix: 'aal', statusCode: '07' })).toEqual([]);
    });

    it('who were asked for, and nobody else', async () => {
      const [one, two] = (await list({ namePrefix: 'aal', limit: 2 }))?.map(({ clientId: id }) => id) ?? [];
      const asked = await list({ clientIds: [two as ClientId, one as ClientId], limit: 100 });
      expect(asked?.map(({ clientId: id }) => id)).toEqual([one, two]);
    });

    it('page by page, each person once', async () => {
      const everybody = (await list({ limit: 1000 }))?.map(({ clientId: id }) => id) ?? [];
      const seen = (await list({ limit: 2 }))?.map(({ clientId: id }) => id) ?? [];
      for (let last = seen.at(-1); last !== undefined; ) {
        const page = (await list({ limit: 2, after: last }))?.map(({ clientId: id }) => id) ?? [];
        seen.push(...page);
        last = page.at(-1);
      }
      expect(seen).toEqual(everybody);
      expect(new Set(seen).size).toBeGreaterThanOrEqual(folk.length);
    });

    it('from nowhere, where the page before ended with nobody', async () => {
      expect(await list({ after: clientId(999_999) })).toBeUndefined();
    });
  });
};
