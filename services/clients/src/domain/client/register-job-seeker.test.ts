import { helsinkiDate, type LocalDate, localDate } from '@tyovayla/kernel/local-date';
import { municipalityCode } from '@tyovayla/kernel/municipality';
import {
  aClient,
  aNationalRecordForm,
  anEndedJobSearch,
  aPerson,
  aProtectedClient,
  aRegistration,
  aRunningJobSearch,
  clientId,
  identityCodeOf,
  jobSearchId,
  today,
} from '../../testing/builders.ts';
import { given } from '../../testing/given.ts';
import type { Client } from './client.ts';
import { type Applicant, registerJobSeeker } from './register-job-seeker.ts';
import type { RegistrationForm } from './registration-form.ts';

const aStranger: Applicant = { kind: 'NEW' };
const known = (client: Client): Applicant => ({ kind: 'KNOWN', client });

const registering =
  (form: Partial<RegistrationForm> = {}, on: LocalDate = today) =>
  (applicant: Applicant) =>
    registerJobSeeker(applicant, {
      registration: aRegistration(form, on),
      newClientId: clientId(7),
      newJobSearchId: jobSearchId(7),
      today: on,
    });

const order = { validFrom: '2026-01-28', validTo: '', handlerId: 'staff-0004' };

describe('registering a job seeker for the first time (act 380/2023 27 §, handbook R1.1)', () => {
  it('starts the job search today and tells no more than others need', () => {
    const next = given(aStranger)
      .when(registering())
      .then([
        { type: 'ClientRegistered', clientId: clientId(7) },
        {
          type: 'JobSearchStarted',
          clientId: clientId(7),
          jobSearchId: jobSearchId(7),
          startedOn: today,
          statusSpells: [{ code: '02', from: today }],
          municipalityCode: municipalityCode('240'),
          foreignCitizen: false,
          ageBand: 'FROM_25_TO_59',
        },
      ]);
    expect(next).toEqual(
      aClient({
        clientId: clientId(7),
        version: 2,
        jobSearch: aRunningJobSearch({
          jobSearchId: jobSearchId(7),
          startedOn: today,
          openSpell: { code: '02', from: today },
        }),
      }),
    );
  });

  it('counts a person with no Finnish citizenship as foreign, and one with two citizenships as Finnish', () => {
    const started = (citizenships: readonly string[]) => {
      const result = registering({ citizenships })(aStranger);
      return result.ok ? result.value.facts.find((fact) => fact.type === 'JobSearchStarted') : undefined;
    };
    expect(started(['SE'])).toEqual(expect.objectContaining({ foreignCitizen: true }));
    expect(started(['SE', 'FI'])).toEqual(expect.objectContaining({ foreignCitizen: false }));
  });

  it('tells no municipality of a person whom a protection order covers from the first day', () => {
    const next = given(aStranger)
      .when(registering({ protectionOrder: order }))
      .then([
        expect.objectContaining({ type: 'ClientRegistered' }),
        expect.not.objectContaining({ municipalityCode: expect.anything() }),
      ]);
    expect(next.protectionOrder).toEqual({ validFrom: '2026-01-28', handlerId: 'staff-0004' });
  });

  it.each([
    ['one minute before midnight in winter', '2026-02-01T21:59:00Z', '2026-02-01'],
    ['one minute after midnight in winter', '2026-02-01T22:01:00Z', '2026-02-02'],
    ['23:59 on the eve of the spring night', '2026-03-28T21:59:00Z', '2026-03-28'],
    ['00:01 of the spring night, before the clock goes forward', '2026-03-28T22:01:00Z', '2026-03-29'],
    ['23:59 after the clock went forward', '2026-03-29T20:59:00Z', '2026-03-29'],
    ['00:01 after the clock went forward', '2026-03-29T21:01:00Z', '2026-03-30'],
    ['23:59 on the eve of the autumn night', '2026-10-24T20:59:00Z', '2026-10-24'],
    ['00:01 of the autumn night, before the clock goes back', '2026-10-24T21:01:00Z', '2026-10-25'],
    ['23:59 after the clock went back', '2026-10-25T21:59:00Z', '2026-10-25'],
    ['00:01 after the clock went back', '2026-10-25T22:01:00Z', '2026-10-26'],
    ['23:59 on the last day of the year', '2026-12-31T21:59:00Z', '2026-12-31'],
  ])('counts a registration at %s for the calendar day in Helsinki (handbook R1.2)', (_, instant, day) => {
    given(aStranger)
      .when(registering({}, helsinkiDate(new Date(instant))))
      .then([expect.anything(), expect.objectContaining({ startedOn: day })]);
  });

  it('counts a person who turns 25 today as 25, without a fact of its own', () => {
    given(aStranger)
      .when(registering({ identityCode: identityCodeOf('2001-02-02') }))
      .then([expect.anything(), expect.objectContaining({ ageBand: 'FROM_25_TO_59' })]);
  });

  it('refuses a person whom a protection order hides from the one who registers', () => {
    given<Applicant>({ kind: 'WITHHELD', clientId: clientId(1) })
      .when(registering())
      .refuses('REGISTRATION_NEEDS_HANDLER');
  });
});

