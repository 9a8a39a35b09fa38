import { localDate } from '@tyovayla/kernel/local-date';
import {
  aClient,
  anEndedJobSearch,
  aProtectedClient,
  aRunningJobSearch,
  clientId,
  dayAfter,
  jobSearchId,
  neighbours,
  today,
} from '../../testing/builders.ts';
import { given } from '../../testing/given.ts';
import type { Client } from './client.ts';
import { handOverRecordOf } from './hand-over.ts';
import type { AreaCode } from './job-search.ts';
import { transferClientOut } from './transfer-client-out.ts';

const transferring =
  (on = '2026-01-30', toArea = 'rovaniemi') =>
  (client: Client) =>
    transferClientOut(client, { toArea: toArea as AreaCode, transferredOn: localDate(on), today, neighbours });

describe('a client who moves to another employment area (act 380/2023 10 §, handbook R1.4)', () => {
  it('takes the running job search along: it has not ended, and none of the national reasons is given', () => {
    const next = given(aClient())
      .when(transferring())
      .then({
        type: 'JobSearchTransferredOut',
        clientId: clientId(1),
        jobSearchId: jobSearchId(1),
        transferredOn: localDate('2026-01-30'),
        toArea: 'rovaniemi' as AreaCode,
      });
    expect(next.jobSearch).toEqual({
      status: 'TRANSFERRED',
      jobSearchId: jobSearchId(1),
      startedOn: '2026-01-12',
      closedSpells: [{ code: '02', from: '2026-01-12', to: '2026-01-30' }],
      transferredOn: '2026-01-30',
      toArea: 'rovaniemi',
    });
  });

  it('is not followed by name of the area where a protection order withholds their whereabouts (handbook 1.6 (6))', () => {
    given(aProtectedClient())
      .when(transferring())
      .then([expect.not.objectContaining({ toArea: expect.anything() })]);
  });

  it('can leave today at the latest, and after the first day of the running status: a day has one authority', () => {
    given(aClient()).when(transferring(today)).then([expect.anything()]);
    given(aClient())
      .when(transferring(dayAfter(today)))
      .refuses('DATE_IN_FUTURE');
    given(aClient()).when(transferring('2026-01-13')).then([expect.anything()]);
    const refusal = given(aClient()).when(transferring('2026-01-12')).refuses('TRANSFER_NOT_AFTER_RUNNING_SPELL');
    expect(refusal.data).toEqual({ runningSpellFrom: '2026-01-12' });
  });

  it('leaves for one of the neighbours only', () => {
    given(aClient()).when(transferring('2026-01-30', 'atlantis')).refuses('AREA_UNKNOWN');
  });

  it('has nothing to hand over where no job search runs', () => {
    given(aClient({ jobSearch: anEndedJobSearch() }))
      .when(transferring())
      .refuses('JOB_SEARCH_NOT_RUNNING');
  });
});

describe('the record that goes along', () => {
  it('tells the other area the start, the whole history, the paid days and the plans', () => {
    const aino = aClient({
      jobSearch: aRunningJobSearch({
        closedSpells: [{ code: '02', from: localDate('2026-01-12'), to: localDate('2026-01-20') }],
        openSpell: { code: '07', from: localDate('2026-01-20') },
      }),
      subsidyDays: 301,
      subsidy300ReachedOn: localDate('2026-01-29'),
    });
    expect(handOverRecordOf(aino, ['plan-1'])).toMatchObject({
      identityCode: aino.person.identityCode,
      startedOn: '2026-01-12',
      statusSpells: [
        { code: '02', from: '2026-01-12', to: '2026-01-20' },
        { code: '07', from: '2026-01-20' },
      ],
      subsidyDays: 301,
      subsidy300ReachedOn: '2026-01-29',
      planIds: ['plan-1'],
    });
  });

  it('says that a protection order is in force, so that the other area protects the person from the first moment', () => {
    expect(handOverRecordOf(aProtectedClient(), []).protectionOrder).toEqual({
      validFrom: '2026-01-01',
      handlerId: 'staff-0004',
    });
  });
});
