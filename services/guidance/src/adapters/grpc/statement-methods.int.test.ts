import { randomUUID } from 'node:crypto';
import { localDate } from '@tyovayla/kernel/local-date';
import * as neglect from '@tyovayla/proto/tyovayla/guidance/v1/neglect';
import * as statement from '@tyovayla/proto/tyovayla/guidance/v1/statement';
import type { CallError } from '@tyovayla/runtime/grpc/call-error';
import { startTimerSweeper } from '@tyovayla/service/timer-sweeper';
import { guidanceCatalogue } from '../../application/catalogue.ts';
import type { BenefitPayer } from '../../application/statement-ports.ts';
import { guidanceTimers } from '../../guidance-timers.ts';
import { startStatementSender } from '../../statement-sender.ts';
import { aClientCase } from '../../testing/builders.ts';
import { type Caller, type GuidanceServer, startGuidanceServer } from '../../testing/guidance-server.ts';
import { benefitPayerSimulator } from '../gateways/benefit-payer-simulator.ts';
import { postgresReceipts } from '../postgres/benefit-payer-receipts.ts';
import { neglectCandidateWrites } from '../postgres/neglect-candidate.ts';

const kemi: Caller = { staffId: 'staff-0001', role: 'CASE_SPECIALIST' };
const manager: Caller = { staffId: 'staff-0003', role: 'SERVICE_MANAGER' };
const boardMember: Caller = { staffId: 'staff-0006', role: 'BOARD_MEMBER' };
const itself = { actorId: 'guidance', program: 'guidance', roles: [] };
const never = 3_600_000;

let guidance: GuidanceServer;

beforeAll(async () => {
  guidance = await startGuidanceServer();
});

afterAll(() => guidance?.stop());

const refusalOf = async (call: Promise<unknown>): Promise<readonly [string, string]> => {
  try {
    await call;
  } catch (error) {
    const { code, reason } = error as CallError;
    return [code, reason];
  }
  throw new Error('was not refused');
};

const day = (date: string) => guidance.clock.set(`${date}T12:00:00+02:00`);

/** Aino of Kemi missed a meeting on Monday 2 March 2026: her case, with what the system proposes. */
const ainoMissedAMeeting = async () => {
  day('2026-03-02');
  const clientId = randomUUID();
  const candidateId = randomUUID();
  const missed = { kind: 'MISSED_MEETING', occurredOn: localDate('2026-03-02'), sourceId: randomUUID() } as const;
  await guidance.database.transact(itself, (tx) =>
    tx.write(guidance.ports.cases.insert(aClientCase({ clientId, specialistId: 'staff-0001' }))),
  );
  await guidance.database.transact(itself, (tx) =>
    tx.write(neglectCandidateWrites({ clientId, candidateId, ...missed })),
  );
  return { clientId, candidateId };
};

const record = async (about: { clientId: string; candidateId: string }) =>
  guidance.portal.recordNeglect(
    { requestId: randomUUID(), kind: neglect.NeglectKind.NEGLECT_KIND_UNSPECIFIED, occurredDate: '', ...about },
    await guidance.as(kemi),
  );

const openHearing = async (clientId: string, neglectId: string) =>
  guidance.portal.openHearing(
    {
      requestId: randomUUID(),
      clientId,
      neglectId,
      manner: neglect.HearingManner.HEARING_MANNER_LETTER,
      language: neglect.MatterLanguage.MATTER_LANGUAGE_FI,
      expectedVersion: 1,
    },
    await guidance.as(kemi),
  );

const assess = async (clientId: string, neglectId: string) =>
  guidance.portal.assessReason(
    {
      requestId: randomUUID(),
      clientId,
      neglectId,
      ground: neglect.ReasonGround.REASON_GROUND_NO_EXPLANATION,
      expectedVersion: 0,
    },
    await guidance.as(kemi),
  );

const waiting = (neglectId: string): statement.StatementContent => ({
  content: { $case: 'waitingPeriod', value: { neglectId, fromDate: '2026-03-11', days: 90 } },
});

const issue = async (clientId: string, content: statement.StatementContent, caller = kemi) =>
  guidance.portal.issueStatement(
    {
      requestId: randomUUID(),
      clientId,
      content,
      groundCode: 'NEGLECT_IN_PROCESS',
      recipientCode: 'KELA',
      language: neglect.MatterLanguage.MATTER_LANGUAGE_FI,
    },
    await guidance.as(caller),
  );