describe('registering a person again', () => {
  const former = aClient({ version: 5, jobSearch: anEndedJobSearch(), subsidyDays: 40 });

  it('starts a new job search that links to the former, and takes name, home and contact from the form', () => {
    const moved = { familyName: 'Lahtinen-Aho', municipalityCode: '851', citizenships: ['FI', 'SE'] };
    const next = given(known(former))
      .when(registering(moved))
      .then(
        expect.objectContaining({
          type: 'JobSearchStarted',
          clientId: clientId(1),
          jobSearchId: jobSearchId(7),
          formerJobSearchId: jobSearchId(1),
          municipalityCode: '851',
        }),
      );
    expect(next).toEqual({
      ...former,
      version: 6,
      person: aPerson({ ...moved, municipalityCode: municipalityCode('851') }),
      residentSince: today,
      jobSearch: aRunningJobSearch({
        jobSearchId: jobSearchId(7),
        formerJobSearchId: jobSearchId(1),
        startedOn: today,
        openSpell: { code: '02', from: today },
      }),
    });
  });

  it('refuses while a job search runs, and says which and since when', () => {
    const no = given(known(aClient())).when(registering()).refuses('JOB_SEARCH_ALREADY_RUNNING');
    expect(no).toEqual(
      expect.objectContaining({ kind: 'conflict', data: { jobSearchId: jobSearchId(1), runningSince: '2026-01-12' } }),
    );
  });

  it('keeps a protection order in force, whatever the form says', () => {
    const next = given(known(aProtectedClient({ jobSearch: anEndedJobSearch() })))
      .when(registering({ protectionOrder: { ...order, handlerId: 'staff-9999' } }))
      .then(expect.not.objectContaining({ municipalityCode: expect.anything() }));
    expect(next.protectionOrder).toEqual({ validFrom: '2026-01-01', handlerId: 'staff-0004' });
  });

  it('withholds the municipality of a former client who comes back under a protection order', () => {
    given(known(former))
      .when(registering({ protectionOrder: order }))
      .then([
        { type: 'MunicipalityWithheld', clientId: clientId(1), from: today },
        expect.not.objectContaining({ municipalityCode: expect.anything() }),
      ]);
  });
});

describe('taking over a job search that runs in the national register', () => {
  const takingOver = (
    record: Parameters<typeof aNationalRecordForm>[0] = {},
    identityCode = identityCodeOf('1988-05-14'),
  ) => registering({ statusCode: '', identityCode, nationalRecord: aNationalRecordForm(record) });

  it('keeps its first day and its history', () => {
    const next = given(aStranger)
      .when(takingOver())
      .then([
        expect.objectContaining({ type: 'ClientRegistered' }),
        expect.objectContaining({
          startedOn: '2025-09-01',
          statusSpells: [
            { code: '02', from: '2025-09-01', to: '2025-12-01' },
            { code: '07', from: '2025-12-01' },
          ],
        }),
      ]);
    expect(next.jobSearch).toEqual(expect.objectContaining({ status: 'RUNNING', startedOn: '2025-09-01' }));
  });

  it('tells the age band of the first day, and the birthday since then as a fact of its own', () => {
    given(aStranger)
      .when(takingOver({}, identityCodeOf('2000-11-30')))
      .then([
        expect.anything(),
        expect.objectContaining({ ageBand: 'UNDER_25' }),
        {
          type: 'ClientTurned25',
          clientId: clientId(7),
          turnedOn: localDate('2025-11-30'),
        },
      ]);
  });

  it.each([
    ['on the first day of the search', '2000-09-01', []],
    ['the day after the first day', '2000-09-02', ['2025-09-02']],
    ['today', '2001-02-02', ['2026-02-02']],
    ['tomorrow', '2001-02-03', []],
  ])('tells of a 25th birthday %s only where it fell after the first day and has come', (_, birthDate, told) => {
    const result = takingOver({}, identityCodeOf(birthDate))(aStranger);
    const facts = result.ok ? result.value.facts : [];
    expect(facts.flatMap((fact) => (fact.type === 'ClientTurned25' ? [fact.turnedOn] : []))).toEqual(told);
  });

  it('tells that the 300th subsidy day was paid', () => {
    const next = given(aStranger)
      .when(takingOver({ subsidyDays: 310, subsidy300Reached: '2025-12-20' }))
      .then([
        expect.anything(),
        expect.anything(),
        {
          type: 'SubsidyDays300Reached',
          clientId: clientId(7),
          reachedOn: localDate('2025-12-20'),
        },
      ]);
    expect(next.subsidyDays).toBe(310);
  });

  it('tells it no second time of a former client', () => {
    const former = aClient({ jobSearch: anEndedJobSearch(), subsidyDays: 305 });
    given(known(former))
      .when(takingOver({ subsidyDays: 310, subsidy300Reached: '2025-12-20' }))
      .then(expect.objectContaining({ type: 'JobSearchStarted' }));
  });

  it('refuses a record that overlaps the former job search or takes back subsidy days', () => {
    const former = aClient({ jobSearch: anEndedJobSearch({ endedOn: localDate('2025-09-01') }), subsidyDays: 10 });
    const overlaps = given(known(former))
      .when(takingOver({ subsidyDays: 10 }))
      .refuses('NATIONAL_RECORD_INCONSISTENT');
    expect(overlaps.violations).toEqual([expect.objectContaining({ code: 'OVERLAPS_FORMER' })]);
    const earlier = aClient({ jobSearch: anEndedJobSearch(), subsidyDays: 10 });
    const fewer = given(known(earlier))
      .when(takingOver({ subsidyDays: 9 }))
      .refuses('NATIONAL_RECORD_INCONSISTENT');
    expect(fewer.violations).toEqual([expect.objectContaining({ code: 'SUBSIDY_DAYS_DECREASED' })]);
  });
});
