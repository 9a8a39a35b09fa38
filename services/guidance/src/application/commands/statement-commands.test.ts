import { localDate } from '@tyovayla/kernel/local-date';
import type { AskedContent } from '../../domain/statement/statement.ts';
import {
  aClientCase,
  aProtectedCase,
  clientIdOf,
  handler,
  manager,
  otherSpecialist,
  ownTimer,
  specialist,
} from '../../testing/builders.ts';
import { type StatementStory, statementStory } from '../../testing/statement-story.ts';
import { shown } from '../case-query.ts';
import { readIssueStatement, type WrittenContent } from './read-statement.ts';

const clientId = clientIdOf(1);
const student: AskedContent = { kind: 'NOT_UNEMPLOYED_STUDENT', from: localDate('2026-03-02') };

const asked = (content: AskedContent, id = clientId) =>
  ({ clientId: id, content, groundCode: `GROUND_OF_${content.kind}`, recipientCode: 'KELA', language: 'FI' }) as const;

/** A neglect on a day, its hearing without an answer, and the finding on the eighth day after. */
const unexcused = async (story: StatementStory, on: string, assessOn: string) => {
  const { commands } = story.catalogue;
  story.day(on);
  const what = { from: 'OFFICIAL', kind: 'MISSED_MEETING', occurredOn: localDate(on) } as const;
  const { neglectId } = await story.does(commands.recordNeglect, { clientId, what });
  await story.does(commands.openHearing, { clientId, neglectId, manner: 'E_SERVICE', language: 'FI' });
  story.day(assessOn);
  await story.does(commands.assessReason, { clientId, neglectId, ground: 'NO_EXPLANATION' });
  return neglectId;
};

describe('from the first neglect to the work obligation and out of it', () => {
  it('a specialist with the power states seven days, then six weeks, then that they are met', async () => {
    const story = await statementStory();
    const { commands, queries } = story.catalogue;
    const first = await unexcused(story, '2026-03-02', '2026-03-10');
    const waiting = { kind: 'WAITING_PERIOD', neglectId: first, from: localDate('2026-03-11') } as const;
    await story.does(commands.issueStatement, asked(waiting));
    const second = await unexcused(story, '2026-04-13', '2026-04-21');
    const six = { kind: 'WORK_OBLIGATION', neglectId: second, from: localDate('2026-04-22') } as const;
    const { statementId } = await story.does(commands.issueStatement, asked(six));

    story.day('2026-06-15');
    const met = { kind: 'OBLIGATION_MET', obligationStatementId: statementId } as const;
    expect(await story.refused(commands.issueStatement, asked(met))).toMatchObject({ code: 'WORK_OBLIGATION_NOT_MET' });
    const [from, to] = [localDate('2026-05-04'), localDate('2026-06-14')];
    const onObligation = { clientId, obligationStatementId: statementId, activity: 'SERVICE' } as const;
    expect(await story.does(commands.meetWorkObligation, { ...onObligation, from, to })).toMatchObject({
      progress: { daysRecorded: 42, metOn: '2026-06-14' },
    });
    await story.does(commands.issueStatement, asked(met));

    const { statements, obligations } = shown(await story.sees(queries.listStatements, { clientId }));
    expect(statements.map(({ statement, period }) => [statement.content.kind, period])).toEqual([
      ['OBLIGATION_MET', { from: '2026-06-14' }],
      ['WORK_OBLIGATION', { from: '2026-04-22' }],
      ['WAITING_PERIOD', { from: '2026-03-11', to: '2026-03-17' }],
    ]);
    expect(obligations).toMatchObject([{ weeks: 6, metOn: '2026-06-14' }]);
    expect(story.told().slice(-4)).toEqual([
      'StatementIssued',
      'WorkObligationProgressed',
      'WorkObligationMet',
      'StatementIssued',
    ]);
    const versions = story.world.events().map(({ aggregateVersion }) => aggregateVersion);
    expect(versions).toEqual(versions.map((_, index) => index + 1));
  });

  it('no sanction is stated without a hearing', async () => {
    const story = await statementStory();
    const { commands } = story.catalogue;
    const what = { from: 'OFFICIAL', kind: 'PLAN_REFUSED', occurredOn: localDate('2026-03-02') } as const;
    const { neglectId } = await story.does(commands.recordNeglect, { clientId, what });
    const waiting = { kind: 'WAITING_PERIOD', neglectId, from: localDate('2026-03-02') } as const;
    expect(await story.refused(commands.issueStatement, asked(waiting))).toMatchObject({
      kind: 'conflict',
      code: 'HEARING_NOT_COMPLETED',
    });
    expect(story.statements.all()).toEqual([]);
  });
});

describe('who may state', () => {
  it('a manager without the power may not, and the attempt stands in the access log', async () => {
    const story = await statementStory();
    const { issueStatement } = story.catalogue.commands;
    expect(await story.refused(issueStatement, asked(student), manager)).toEqual({
      kind: 'forbidden',
      code: 'STATEMENT_POWER_MISSING',
      data: {},
    });
    expect(story.world.audit().at(-1)).toMatchObject({
      actorId: 'staff-0003',
      dataGroup: 'statement',
      result: 'REFUSED',
      reason: 'STATEMENT_POWER_MISSING',
      subjectId: clientId,
    });
  });

  it('whoever does not serve the client may not, power or not', async () => {
    const story = await statementStory();
    const { issueStatement } = story.catalogue.commands;
    expect(await story.refused(issueStatement, asked(student), otherSpecialist)).toMatchObject({
      code: 'NEED_NOT_STATED',
    });
  });

  it('the handler may for a client under protection, to whom nobody else exists', async () => {
    const hidden = aProtectedCase();
    const story = await statementStory([hidden]);
    const { issueStatement } = story.catalogue.commands;
    await story.does(issueStatement, asked(student, hidden.clientId), handler);
    expect(await story.refused(issueStatement, asked(student, hidden.clientId), specialist)).toMatchObject({
      kind: 'missing',
      code: 'CLIENT_CASE_NOT_FOUND',
    });
  });
});

