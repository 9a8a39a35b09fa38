import { localDate } from '@tyovayla/kernel/local-date';
import { StaleWrite, type Transactions, type Write } from '@tyovayla/kernel/sql';
import type { Benefits } from '../application/benefit-ports.ts';
import type { ClientCases, Meetings, ServiceNeeds } from '../application/ports.ts';
import type { ClientCase } from '../domain/client-case/client-case.ts';
import type { Meeting } from '../domain/meeting/meeting.ts';
import type { ServiceNeed } from '../domain/service-need/service-need.ts';
import { aBenefit } from './benefit-builders.ts';
import { aClientCase, aJobSearch, anEndedCase, aProtectedCase } from './builders.ts';
import { aBookedMeeting, aBooking, aHeldMeeting, aPlannedMeeting, aRemoteBooking } from './meeting-builders.ts';

/** What stores of cases, meetings and assessments are tried on. */
export type CaseStoreOnTrial = {
  readonly cases: ClientCases;
  readonly meetings: Meetings;
  readonly serviceNeeds: ServiceNeeds;
  readonly benefits: Benefits;
  readonly transactions: Transactions;
};

const itself = { actorId: 'guidance', program: 'guidance', roles: [] };

const uuid = (kind: number, number: number): string =>
  `0000000${kind}-0000-7000-a000-${number.toString().padStart(12, '0')}`;

let clients = 0;

/** Another client each time, so that tests on one database don't meet. */
const nextClientId = (): string => {
  clients += 1;
  return uuid(1, clients);
};

const meetingId = (number: number): string => uuid(2, clients * 100 + number);

const caseless = ({ servedBy: _read, ...rest }: ClientCase) => rest;

/** One meeting of every status, the latest first. */
const everyStatus = (clientId: string): readonly Meeting[] => {
  const at = (number: number) => ({ clientId, meetingId: meetingId(number) });
  const asked = { dueOn: localDate('2026-12-25'), scheduleBy: localDate('2026-12-23') };
  const { asked: _asked, ...contact } = aBookedMeeting(at(1));
  const remote = aRemoteBooking({ on: localDate('2026-12-30'), remoteReason: 'LONG_JOURNEY', bookedBy: 'SELF' });
  return [
    { ...contact, kind: 'CONTACT', booking: remote },
    aPlannedMeeting({ ...at(2), kind: 'SUPPLEMENTARY', asked }),
    { ...aBookedMeeting(at(3)), status: 'MISSED', missedOn: localDate('2026-03-02'), effect: 'JOB_SEARCH_ENDS' },
    { ...aBookedMeeting(at(4)), status: 'CANCELLED', cancelledOn: localDate('2026-02-20'), reason: 'CLIENT_ASKED' },
    { ...aPlannedMeeting(at(5)), status: 'TAKEN_OVER' },
    aHeldMeeting(at(6)),
  ];
};

