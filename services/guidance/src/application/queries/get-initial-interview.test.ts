import { localDate } from '@tyovayla/kernel/local-date';
import { runQuery } from '@tyovayla/runtime/pipeline/run-query';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { aClientCase, otherSpecialist } from '../../testing/builders.ts';
import { inMemoryGuidance } from '../../testing/in-memory-guidance.ts';
import { aBookedMeeting, aBooking, aHeldMeeting, aPlannedMeeting } from '../../testing/meeting-builders.ts';

const asItself = { actorId: 'guidance', program: 'guidance', roles: [] };
const { clientId } = aClientCase();

const missed = (meetingId: string): Meeting => {
  const { booking: _booking, ...booked } = aBookedMeeting({ meetingId });
  return { ...booked, status: 'MISSED', booking: aBooking(), missedOn: localDate('2026-02-12'), effect: 'NEGLECT' };
};

const cancelled = (meetingId: string): Meeting => ({
  ...aPlannedMeeting({ meetingId }),
  status: 'CANCELLED',
  cancelledOn: localDate('2026-02-20'),
  reason: 'AUTHORITY',
});

const takenOver = (): Meeting => ({ ...aPlannedMeeting({ meetingId: 'taken-over' }), status: 'TAKEN_OVER' });

/** What somebody who serves clients, though not this one, is told. */
const statusWith = async (...meetings: readonly Meeting[]) => {
  const { world, ports, catalogue } = await inMemoryGuidance({ cases: [aClientCase()] });
  const writes = ports.meetings.save(meetings.map((after) => ({ after })));
  await world.transactions.transact(asItself, (tx) => tx.write(writes));
  const asked = { actor: otherSpecialist, input: { clientId } };
  const answer = await runQuery(world.ports, catalogue.queries.getInitialInterview, asked);
  return answer.ok ? answer.value.view?.status : answer.refusal.code;
};

describe('what has become of a client’s initial interview', () => {
  it('is that it was held, or taken over as held, whatever came before and after', async () => {
    expect(await statusWith(missed('first'), aHeldMeeting(), cancelled('third'))).toBe('HELD');
    expect(await statusWith(takenOver(), cancelled('second'))).toBe('TAKEN_OVER');
  });

  it('is that it is still to be held where the client missed it, or the time was given back, and another is planned', async () => {
    expect(await statusWith(missed('first'), aPlannedMeeting())).toBe('PLANNED');
    expect(await statusWith(cancelled('first'), aBookedMeeting())).toBe('BOOKED');
  });

  it('is that it was missed or cancelled where no other is planned', async () => {
    expect(await statusWith(missed('first'), cancelled('second'))).toBe('MISSED');
    expect(await statusWith(cancelled('first'))).toBe('CANCELLED');
  });

  it('is of this job search alone', async () => {
    expect(await statusWith(aHeldMeeting({ jobSearchId: 'former' }))).toBe('INITIAL_INTERVIEW_NOT_FOUND');
  });
});