describe('correcting a statement', () => {
  it('leaves what was stated as it is', async () => {
    const story = await statementStory();
    const { commands, queries } = story.catalogue;
    const { statementId } = await story.does(commands.issueStatement, asked(student));
    const before = story.statements.all()[0];
    const corrected = { kind: 'NOT_UNEMPLOYED_STUDENT', from: localDate('2026-03-01') } as const;
    const replaced = await story.does(commands.replaceStatement, {
      ...asked(corrected),
      replacesStatementId: statementId,
    });
    expect(story.statements.all()[0]).toBe(before);
    const { statements } = shown(await story.sees(queries.listStatements, { clientId }));
    expect(statements[1]).toMatchObject({ replacedBy: replaced.statementId });
  });
});

describe('the pile of undelivered statements', () => {
  it('shows the manager the area’s, a handler theirs, and nobody else any', async () => {
    const hidden = aProtectedCase();
    const story = await statementStory([aClientCase(), hidden]);
    const { commands, queries } = story.catalogue;
    const failure = { failure: 'PAYER_REFUSED' } as const;
    const ordinary = await story.does(commands.issueStatement, asked(student));
    const protectedOne = await story.does(commands.issueStatement, asked(student, hidden.clientId), handler);
    const answer = { ...ordinary, clientId, answer: failure };
    await story.does(commands.recordPayerAnswer, answer, ownTimer);
    await story.does(
      commands.recordPayerAnswer,
      { ...protectedOne, clientId: hidden.clientId, answer: failure },
      ownTimer,
    );
    const pileOf = async (actor: typeof manager) => {
      const { rows } = await story.sees(queries.listUndeliveredStatements, { pageSize: 10 }, actor);
      return rows.map(({ statement }) => statement.statementId);
    };
    expect(await pileOf(manager)).toEqual([ordinary.statementId]);
    expect(await pileOf(handler)).toEqual([protectedOne.statementId]);
    await expect(pileOf(specialist)).rejects.toThrow('ROLE_NOT_ALLOWED');
  });

  it('goes page by page', async () => {
    const story = await statementStory();
    const { commands, queries } = story.catalogue;
    for (const _ of [1, 2, 3]) {
      const { statementId } = await story.does(commands.issueStatement, asked(student));
      await story.does(
        commands.recordPayerAnswer,
        { clientId, statementId, answer: { failure: 'PAYER_REFUSED' } },
        ownTimer,
      );
    }
    const first = await story.sees(queries.listUndeliveredStatements, { pageSize: 2 }, manager);
    const second = await story.sees(
      queries.listUndeliveredStatements,
      { pageSize: 2, after: first.nextAfter ?? '' },
      manager,
    );
    expect([first.rows.length, second.rows.length, second.nextAfter]).toEqual([2, 1, undefined]);
  });
});

describe('reading what a statement shall say', () => {
  const read = (content: WrittenContent | undefined) =>
    readIssueStatement({ clientId, content, groundCode: 'G', recipientCode: 'KELA', language: 'SV' });

  const violations = (content: WrittenContent | undefined) => {
    const result = read(content);
    return result.ok ? [] : result.refusal.violations?.map(({ field, code }) => [field, code]);
  };

  it('refuses an identity code in a ground in words', () => {
    const content = { kind: 'OBSTACLE', from: '2026-03-02', to: '', freeGround: 'Henkilö 010190-999W' } as const;
    expect(violations(content)).toEqual([['content.obstacle.free_ground', 'IDENTITY_CODE_IN_TEXT']]);
  });

  it('refuses a ground that says nothing', () => {
    expect(violations({ kind: 'NO_OBSTACLE', from: '2026-03-02', to: '', freeGround: '  ' })).toEqual([
      ['content.no_obstacle.free_ground', 'TEXT_BLANK'],
    ]);
  });

  it('names impossible days and periods the wrong way round', () => {
    expect(violations({ kind: 'JOB_SEARCH_VALID', from: '2026-02-30', to: '', seeks: 'FULL_TIME' })).toEqual([
      ['content.job_search_valid.period.from_date', 'DATE_IMPOSSIBLE'],
    ]);
    expect(
      violations({
        kind: 'SERVICE_PARTICIPATION',
        from: '2026-03-02',
        to: '2026-03-01',
        serviceCode: 'WORK_TRIAL',
        daysPerWeek: 5,
        allowance: 'BASIC',
      }),
    ).toEqual([['content.service_participation.period.to_date', 'PERIOD_REVERSED']]);
    expect(violations({ kind: 'CHANGE_SECURITY', from: 'x', finding: 'MET' })).toEqual([
      ['content.change_security.notice_date', 'DATE_IMPOSSIBLE'],
    ]);
    expect(violations(undefined)).toEqual([['content', 'REQUIRED']]);
  });

  it('leaves out an end that was not written', () => {
    expect(read({ kind: 'NO_OBSTACLE', from: '2026-03-02', to: '', freeGround: ' Kunnossa. ' })).toMatchObject({
      value: { content: { kind: 'NO_OBSTACLE', from: '2026-03-02', freeGround: 'Kunnossa.' } },
    });
  });
});
