import { randomUUID } from 'node:crypto';
import { BenefitKind, BenefitTeller, type RecordBenefitRequest } from '@tyovayla/proto/tyovayla/guidance/v1/benefit';
import { MeetingKind } from '@tyovayla/proto/tyovayla/guidance/v1/meeting';
import { type Caller, type GuidanceServer, startGuidanceServer } from '../../testing/guidance-server.ts';
import { refusalOf, registered } from '../../testing/portal-calls.ts';

let guidance: GuidanceServer;

const manager: Caller = { staffId: 'staff-0003', role: 'SERVICE_MANAGER' };

beforeAll(async () => {
  guidance = await startGuidanceServer();
});

afterAll(() => guidance?.stop());

const record = async (clientId: string, about: Partial<RecordBenefitRequest> = {}) =>
  guidance.portal.recordBenefit(
    {
      requestId: randomUUID(),
      clientId,
      kind: BenefitKind.BENEFIT_KIND_LABOUR_MARKET_SUBSIDY,
      fromDate: '2026-02-02',
      lastDate: '',
      toldBy: BenefitTeller.BENEFIT_TELLER_PAYER,
      ...about,
    },
    await guidance.as(manager),
  );

const list = async (clientId: string) => guidance.portal.listBenefits({ clientId }, await guidance.as(manager));

const activationDues = async (clientId: string) => {
  const { meetings } = await guidance.portal.listMeetings({ clientId }, await guidance.as(manager));
  return meetings
    .filter(({ kind }) => kind === MeetingKind.MEETING_KIND_ACTIVATION)
    .map(({ dueDate, ruleValidFromDate }) => `${dueDate} ${ruleValidFromDate}`)
    .toSorted();
};

// Handbook 0.7 and 2.2. Today is Monday 2 February 2026.
describe('a client’s unemployment benefit as its callers meet it', () => {
  it('runs over 1 May 2026 as general support, with the activation period planned from that day', async () => {
    const clientId = randomUUID();
    await guidance.hear(registered(clientId));
    expect(await record(clientId)).toMatchObject({ meetingsPlanned: 3, meetingsCancelled: 0 });
    expect(await activationDues(clientId)).toEqual([
      '2026-05-29 2026-05-01',
      '2026-06-26 2026-05-01',
      '2026-07-24 2026-05-01',
    ]);
    expect(await list(clientId)).toMatchObject({
      benefitToday: BenefitKind.BENEFIT_KIND_LABOUR_MARKET_SUBSIDY,
      generalSupportFromDate: '2026-05-01',
      benefits: [{ fromDate: '2026-02-02', lastDate: '', recordedBy: 'staff-0003', recordedDate: '2026-02-02' }],
    });
  });

  it('ends with the day before what follows it, and takes the meetings with it', async () => {
    const clientId = randomUUID();
    await guidance.hear(registered(clientId));
    await record(clientId);
    const kind = BenefitKind.BENEFIT_KIND_EARNINGS_RELATED;
    expect(await record(clientId, { kind, fromDate: '2026-02-16' })).toMatchObject({
      meetingsPlanned: 0,
      meetingsCancelled: 3,
    });
    const { benefits, generalSupportFromDate } = await list(clientId);
    expect(benefits.map(({ fromDate, lastDate }) => [fromDate, lastDate])).toEqual([
      ['2026-02-16', ''],
      ['2026-02-02', '2026-02-15'],
    ]);
    expect(generalSupportFromDate).toBe('');
  });

  it('replaces what was recorded with the same first day', async () => {
    const clientId = randomUUID();
    await guidance.hear(registered(clientId));
    await record(clientId);
    await record(clientId, { kind: BenefitKind.BENEFIT_KIND_NONE });
    expect((await list(clientId)).benefits).toMatchObject([{ kind: BenefitKind.BENEFIT_KIND_NONE }]);
  });

  it('is refused with all that is wrong at once, and where it is recorded already', async () => {
    const clientId = randomUUID();
    await guidance.hear(registered(clientId));
    const kind = BenefitKind.BENEFIT_KIND_GENERAL_SUPPORT;
    const refusal = await refusalOf(record(clientId, { kind, fromDate: '2026-04-01', lastDate: '2026-03-01' }));
    expect(refusal).toMatchObject({
      code: 'INVALID_ARGUMENT',
      violations: [{ field: 'kind' }, { field: 'from_date' }, { field: 'last_date' }],
    });
    await record(clientId);
    expect(await refusalOf(record(clientId))).toMatchObject({
      code: 'ALREADY_EXISTS',
      reason: 'BENEFIT_RECORDED_ALREADY',
    });
  });
});