/** What every store of cases keeps; run on memory and on Postgres. */
export const caseRepositoryContract = (name: string, open: () => Promise<CaseStoreOnTrial>): void => {
  let store: CaseStoreOnTrial;

  beforeAll(async () => {
    store = await open();
  });

  const write = (writes: readonly Write[]): Promise<void> =>
    store.transactions.transact(itself, (tx) => tx.write(writes));

  const stored = async (clientCase: ClientCase): Promise<ClientCase> => {
    await write(store.cases.insert(clientCase));
    return clientCase;
  };

  const found = (clientId: string) => store.transactions.transact(itself, (tx) => store.cases.find(tx, clientId));
  const locked = (clientId: string) => store.transactions.transact(itself, (tx) => store.cases.lock(tx, clientId));

  describe(`the store of cases (${name})`, () => {
    it.each([
      [
        'an ordinary client',
        aClientCase({ segment: '03', teamId: 'competence', version: 4, profilePublishedOn: localDate('2026-09-10') }),
      ],
      ['a protected client', aProtectedCase()],
      ['a client without a job search', anEndedCase()],
      ['a client of known age and qualification', aClientCase({ age: 'YOUNG', vocationalQualification: 'MISSING' })],
    ])('gives back %s as they were', async (_, about) => {
      const clientCase = await stored({ ...about, clientId: nextClientId() });
      const [seen, under] = [await found(clientCase.clientId), await locked(clientCase.clientId)];
      expect(seen && caseless(seen)).toEqual(caseless(clientCase));
      expect(under).toEqual(seen);
    });

    it('knows nothing of a client who has no case', async () => {
      expect([await found(nextClientId()), await locked(nextClientId())]).toEqual([undefined, undefined]);
    });

    it('gives many at once, and those alone that there are', async () => {
      const [one, other] = [
        await stored(aClientCase({ clientId: nextClientId() })),
        await stored(aProtectedCase({ clientId: nextClientId() })),
      ];
      const ids = [other.clientId, nextClientId(), one.clientId];
      const many = await store.transactions.transact(itself, (tx) => store.cases.lockMany(tx, ids));
      expect([...many.keys()].toSorted()).toEqual([one.clientId, other.clientId].toSorted());
      expect(many.get(other.clientId)?.handlerId).toBe('staff-0004');
    });

    it('takes a change of the version that it was made on, and no other', async () => {
      const before = await stored(aClientCase({ clientId: nextClientId(), version: 1 }));
      const jobSearch = aJobSearch({ statusCode: '03', statusSince: localDate('2026-03-02') });
      const after = { ...before, version: 3, segment: '01', jobSearch } as const;
      await write(store.cases.save(before, after));
      expect(await found(before.clientId)).toMatchObject({ version: 3, segment: '01', jobSearch });
      await expect(write(store.cases.save(before, after))).rejects.toThrow(StaleWrite);
    });

    it('forgets the municipality of a client who is withheld', async () => {
      const before = await stored(aClientCase({ clientId: nextClientId() }));
      const { municipalityCode: _withheld, ...rest } = before;
      await write(store.cases.save(before, { ...rest, handlerId: 'staff-0004' }));
      const after = await found(before.clientId);
      expect([after?.municipalityCode, after?.handlerId]).toEqual([undefined, 'staff-0004']);
    });
  });

  describe(`the store of meetings (${name})`, () => {
    const add = (meetings: readonly Meeting[]) => write(store.meetings.save(meetings.map((after) => ({ after }))));
    const of = (clientId: string) => store.transactions.transact(itself, (tx) => store.meetings.ofClient(tx, clientId));

    it('gives back a meeting of every status as it was, the latest first', async () => {
      const { clientId } = await stored(aClientCase({ clientId: nextClientId() }));
      const meetings = everyStatus(clientId);
      await add(meetings.toReversed());
      expect(await of(clientId)).toEqual(meetings);
    });

    it('takes a change of the version that it was made on, and no other', async () => {
      const { clientId } = await stored(aClientCase({ clientId: nextClientId() }));
      const before = aPlannedMeeting({ clientId, meetingId: meetingId(1) });
      await add([before]);
      const after = aBookedMeeting({ clientId, meetingId: meetingId(1) });
      await write(store.meetings.save([{ before, after }]));
      expect(await of(clientId)).toEqual([after]);
      await expect(write(store.meetings.save([{ before, after }]))).rejects.toThrow(StaleWrite);
    });

    it('takes a meeting over from planned to booked to held', async () => {
      const { clientId } = await stored(aClientCase({ clientId: nextClientId() }));
      const at = { clientId, meetingId: meetingId(1) };
      const [planned, booked, held] = [aPlannedMeeting(at), aBookedMeeting(at), aHeldMeeting(at)];
      await add([planned]);
      await write(store.meetings.save([{ before: planned, after: booked }]));
      const moved = { ...booked, version: 3, booking: aBooking({ on: localDate('2026-02-11') }) };
      await write(store.meetings.save([{ before: booked, after: moved }]));
      await write(store.meetings.save([{ before: moved, after: { ...held, version: 4 } }]));
      expect(await of(clientId)).toEqual([{ ...held, version: 4 }]);
    });

    it('gives a specialist’s bookings of a day, and of no other day or person', async () => {
      const { clientId } = await stored(aClientCase({ clientId: nextClientId() }));
      const specialistId = `staff-${clientId}`;
      const booked = (number: number, about: Parameters<typeof aBooking>[0]) =>
        aBookedMeeting({ clientId, meetingId: meetingId(number), booking: aBooking({ specialistId, ...about }) });
      const theirs = booked(1, {});
      await add([
        theirs,
        booked(2, { on: localDate('2026-02-11') }),
        booked(3, { specialistId: 'staff-else' }),
        aHeldMeeting({ clientId, meetingId: meetingId(4), booking: aBooking({ specialistId }) }),
      ]);
      const of = { specialistId, on: localDate('2026-02-10') };
      const found = await store.transactions.transact(itself, (tx) => store.meetings.bookingsOf(tx, of));
      expect(found).toEqual([theirs]);
    });
  });

  describe(`the store of assessments (${name})`, () => {
    it('gives back what was assessed, the newest first, and its words until they are forgotten', async () => {
      const { clientId } = await stored(aClientCase({ clientId: nextClientId() }));
      const assessment = (number: number, about: Partial<ServiceNeed>): ServiceNeed => ({
        assessmentId: meetingId(number),
        clientId,
        assessedOn: localDate('2026-02-10'),
        segment: '01',
        multiSectorNeed: 'NO',
        assessedBy: 'staff-0001',
        ...about,
      });
      const needs = [
        assessment(1, {}),
        assessment(2, { vocationalQualification: 'NO' }),
        assessment(3, { segment: '05', workAbilityConsidered: 'YES', serviceLanguage: 'sv', note: 'Vuorotyö' }),
      ];
      for (const need of needs) await write(store.serviceNeeds.add(need));
      const found = await store.transactions.transact(itself, (tx) => store.serviceNeeds.ofClient(tx, clientId));
      expect(found).toEqual(needs.toReversed());
      await write(store.serviceNeeds.forgetNotes(clientId));
      const left = await store.transactions.transact(itself, (tx) => store.serviceNeeds.ofClient(tx, clientId));
      expect(left).toEqual(needs.toReversed().map(({ note: _forgotten, ...need }) => need));
    });
  });

  describe(`the store of benefits (${name})`, () => {
    const of = (clientId: string) => store.transactions.transact(itself, (tx) => store.benefits.ofClient(tx, clientId));

    it('gives back what was recorded, the latest first; one ended, one replaced and gone from view', async () => {
      const { clientId } = await stored(aClientCase({ clientId: nextClientId() }));
      const [from, then] = [localDate('2026-05-04'), localDate('2026-06-01')];
      const first = aBenefit({ clientId, recordId: meetingId(1), from });
      const wrong = aBenefit({ clientId, recordId: meetingId(2), from: then, kind: 'NONE' });
      const right = { ...wrong, recordId: meetingId(3), kind: 'EARNINGS_RELATED', toldBy: 'OFFICIAL' } as const;
      await write(store.benefits.record({ benefit: first }));
      const ends = { ...first, until: then };
      await write(store.benefits.record({ benefit: wrong, ends }));
      expect(await of(clientId)).toEqual([wrong, ends]);
      await write(store.benefits.record({ benefit: right, replaces: wrong }));
      expect(await of(clientId)).toEqual([right, ends]);
    });
  });
};
