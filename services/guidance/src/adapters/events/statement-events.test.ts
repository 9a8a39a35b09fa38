import { localDate } from '@tyovayla/kernel/local-date';
import * as neglects from '@tyovayla/proto/tyovayla/guidance/v1/neglect';
import * as toldOfNeglects from '@tyovayla/proto/tyovayla/guidance/v1/neglect_events';
import * as statements from '@tyovayla/proto/tyovayla/guidance/v1/statement';
import * as toldOfStatements from '@tyovayla/proto/tyovayla/guidance/v1/statement_events';
import type { NeglectFact } from '../../domain/neglect/neglect-facts.ts';
import { neglectKinds } from '../../domain/neglect/neglect-kind.ts';
import { statementKinds } from '../../domain/statement/statement.ts';
import type { StatementFact } from '../../domain/statement/statement-facts.ts';
import { aClientCase, specialist } from '../../testing/builders.ts';
import { hearingIdOf, neglectIdOf, statementIdOf } from '../../testing/statement-builders.ts';
import { caseEvents } from './outgoing.ts';

type Fact = NeglectFact | StatementFact;

const contract = { ...toldOfNeglects, ...toldOfStatements } as unknown as Record<
  string,
  { decode(bytes: Uint8Array): { readonly meta?: object } }
>;

const told = (fact: Fact): object => {
  const [event] = caseEvents.outgoing([fact], {
    clientCase: aClientCase({ version: 4 }),
    actor: specialist,
    now: new Date('2026-03-11T10:00:00Z'),
    newId: () => 'event-1',
    correlationId: 'correlation-1',
    causationId: 'request-1',
  });
  const codec = contract[fact.kind];
  if (event === undefined || codec === undefined) throw new Error(`no message for ${fact.kind}`);
  expect(event).toMatchObject({ type: `tyovayla.guidance.v1.${fact.kind}`, concept: 'case', aggregateVersion: 5 });
  const { meta, ...message } = codec.decode(event.body);
  expect(meta).toMatchObject({ aggregateId: aClientCase().clientId, actorId: 'staff-0001' });
  return message;
};

const [neglectId, hearingId, statementId] = [neglectIdOf(1), hearingIdOf(1), statementIdOf(1)];
const on = localDate('2026-03-11');
const { clientId } = aClientCase();

/** Every fact with what its message says; a fact that is missing here does not compile. */
const messages: { readonly [Kind in Fact['kind']]: readonly [Extract<Fact, { readonly kind: Kind }>, object] } = {
  NeglectRecorded: [
    { kind: 'NeglectRecorded', neglectId, neglectKind: 'PLAN_REFUSED', occurredOn: on },
    { clientId, neglectId, kind: neglects.NeglectKind.NEGLECT_KIND_PLAN_REFUSED, occurredDate: on },
  ],
  NeglectCandidateDismissed: [
    { kind: 'NeglectCandidateDismissed', candidateId: 'candidate-1' },
    { clientId, candidateId: 'candidate-1' },
  ],
  HearingOpened: [
    { kind: 'HearingOpened', neglectId, hearingId, deadline: on, manner: 'LETTER' },
    { clientId, neglectId, hearingId, deadlineDate: on, manner: neglects.HearingManner.HEARING_MANNER_LETTER },
  ],
  HearingAnswered: [
    { kind: 'HearingAnswered', neglectId, hearingId },
    { clientId, neglectId, hearingId },
  ],
  HearingDeadlinePassed: [
    { kind: 'HearingDeadlinePassed', neglectId, hearingId },
    { clientId, neglectId, hearingId },
  ],
  ReasonAssessed: [
    { kind: 'ReasonAssessed', neglectId, verdict: 'NOT_ACCEPTABLE' },
    { clientId, neglectId, verdict: neglects.ReasonVerdict.REASON_VERDICT_NOT_ACCEPTABLE },
  ],
  ReminderGiven: [
    { kind: 'ReminderGiven', neglectId },
    { clientId, neglectId },
  ],
  JobSearchEndProposed: [
    {
      kind: 'JobSearchEndProposed',
      neglectId,
      jobSearchId: 'search-1',
      ground: 'SELF_BOOKED_MEETING_MISSED',
      neglectedOn: on,
      ruleValidFrom: localDate('2026-03-01'),
    },
    {
      clientId,
      neglectId,
      jobSearchId: 'search-1',
      ground: toldOfNeglects.JobSearchEndGround.JOB_SEARCH_END_GROUND_MISSED_SELF_BOOKED_MEETING,
      neglectedDate: on,
      ruleValidFromDate: '2026-03-01',
    },
  ],
  StatementIssued: [
    {
      kind: 'StatementIssued',
      statementId,
      statementKind: 'WAITING_PERIOD',
      validFrom: on,
      validTo: localDate('2026-03-17'),
      recipientCode: 'KELA',
      replacesStatementId: statementIdOf(2),
      neglectId,
      hearingId,
      language: 'SV',
    },
    {
      clientId,
      statementId,
      kind: statements.StatementKind.STATEMENT_KIND_WAITING_PERIOD,
      validFromDate: on,
      validToDate: '2026-03-17',
      recipientCode: 'KELA',
      replacesStatementId: statementIdOf(2),
      neglectId,
      hearingId,
      language: neglects.MatterLanguage.MATTER_LANGUAGE_SV,
    },
  ],
  StatementDelivered: [
    { kind: 'StatementDelivered', statementId, receiptId: 'receipt-1' },
    { clientId, statementId, receiptId: 'receipt-1' },
  ],
  StatementUndelivered: [
    { kind: 'StatementUndelivered', statementId, failureCode: 'PAYER_AWAY' },
    { clientId, statementId, failureCode: 'PAYER_AWAY' },
  ],
  WorkObligationProgressed: [
    { kind: 'WorkObligationProgressed', obligationStatementId: statementId, daysRecorded: 7 },
    { clientId, obligationStatementId: statementId, daysRecorded: 7 },
  ],
  WorkObligationMet: [
    { kind: 'WorkObligationMet', obligationStatementId: statementId, metOn: on },
    { clientId, obligationStatementId: statementId, metDate: on },
  ],
};

describe('telling other services of neglects and statements', () => {
  it.each(Object.entries(messages))('%s says what the fact says', (_, [fact, message]) => {
    expect(told(fact)).toMatchObject(message);
  });

  it('has a fact for every event of the contract', () => {
    const events = Object.keys(contract).filter((name) => /^[A-Z]/.test(name) && name !== 'JobSearchEndGround');
    expect(events.sort()).toEqual(Object.keys(messages).sort());
  });

  it('knows every kind of neglect and of statement', () => {
    const unknown = [
      ...neglectKinds.map((kind) => neglects.neglectKindFromJSON(`NEGLECT_KIND_${kind}`)),
      ...statementKinds.map((kind) => statements.statementKindFromJSON(`STATEMENT_KIND_${kind}`)),
    ].filter((number) => number <= 0);
    expect(unknown).toEqual([]);
  });
});
