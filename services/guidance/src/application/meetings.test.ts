import { localDate } from '@tyovayla/kernel/local-date';
import type { WithReason } from '@tyovayla/runtime/access-reason';
import type { Actor } from '@tyovayla/runtime/actor';
import { runQuery } from '@tyovayla/runtime/pipeline/run-query';
import { tryCommand } from '@tyovayla/runtime/testing/try-command';
import type { Meeting } from '../domain/meeting/meeting.ts';
import {
  aClientCase,
  anEndedCase,
  aProtectedCase,
  clientIdOf,
  handler,
  manager,
  otherHandler,
  otherSpecialist,
  specialist,
} from '../testing/builders.ts';
import { type InMemoryGuidance, inMemoryGuidance } from '../testing/in-memory-guidance.ts';
import { aBookedMeeting, aBooking, aPlannedMeeting } from '../testing/meeting-builders.ts';

const asItself = { actorId: 'guidance', program: 'guidance', roles: [] };

const open = async (meetings: readonly Meeting[], options: { now?: Date } = {}): Promise<InMemoryGuidance> => {
  const cases = [aClientCase(), aProtectedCase(), anEndedCase()];
  const guidance = await inMemoryGuidance({ cases, ...options });
  const writes = guidance.ports.meetings.save(meetings.map((after) => ({ after })));
  await guidance.world.transactions.transact(asItself, (tx) => tx.write(writes));
  return guidance;
};

const kindsOf = ({ world }: InMemoryGuidance) =>
  world
    .events()
    .map(({ type, aggregateId, aggregateVersion }) => [type.split('.').at(-1), aggregateId, aggregateVersion]);

const book = ({ world, catalogue }: InMemoryGuidance, actor: Actor, clientId = clientIdOf(1)) =>
  tryCommand(world.ports, catalogue.commands.bookMeeting, {
    actor,
    input: { clientId, kind: 'INITIAL_INTERVIEW', booking: aBooking() },
  });

describe('a client’s meetings, through the pipeline', () => {
  it('are booked and held by whoever serves the client, each fact one version on in the client’s case', async () => {
    const guidance = await open([aPlannedMeeting()], { now: new Date('2026-02-10T08:30:00Z') });
    const { world, catalogue, cases, meetings } = guidance;
    const later = { ...aBooking(), startsAt: 11 * 60 };
    const on = { clientId: clientIdOf(1), meetingId: 'interview' };
    const booked = await tryCommand(world.ports, catalogue.commands.bookMeeting, {
      actor: specialist,
      input: { ...on, kind: 'INITIAL_INTERVIEW', booking: later },
    });
    expect(booked).toEqual({ ok: true, value: { meetingId: 'interview', version: 2 } });
    const held = await tryCommand(world.ports, catalogue.commands.recordMeetingHeld, {
      actor: specialist,
      input: { ...on, expectedVersion: 2, heldOn: localDate('2026-02-10'), channelCode: '21' },
    });
    expect(held.ok && held.value).toMatchObject({ version: 3, next: [{ kind: 'DISCUSSION' }] });
    expect(kindsOf(guidance)).toEqual([
      ['MeetingBooked', clientIdOf(1), 1],
      ['MeetingHeld', clientIdOf(1), 2],
      ['MeetingPlanned', clientIdOf(1), 3],
    ]);
    expect(cases.all()[0]?.version).toBe(3);
    expect(meetings.all().map(({ kind, status }) => `${kind} ${status}`)).toEqual([
      'INITIAL_INTERVIEW HELD',
      'DISCUSSION PLANNED',
    ]);
  });

  it('are refused to a colleague who has not stated a need, and open to the manager', async () => {
    const guidance = await open([aPlannedMeeting()]);
    const refused = await book(guidance, otherSpecialist);
    expect(refused).toEqual({ ok: false, refusal: { kind: 'forbidden', code: 'NEED_NOT_STATED', data: {} } });
    expect((await book(guidance, manager)).ok).toBe(true);
  });

  it('leave the access log with the client’s id, also where the caller was refused', async () => {
    const guidance = await open([aPlannedMeeting()]);
    await book(guidance, otherSpecialist);
    await book(guidance, specialist);
    expect(
      guidance.world.audit().map(({ action, result, subjectId, reason }) => [action, result, subjectId, reason]),
    ).toEqual([
      ['BookMeeting', 'REFUSED', clientIdOf(1), 'NEED_NOT_STATED'],
      ['BookMeeting', 'CHANGED', clientIdOf(1), undefined],
    ]);
  });

  it('can’t be booked for someone whose job search has ended', async () => {
    const guidance = await open([]);
    const refused = await book(guidance, specialist, clientIdOf(3));
    expect(refused).toMatchObject({ refusal: { code: 'JOB_SEARCH_NOT_RUNNING' } });
  });

  it('that were missed come before an official as a possible neglect, and end nothing', async () => {
    const missed = aBookedMeeting({ booking: aBooking({ bookedBy: 'SELF', on: localDate('2026-03-02') }) });
    const guidance = await open([missed], { now: new Date('2026-03-02T12:00:00Z') });
    const { world, catalogue, meetings, cases } = guidance;
    const recorded = await tryCommand(world.ports, catalogue.commands.recordMeetingMissed, {
      actor: specialist,
      input: { clientId: clientIdOf(1), meetingId: 'interview' },
    });
    expect(recorded.ok && recorded.value).toMatchObject({ effect: 'JOB_SEARCH_ENDS', ruleValidFrom: '2026-03-01' });
    expect(meetings.proposed()).toMatchObject([{ meetingId: 'interview', effect: 'JOB_SEARCH_ENDS' }]);
    expect(cases.all()[0]?.jobSearch).toBeDefined();
  });
});

