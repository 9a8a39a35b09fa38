import { localDate } from '@tyovayla/kernel/local-date';
import {
  aClient,
  aNationalRecordForm,
  anEndedJobSearch,
  aRegistration,
  clientId,
  dayAfter,
  identityCodeOf,
  jobSearchId,
  neighbours,
  today,
} from '../../testing/builders.ts';
import { given } from '../../testing/given.ts';
import type { Client } from './client.ts';
import type { AreaCode, TransferredJobSearch } from './job-search.ts';
import type { NationalRecordForm } from './national-record.ts';
import { receiveTransfer } from './receive-transfer.ts';
import type { Applicant } from './register-job-seeker.ts';
import type { RegistrationForm } from './registration-form.ts';

type Case = {
  readonly on?: string;
  readonly fromArea?: string;
  readonly form?: Partial<RegistrationForm>;
  readonly record?: Partial<NationalRecordForm>;
};

const receiving =
  ({ on = '2026-01-20', fromArea = 'rovaniemi', form = {}, record = {} }: Case = {}) =>
  (applicant: Applicant) =>
    receiveTransfer(applicant, {
      registration: aRegistration({ statusCode: '', nationalRecord: aNationalRecordForm(record), ...form }),
      fromArea: fromArea as AreaCode,
      takenInOn: localDate(on),
      newClientId: clientId(7),
      newJobSearchId: jobSearchId(7),
      today,
      neighbours,
    });

const stranger: Applicant = { kind: 'NEW' };
const known = (client: Client): Applicant => ({ kind: 'KNOWN', client });
const order = { validFrom: '2026-01-28', validTo: '', handlerId: 'staff-0004' };

const left: TransferredJobSearch = {
  status: 'TRANSFERRED',
  jobSearchId: jobSearchId(1),
  startedOn: localDate('2025-09-01'),
  closedSpells: [{ code: '02', from: localDate('2025-09-01'), to: localDate('2025-11-01') }],
  transferredOn: localDate('2025-11-01'),
  toArea: 'rovaniemi' as AreaCode,
};

describe('a client who comes from another employment area (act 380/2023 10 §, handbook R1.4)', () => {
  it('keeps the job search with its first day there: no registration anew and no new start', () => {
    const next = given(stranger)
      .when(receiving())
      .then([
        { type: 'ClientRegistered', clientId: clientId(7) },
        {
          type: 'JobSearchTakenIn',
          clientId: clientId(7),
          jobSearchId: jobSearchId(7),
          takenInOn: localDate('2026-01-20'),
          startedOn: localDate('2025-09-01'),
          statusSpells: [
            { code: '02', from: localDate('2025-09-01'), to: localDate('2025-12-01') },
            { code: '07', from: localDate('2025-12-01') },
          ],
          municipalityCode: expect.stringMatching('240') as never,
          foreignCitizen: false,
          ageBand: 'FROM_25_TO_59',
        },
      ]);
    expect(next.jobSearch).toMatchObject({
      status: 'RUNNING',
      startedOn: '2025-09-01',
      takenIn: { on: '2026-01-20', fromArea: 'rovaniemi' },
    });
    expect(next.residentSince).toBe('2026-01-20');
  });

  it('who had gone there from here comes back into their own record', () => {
    const next = given(known(aClient({ version: 5, jobSearch: left })))
      .when(receiving())
      .then([expect.objectContaining({ type: 'JobSearchTakenIn', formerJobSearchId: jobSearchId(1) })]);
    expect([next.clientId, next.version]).toEqual([clientId(1), 6]);
  });

  it('cannot come back before the day on which they left', () => {
    const refusal = given(known(aClient({ jobSearch: left })))
      .when(receiving({ on: '2025-10-31' }))
      .refuses('INVALID_REQUEST');
    expect(refusal.violations).toEqual([
      expect.objectContaining({ field: 'transferred_date', code: 'OVERLAPS_FORMER' }),
    ]);
  });

  it('is refused where their job search runs here already', () => {
    given(known(aClient())).when(receiving()).refuses('JOB_SEARCH_ALREADY_RUNNING');
  });

  it('is refused with a job search that began before the last one here ended', () => {
    const ended = anEndedJobSearch({ endedOn: localDate('2025-09-01') });
    given(known(aClient({ jobSearch: ended })))
      .when(receiving())
      .refuses('INVALID_REQUEST');
  });

  it.each([
    ['after today', dayAfter(today)],
    ['before the job search began', '2025-08-31'],
  ])('is not taken in %s', (_, on) => {
    given(stranger).when(receiving({ on })).refuses('INVALID_REQUEST');
  });

  it('comes from a neighbour only', () => {
    given(stranger)
      .when(receiving({ fromArea: 'atlantis' }))
      .refuses('AREA_UNKNOWN');
  });

  it('under protection is told of without a municipality', () => {
    const next = given(stranger)
      .when(receiving({ form: { protectionOrder: order } }))
      .then([expect.anything(), expect.not.objectContaining({ municipalityCode: expect.anything() })]);
    expect(next.protectionOrder?.handlerId).toBe('staff-0004');
  });

  it('who turned 25 since the first day here is told of as such, as are 300 paid days', () => {
    const born = identityCodeOf('2001-01-25');
    given(stranger)
      .when(
        receiving({
          form: { identityCode: born },
          record: { subsidyDays: 310, subsidy300Reached: '2026-01-02' },
        }),
      )
      .then([
        expect.anything(),
        expect.objectContaining({ ageBand: 'UNDER_25' }),
        { type: 'ClientTurned25', clientId: clientId(7), turnedOn: localDate('2026-01-25') },
        { type: 'SubsidyDays300Reached', clientId: clientId(7), reachedOn: localDate('2026-01-02') },
      ]);
  });

  it('whom a protection order hides is taken in by their handler alone', () => {
    given<Applicant>({ kind: 'WITHHELD', clientId: clientId(1) })
      .when(receiving())
      .refuses('REGISTRATION_NEEDS_HANDLER');
  });
});
