import { localDate } from '@tyovayla/kernel/local-date';
import { aBenefit } from '../../testing/benefit-builders.ts';
import {
  aBookedMeeting,
  aBooking,
  aHeldMeeting,
  aPlannedMeeting,
  aPlanning,
  plannedLines,
} from '../../testing/meeting-builders.ts';
import type { Benefit } from '../benefit/benefit.ts';
import { followBenefit } from './follow-benefit.ts';
import type { Meeting } from './meeting.ts';

const follow = (benefits: readonly Benefit[], meetings: readonly Meeting[] = [], today = '2026-05-04') =>
  followBenefit({ benefits, meetings }, aPlanning(), localDate(today));

const asked = (day: string) => ({
  dueOn: localDate(day),
  scheduleBy: localDate(day),
  ruleValidFrom: localDate('2026-05-01'),
});

const activation = (day: string) => aPlannedMeeting({ meetingId: day, kind: 'ACTIVATION', asked: asked(day) });

const cancelledIds = ({ changes }: ReturnType<typeof follow>): readonly string[] =>
  changes.flatMap(({ after }) =>
    after.status === 'CANCELLED' && after.reason === 'BENEFIT_ENDED' ? [after.meetingId] : [],
  );

// Handbook 2.2, activation period: three meetings in three months, four weeks apart. Days counted by hand.
describe('the activation period of someone who gets general support', () => {
  it('has three meetings, four weeks apart, under the version of 1 May 2026', () => {
    const decided = follow([aBenefit()]);
    expect(plannedLines(decided)).toEqual([
      'ACTIVATION 2026-06-01 2026-06-01',
      'ACTIVATION 2026-06-29 2026-06-29',
      'ACTIVATION 2026-07-27 2026-07-27',
    ]);
    expect(decided.facts.map((fact) => 'ruleValidFrom' in fact && fact.ruleValidFrom)).toEqual(
      Array.from({ length: 3 }, () => '2026-05-01'),
    );
  });

  it('begins on 1 May 2026 for someone who got labour-market subsidy before, and is planned at once in February', () => {
    const subsidy = aBenefit({ kind: 'LABOUR_MARKET_SUBSIDY', from: localDate('2026-02-09') });
    expect(plannedLines(follow([subsidy], [], '2026-02-09'))).toEqual([
      'ACTIVATION 2026-05-29 2026-05-29',
      'ACTIVATION 2026-06-26 2026-06-26',
      'ACTIVATION 2026-07-24 2026-07-24',
    ]);
  });

  it.each([
    [
      'ends with April',
      { kind: 'LABOUR_MARKET_SUBSIDY', from: localDate('2026-02-09'), until: localDate('2026-05-01') },
    ],
    ['is an earnings-related allowance', { kind: 'EARNINGS_RELATED' }],
    ['is none', { kind: 'NONE' }],
    ['was paid in a former job search', { jobSearchId: 'former' }],
  ] as const)('never begins where the benefit %s', (_, about) => {
    expect(follow([aBenefit(about)])).toEqual({ changes: [], facts: [] });
  });

  it('goes on without a new beginning where the subsidy that became general support is recorded as that', () => {
    const subsidy = aBenefit({
      kind: 'BASIC_ALLOWANCE',
      from: localDate('2026-02-09'),
      until: localDate('2026-06-01'),
    });
    const meetings = ['2026-05-29', '2026-06-26', '2026-07-24'].map(activation);
    const decided = follow([subsidy, aBenefit({ from: localDate('2026-06-01') })], meetings, '2026-05-20');
    expect(decided).toEqual({ changes: [], facts: [] });
  });

  it('has no meeting whose day had passed before the benefit was told', () => {
    expect(plannedLines(follow([aBenefit()], [], '2026-06-30'))).toEqual(['ACTIVATION 2026-07-27 2026-07-27']);
  });

  it('loses what is still to be held, also what is booked, when the benefit ends; what was held stays', () => {
    const held = aHeldMeeting({ meetingId: 'held', kind: 'ACTIVATION', asked: asked('2026-06-01') });
    const booking = aBooking({ on: localDate('2026-06-25') });
    const booked = aBookedMeeting({ meetingId: 'booked', kind: 'ACTIVATION', asked: asked('2026-06-29'), booking });
    const over = aBenefit({ until: localDate('2026-06-15') });
    const decided = follow([over], [held, booked, activation('2026-07-27')], '2026-06-15');
    expect(cancelledIds(decided)).toEqual(['booked', '2026-07-27']);
    expect(plannedLines(decided)).toEqual([]);
  });

  it('leaves a meeting alone that an official planned by need, and one that was waived', () => {
    const { ruleValidFrom: _need, ...byNeed } = asked('2026-06-10');
    const official = aPlannedMeeting({ meetingId: 'need', kind: 'ACTIVATION', asked: byNeed });
    const waived = {
      ...activation('2026-06-01'),
      status: 'CANCELLED',
      cancelledOn: localDate('2026-05-05'),
      reason: 'WAIVED',
    } as const;
    const decided = follow([aBenefit()], [official, waived], '2026-05-06');
    expect(cancelledIds(decided)).toEqual([]);
    expect(plannedLines(decided)).toEqual(['ACTIVATION 2026-06-29 2026-06-29', 'ACTIVATION 2026-07-27 2026-07-27']);
  });

  it('is planned once, however often it is looked at', () => {
    const once = follow([aBenefit()]).changes.map(({ after }) => after);
    expect(follow([aBenefit()], once)).toEqual({ changes: [], facts: [] });
  });
});
