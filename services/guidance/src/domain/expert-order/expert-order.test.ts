import { localDate } from '@tyovayla/kernel/local-date';
import { clientIdOf } from '../../testing/builders.ts';
import { deciding, today } from '../../testing/multi-sector-builders.ts';
import { orderExpertAssessment } from './order-expert-assessment.ts';
import { recordExpertResult } from './record-expert-result.ts';

const { order, fact } = orderExpertAssessment(
  {
    clientId: clientIdOf(1),
    kind: 'PSYCHOLOGIST',
    provider: { kind: 'NEIGHBOUR', area: 'rovaniemi' },
    orderedMinutes: 180,
  },
  deciding(),
);

const record = (about: object = {}) =>
  recordExpertResult(
    order,
    { doneOn: localDate('2026-02-20'), deliveredMinutes: 150, text: 'Can work with pauses.', ...about },
    { today: localDate('2026-02-23') },
  );

const codeOf = (result: ReturnType<typeof record>): string => (result.ok ? 'yes' : result.refusal.code);

describe('hours of experts ordered for a client (seed ch. 4)', () => {
  it('are the area’s own or a neighbour’s', () => {
    expect(order).toMatchObject({ state: 'ORDERED', version: 1, orderedOn: today, orderedBy: 'staff-0001' });
    expect(fact).toEqual({
      kind: 'ExpertAssessmentOrdered',
      orderId: order.orderId,
      provider: { kind: 'NEIGHBOUR', area: 'rovaniemi' },
      orderedMinutes: 180,
      orderedOn: today,
    });
  });

  it('get their result once, with no more minutes than were ordered', () => {
    const recorded = record();
    if (!recorded.ok) throw new Error(recorded.refusal.code);
    expect(recorded.value.order).toMatchObject({ state: 'DONE', version: 2, result: { deliveredMinutes: 150 } });
    const again = recordExpertResult(
      recorded.value.order,
      { doneOn: today, deliveredMinutes: 15, text: 'Again.' },
      { today },
    );
    expect(again).toMatchObject({ ok: false, refusal: { code: 'EXPERT_RESULT_RECORDED_ALREADY' } });
    expect(codeOf(record({ deliveredMinutes: 181 }))).toBe('EXPERT_MINUTES_EXCEEDED');
  });

  it('are done between the order and today', () => {
    expect(codeOf(record({ doneOn: localDate('2026-02-24') }))).toBe('MULTI_SECTOR_DATE_IN_FUTURE');
    expect(codeOf(record({ doneOn: localDate('2026-02-01') }))).toBe('MULTI_SECTOR_DATE_TOO_EARLY');
  });

  it('tell other services neither what for nor what came of it', () => {
    const recorded = record();
    const told = JSON.stringify([fact, recorded.ok && recorded.value.fact]);
    expect(told).not.toMatch(/PSYCHOLOGIST|pauses/);
  });
});