describe('the meetings of a protected client', () => {
  const theirs = aPlannedMeeting({ clientId: clientIdOf(2), meetingId: 'theirs' });
  const booked = aBookedMeeting({ clientId: clientIdOf(2), meetingId: 'theirs' });

  const tryAll = async (meeting: Meeting, clientId: string, actor: Actor, why: WithReason = {}) => {
    const guidance = await open([meeting]);
    const { world, catalogue } = guidance;
    const { commands, queries } = catalogue;
    const on = { clientId, meetingId: 'theirs' };
    const run = <Input>(command: Parameters<typeof tryCommand>[1], input: Input) =>
      tryCommand(world.ports, command as never, { actor, input });
    return {
      list: await runQuery(world.ports, queries.listMeetings, { actor, input: { clientId, ...why } }),
      interview: await runQuery(world.ports, queries.getInitialInterview, { actor, input: { clientId } }),
      profile: await runQuery(world.ports, queries.getProfileDuty, { actor, input: { clientId } }),
      need: await runQuery(world.ports, queries.getServiceNeed, { actor, input: { clientId } }),
      book: await run(commands.bookMeeting, { ...on, kind: 'INITIAL_INTERVIEW', booking: aBooking() }),
      reschedule: await run(commands.rescheduleMeeting, { ...on, booking: aBooking() }),
      cancel: await run(commands.cancelMeeting, { ...on, reason: 'AUTHORITY' }),
      held: await run(commands.recordMeetingHeld, { ...on, heldOn: '2026-02-02', channelCode: '21' }),
      missed: await run(commands.recordMeetingMissed, on),
      plan: await run(commands.planMeeting, { clientId, kind: 'SUPPLEMENTARY', dueOn: '2026-03-02' }),
      assess: await run(commands.assessServiceNeed, {
        clientId,
        segment: '01',
        workAbilityConsidered: 'YES',
        multiSectorNeed: 'NO',
      }),
    };
  };

  it.each([
    ['a case specialist', specialist],
    ['a service manager', manager],
    ['another protected-client handler', otherHandler],
  ])('are answered to %s in everything as those of a client who does not exist', async (_, actor) => {
    const answers = await tryAll(theirs, clientIdOf(2), actor);
    expect(answers).toEqual(await tryAll(theirs, clientIdOf(404), actor));
    expect(Object.values(answers).some(({ ok }) => ok)).toBe(false);
  });

  it('are the assigned handler’s to see, with the place', async () => {
    const { list } = await tryAll(booked, clientIdOf(2), handler, { accessReason: 'CLIENT_SERVICE' });
    expect(list.ok && list.value.view?.[0]).toMatchObject({ booking: { officeId: 'kemi-pointti' } });
  });

  it('are told to other services without place, hour and municipality', async () => {
    const guidance = await open([theirs]);
    expect((await book(guidance, handler, clientIdOf(2))).ok).toBe(true);
    const told = guidance.world.events().map(({ body }) => Buffer.from(body).toString('latin1'));
    expect(told).toHaveLength(1);
    expect(told.filter((body) => /pointti|10:00|240/.test(body))).toEqual([]);
  });
});

describe('what service a client needs', () => {
  it('is assessed by whoever serves the client, and moves the case to the segment', async () => {
    const guidance = await open([]);
    const { world, catalogue, cases } = guidance;
    const assessed = await tryCommand(world.ports, catalogue.commands.assessServiceNeed, {
      actor: specialist,
      input: {
        clientId: clientIdOf(1),
        segment: '05',
        workAbilityConsidered: 'YES',
        multiSectorNeed: 'YES',
        note: 'Lapsi',
      },
    });
    expect(assessed.ok).toBe(true);
    expect(cases.all()[0]).toMatchObject({ segment: '05', version: 1 });
    const shown = await runQuery(world.ports, catalogue.queries.getServiceNeed, {
      actor: specialist,
      input: { clientId: clientIdOf(1) },
    });
    expect(shown.ok && shown.value.view).toMatchObject([{ segment: '05', note: 'Lapsi', assessedBy: 'staff-0001' }]);
    expect(Buffer.from(world.events()[0]?.body ?? []).toString('latin1')).not.toContain('Lapsi');
  });
});
