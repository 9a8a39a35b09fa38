import { localDate } from '@tyovayla/kernel/local-date';
import { roles } from '@tyovayla/kernel/role';
import { runQuery } from '@tyovayla/runtime/pipeline/run-query';
import { aStaffMember } from '@tyovayla/runtime/testing/actors';
import { tryCommand } from '@tyovayla/runtime/testing/try-command';
import type { NeglectCandidate } from '../../domain/neglect/neglect.ts';
import {
  aClientCase,
  aProtectedCase,
  clientIdOf,
  handler,
  manager,
  otherHandler,
  otherSpecialist,
  ownTimer,
  specialist,
} from '../../testing/builders.ts';
import { type StatementStory, statementStory } from '../../testing/statement-story.ts';
import { shown } from '../case-query.ts';
import { readRecordHearingAnswer } from './record-hearing-answer.ts';

const clientId = clientIdOf(1);

const missedMeeting: NeglectCandidate = {
  candidateId: 'candidate-1',
  clientId,
  kind: 'MISSED_MEETING',
  occurredOn: localDate('2026-03-02'),
  sourceId: 'meeting-1',
  status: 'OPEN',
};

const recordMissed = async (story: StatementStory) => {
  await story.neglects.propose(missedMeeting);
  const what = { from: 'CANDIDATE', candidateId: 'candidate-1' } as const;
  return story.does(story.catalogue.commands.recordNeglect, { clientId, what });
};

const heardWith = async (story: StatementStory, explanation: string) => {
  const { commands } = story.catalogue;
  const { neglectId } = await recordMissed(story);
  await story.does(commands.openHearing, { clientId, neglectId, manner: 'PHONE', language: 'FI' });
  await story.does(commands.recordHearingAnswer, { clientId, neglectId, code: 'ILLNESS', explanation });
  return neglectId;
};

describe('a neglect from the missed meeting to the finding (handbook 2.6)', () => {
  it('with an acceptable reason ends with the finding, and the client’s words are told to nobody', async () => {
    const story = await statementStory();
    const neglectId = await heardWith(story, 'Kuume nousi aamulla.');
    const { assessReason } = story.catalogue.commands;
    expect(await story.does(assessReason, { clientId, neglectId, ground: 'ILLNESS' })).toEqual({
      verdict: 'ACCEPTABLE',
      version: 4,
    });
    expect(story.told()).toEqual(['NeglectRecorded', 'HearingOpened', 'HearingAnswered', 'ReasonAssessed']);
    const bodies = story.world.events().map(({ body }) => Buffer.from(body).toString('latin1'));
    expect(bodies.join(' ')).not.toMatch(/Kuume|ILLNESS/);
    const [view] = shown(await story.sees(story.catalogue.queries.listNeglects, { clientId }));
    expect(view).toMatchObject({ stage: 'ASSESSED', verdict: 'ACCEPTABLE', explanation: 'Kuume nousi aamulla.' });
    expect(view).not.toHaveProperty('proposal');
  });

  it('without one proposes seven days without benefit, by the law of the day of the neglect', async () => {
    const story = await statementStory();
    const { commands, queries } = story.catalogue;
    const { neglectId } = await recordMissed(story);
    const opened = await story.does(commands.openHearing, { clientId, neglectId, manner: 'LETTER', language: 'SV' });
    expect(opened).toMatchObject({ deadline: '2026-03-09', version: 2 });
    const assess = { clientId, neglectId, ground: 'NO_EXPLANATION' } as const;
    expect(await story.refused(commands.assessReason, assess)).toMatchObject({
      code: 'HEARING_NOT_COMPLETED',
      data: { deadline: '2026-03-09' },
    });
    story.day('2026-03-10');
    const [waiting] = shown(await story.sees(queries.listNeglects, { clientId }));
    expect(waiting).toMatchObject({ stage: 'HEARD', proposal: { consequence: { kind: 'NO_BENEFIT', days: 7 } } });
    expect(await story.does(commands.assessReason, assess)).toMatchObject({
      verdict: 'NOT_ACCEPTABLE',
      proposal: { consequence: { kind: 'NO_BENEFIT', days: 7 }, ruleValidFrom: '2026-03-01', step: 1 },
    });
  });

  it('is told by a timer once the time to explain is over', async () => {
    const story = await statementStory();
    const { commands } = story.catalogue;
    const { neglectId } = await recordMissed(story);
    await story.does(commands.openHearing, { clientId, neglectId, manner: 'LETTER', language: 'FI' });
    const [timer] = story.neglects.timers();
    if (timer === undefined) throw new Error('no timer');
    story.day('2026-03-10');
    const fire = () =>
      tryCommand(story.pipeline, commands.passHearingDeadline, {
        actor: ownTimer,
        input: { clientId, neglectId },
        requestId: timer.timerId,
      });
    await fire();
    await fire();
    expect(story.told()).toEqual(['NeglectRecorded', 'HearingOpened', 'HearingDeadlinePassed']);
    expect(story.neglects.timers()).toMatchObject([{ state: 'FIRED' }]);
  });

  it('tells whoever saw an older version that somebody was before them', async () => {
    const story = await statementStory();
    const { openHearing } = story.catalogue.commands;
    const { neglectId, version } = await recordMissed(story);
    const open = { clientId, neglectId, manner: 'PHONE', language: 'FI', expectedVersion: version } as const;
    await story.does(openHearing, open);
    expect(await story.refused(openHearing, open)).toMatchObject({
      kind: 'stale',
      code: 'NEGLECT_CHANGED_MEANWHILE',
      data: { version: '2' },
    });
  });

  it('knows no neglect of another client', async () => {
    const story = await statementStory([aClientCase(), aClientCase({ clientId: clientIdOf(5) })]);
    const { neglectId } = await recordMissed(story);
    const { assessReason } = story.catalogue.commands;
    expect(await story.refused(assessReason, { clientId: clientIdOf(5), neglectId, ground: 'ILLNESS' })).toMatchObject({
      code: 'NEGLECT_NOT_FOUND',
    });
  });
});