const senderWith = (payer: BenefitPayer) =>
  startStatementSender({
    transactions: guidance.database,
    pipeline: guidance.pipeline,
    recordPayerAnswer: guidanceCatalogue(guidance.ports).commands.recordPayerAnswer,
    deliveries: guidance.ports.deliveries,
    payer,
    everyMs: never,
  });

const simulator = (): BenefitPayer =>
  benefitPayerSimulator({
    receipts: postgresReceipts(guidance.database),
    mood: () => 'RECEIVES',
    now: () => guidance.clock.now(),
    newId: guidance.pipeline.newId,
  });

/** As a process does that dies once the payer has the statement: nothing of the answer is stored. */
const dieAfterSending = async (): Promise<void> => {
  const { database, pipeline } = guidance;
  let life: 'ALIVE' | 'DEAD' = 'ALIVE';
  const payer = simulator();
  const dying = startStatementSender({
    transactions: database,
    pipeline: {
      ...pipeline,
      transactions: {
        transact: (actor, work) =>
          life === 'ALIVE' ? database.transact(actor, work) : Promise.reject(new Error('the process died')),
      },
    },
    recordPayerAnswer: guidanceCatalogue(guidance.ports).commands.recordPayerAnswer,
    deliveries: guidance.ports.deliveries,
    payer: {
      deliver: async (given) => {
        const answer = await payer.deliver(given);
        life = 'DEAD';
        return answer;
      },
    },
    everyMs: never,
  });
  await dying.stop();
};