describe('what the system proposes as a neglect', () => {
  it('waits until an official records or dismisses it, and is settled once', async () => {
    const story = await statementStory();
    const { commands, queries } = story.catalogue;
    await story.neglects.propose(missedMeeting);
    expect(shown(await story.sees(queries.listNeglectCandidates, { clientId }))).toEqual([missedMeeting]);
    const dismiss = { clientId, candidateId: 'candidate-1', ground: 'DONE_IN_TIME' } as const;
    await story.does(commands.dismissNeglectCandidate, dismiss);
    expect(shown(await story.sees(queries.listNeglectCandidates, { clientId }))).toEqual([]);
    expect(await story.refused(commands.dismissNeglectCandidate, dismiss)).toMatchObject({
      code: 'NEGLECT_CANDIDATE_SETTLED',
    });
    const what = { from: 'CANDIDATE', candidateId: 'candidate-1' } as const;
    expect(await story.refused(commands.recordNeglect, { clientId, what })).toMatchObject({
      code: 'NEGLECT_CANDIDATE_SETTLED',
    });
    expect(story.told()).toEqual(['NeglectCandidateDismissed']);
  });

  it('is no neglect before an official has recorded it', async () => {
    const story = await statementStory();
    await story.neglects.propose(missedMeeting);
    expect(shown(await story.sees(story.catalogue.queries.listNeglects, { clientId }))).toEqual([]);
    expect(story.told()).toEqual([]);
  });
});

describe('a client’s own words about a neglect', () => {
  const read = (explanation: string) =>
    readRecordHearingAnswer({ clientId, neglectId: 'neglect-1', code: 'OTHER', explanation });

  it.each(['Olen 010190-999W ja sairastin.', 'koodi: 290204A902E', '010190-999K'])(
    'are refused with an identity code in them: %s',
    (explanation) => {
      expect(read(explanation)).toMatchObject({
        ok: false,
        refusal: { kind: 'invalid', violations: [{ field: 'explanation', code: 'IDENTITY_CODE_IN_TEXT' }] },
      });
    },
  );

  it('are taken in 500 characters, and not in 501', () => {
    expect(read('a'.repeat(500)).ok).toBe(true);
    expect(read('a'.repeat(501))).toMatchObject({ refusal: { violations: [{ code: 'TEXT_TOO_LONG' }] } });
  });
});

describe('who may know of neglects', () => {
  const seen = async (story: StatementStory, actor: Parameters<typeof story.sees>[2], id = clientId) => {
    if (actor === undefined) throw new Error('nobody');
    const { listNeglects } = story.catalogue.queries;
    const result = await runQuery(story.pipeline, listNeglects, {
      actor,
      input: { clientId: id, accessReason: 'STATEMENT' },
    });
    return result.ok ? 'SHOWN' : result.refusal.code;
  };

  it('nobody whose role does not serve clients', async () => {
    const story = await statementStory();
    const refusals = await Promise.all(
      roles.map(async (role) => [role, await seen(story, aStaffMember(role, { id: 'staff-0001' }))] as const),
    );
    const allowed = refusals.filter(([, code]) => code === 'SHOWN').map(([role]) => role);
    expect(allowed.sort()).toEqual(['CASE_SPECIALIST', 'PROTECTED_CLIENT_HANDLER', 'SERVICE_MANAGER']);
    expect(new Set(refusals.map(([, code]) => code))).toEqual(new Set(['SHOWN', 'ROLE_NOT_ALLOWED']));
  });

  it('of those who do, the client’s own specialist and the manager; others state their need first', async () => {
    const story = await statementStory();
    expect(await seen(story, specialist)).toBe('SHOWN');
    expect(await seen(story, manager)).toBe('SHOWN');
    expect(await seen(story, otherSpecialist)).toBe('NEED_NOT_STATED');
    expect(story.world.audit().map(({ dataGroup, result }) => [dataGroup, result])).toEqual([
      ['neglect', 'SHOWN'],
      ['neglect', 'SHOWN'],
      ['neglect', 'REFUSED'],
    ]);
  });

  it('of a protected client nobody but the assigned handler; to others there is no such client', async () => {
    const hidden = aProtectedCase();
    const story = await statementStory([hidden]);
    expect(await seen(story, handler, hidden.clientId)).toBe('SHOWN');
    for (const actor of [specialist, manager, otherHandler])
      expect(await seen(story, actor, hidden.clientId)).toBe(await seen(story, actor, clientIdOf(99)));
  });
});