describe('from a missed meeting to the payer, over gRPC and Postgres', () => {
  it('goes through hearing, finding and statement; the payer gets it once though the sender died on the way', async () => {
    const { clientId, candidateId } = await ainoMissedAMeeting();
    const staff = await guidance.as(kemi);
    const { candidates } = await guidance.portal.listNeglectCandidates({ clientId }, staff);
    expect(candidates).toMatchObject([{ candidateId, kind: neglect.NeglectKind.NEGLECT_KIND_MISSED_MEETING }]);
    const { neglectId } = await record({ clientId, candidateId });
    expect(await refusalOf(issue(clientId, waiting(neglectId)))).toEqual([
      'FAILED_PRECONDITION',
      'HEARING_NOT_COMPLETED',
    ]);
    expect(await openHearing(clientId, neglectId)).toMatchObject({ deadlineDate: '2026-03-09', version: 2 });
    expect(await refusalOf(assess(clientId, neglectId))).toEqual(['FAILED_PRECONDITION', 'HEARING_NOT_COMPLETED']);

    day('2026-03-10');
    const { database, pipeline, ports } = guidance;
    const kinds = guidanceTimers(guidanceCatalogue(ports));
    const sweeper = startTimerSweeper({ transactions: database, pipeline, kinds, everyMs: never });
    await sweeper.stop();
    const assessed = await assess(clientId, neglectId);
    expect(assessed).toMatchObject({
      verdict: neglect.ReasonVerdict.REASON_VERDICT_NOT_ACCEPTABLE,
      proposal: {
        consequence: neglect.ConsequenceKind.CONSEQUENCE_KIND_NO_BENEFIT,
        days: 7,
        step: 1,
        windowEndsDate: '2027-03-02',
        ruleValidFromDate: '2026-03-01',
        rule: 'sanction',
      },
    });
    const { statementId } = await issue(clientId, waiting(neglectId));
    const types = await database.transact(itself, (tx) =>
      tx.query<{ readonly type: string }>(
        'SELECT type FROM outbox WHERE aggregate_id = $1 ORDER BY aggregate_version',
        [clientId],
      ),
    );
    expect(types.map(({ type }) => type.replace('tyovayla.guidance.v1.', ''))).toEqual([
      'NeglectRecorded',
      'HearingOpened',
      'HearingDeadlinePassed',
      'ReasonAssessed',
      'StatementIssued',
    ]);

    await dieAfterSending();
    const stateOf = async () => {
      const { statements } = await guidance.portal.listStatements({ clientId }, await guidance.as(kemi));
      return statements[0];
    };
    expect(await stateOf()).toMatchObject({ delivery: { state: statement.DeliveryState.DELIVERY_STATE_SENT } });
    guidance.clock.advance({ ms: 120_000 });
    const next = senderWith(simulator());
    await next.stop();
    expect(await stateOf()).toMatchObject({
      statementId,
      kind: statement.StatementKind.STATEMENT_KIND_WAITING_PERIOD,
      content: { content: { $case: 'waitingPeriod', value: { days: 7 } } },
      validFromDate: '2026-03-11',
      validToDate: '2026-03-17',
      issuedBy: 'staff-0001',
      delivery: { state: statement.DeliveryState.DELIVERY_STATE_RECEIPT, attempts: 2 },
    });
    const receipts = await database.transact(itself, (tx) =>
      tx.query('SELECT deliveries FROM simulated_payer_receipt WHERE idempotency_key = $1', [statementId]),
    );
    expect(receipts).toEqual([{ deliveries: 2 }]);
    const { neglects } = await guidance.portal.listNeglects({ clientId }, await guidance.as(kemi));
    expect(neglects).toMatchObject([{ neglectId, statementId, stage: neglect.NeglectStage.NEGLECT_STAGE_ASSESSED }]);
  });

  it('lets one of two officials win who assess, and who state, at the same time', async () => {
    const { clientId, candidateId } = await ainoMissedAMeeting();
    const { neglectId } = await record({ clientId, candidateId });
    await openHearing(clientId, neglectId);
    day('2026-03-10');
    const outcomes = async (calls: readonly Promise<unknown>[]) => {
      const settled = await Promise.allSettled(calls);
      return settled.map((one) => (one.status === 'fulfilled' ? 'DONE' : (one.reason as CallError).reason)).sort();
    };
    expect(await outcomes([1, 2, 3].map(() => assess(clientId, neglectId)))).toEqual([
      'DONE',
      'REASON_ASSESSED_ALREADY',
      'REASON_ASSESSED_ALREADY',
    ]);
    expect(await outcomes([1, 2, 3].map(() => issue(clientId, waiting(neglectId))))).toEqual([
      'DONE',
      'STATEMENT_ISSUED_ALREADY',
      'STATEMENT_ISSUED_ALREADY',
    ]);
  });

  it('is closed to whoever lacks the power to state, and to those who do not serve clients', async () => {
    const { clientId } = await ainoMissedAMeeting();
    const content: statement.StatementContent = {
      content: { $case: 'notUnemployedStudent', value: { fromDate: '2026-03-02' } },
    };
    expect(await refusalOf(issue(clientId, content, manager))).toEqual([
      'PERMISSION_DENIED',
      'STATEMENT_POWER_MISSING',
    ]);
    expect(await refusalOf(guidance.portal.listNeglects({ clientId }, await guidance.as(boardMember)))).toEqual([
      'PERMISSION_DENIED',
      'ROLE_NOT_ALLOWED',
    ]);
  });

  it('names a field with an identity code in it, and stores nothing of it', async () => {
    const { clientId, candidateId } = await ainoMissedAMeeting();
    const { neglectId } = await record({ clientId, candidateId });
    await openHearing(clientId, neglectId);
    const answer = guidance.portal.recordHearingAnswer(
      {
        requestId: randomUUID(),
        clientId,
        neglectId,
        explanationCode: neglect.ExplanationCode.EXPLANATION_CODE_OTHER,
        explanation: 'Soittakaa, 010190-999W.',
        expectedVersion: 0,
      },
      await guidance.as(kemi),
    );
    expect(await refusalOf(answer)).toEqual(['INVALID_ARGUMENT', 'INVALID_REQUEST']);
    const { neglects } = await guidance.portal.listNeglects({ clientId }, await guidance.as(kemi));
    expect(neglects).toMatchObject([{ hearing: { explanation: '', answeredDate: '' } }]);
  });

  it('tells what a statement may be written with, every kind among it', async () => {
    const { grounds, recipients } = await guidance.portal.listStatementChoices({}, await guidance.as(kemi));
    const kinds = new Set(grounds.flatMap((ground) => ground.kinds));
    expect(kinds.size).toBe(13);
    expect(recipients.map(({ recipientCode }) => recipientCode)).toContain('KELA');
  });
});
