import { addDays, type LocalDate, localDate } from '@tyovayla/kernel/local-date';
import type {
  AssessedNeglect,
  Hearing,
  Neglect,
  NeglectInHearing,
  RecordedNeglect,
} from '../domain/neglect/neglect.ts';
import type { IssuingStatement, StatementState } from '../domain/statement/issue-statement.ts';
import { type Statement, statementKinds } from '../domain/statement/statement.ts';
import type { StatementChoices } from '../domain/statement/statement-choices.ts';
import { clientIdOf } from './builders.ts';

export const neglectIdOf = (number: number): string => `00000000-0000-7000-9600-${String(number).padStart(12, '0')}`;
export const hearingIdOf = (number: number): string => `00000000-0000-7000-9610-${String(number).padStart(12, '0')}`;
export const statementIdOf = (number: number): string => `00000000-0000-7000-9620-${String(number).padStart(12, '0')}`;

/** One ground for each kind of statement, two recipients, one service. */
export const someChoices: StatementChoices = {
  grounds: [
    ...statementKinds.map((kind) => ({
      code: `GROUND_OF_${kind}`,
      kinds: [kind],
      act: '1290/2002',
      section: '1 §',
      validFrom: localDate('2022-05-02'),
    })),
    {
      code: 'GROUND_OF_WAITING_PERIOD',
      kinds: ['WAITING_PERIOD'],
      act: '1290/2002 as amended',
      section: '2 §',
      validFrom: localDate('2026-03-01'),
    },
  ],
  recipients: [
    { code: 'KELA', name: 'Kela' },
    { code: 'FUND', name: 'A fund' },
  ],
  services: ['WORK_TRIAL'],
  allowances: [{ validFrom: localDate('2022-05-02'), basicCents: 900, raisedCents: 1800 }],
};

type Story = { readonly number?: number; readonly on?: string; readonly kind?: Neglect['kind'] };

/** Aino missed a meeting on Monday 2 March 2026, and her specialist recorded it the same day. */
export const aRecordedNeglect = ({
  number = 1,
  on = '2026-03-02',
  kind = 'MISSED_MEETING',
}: Story = {}): RecordedNeglect => ({
  status: 'RECORDED',
  neglectId: neglectIdOf(number),
  clientId: clientIdOf(1),
  kind,
  occurredOn: localDate(on),
  recordedBy: 'staff-0001',
  recordedOn: localDate(on),
  version: 1,
});

/** She was asked to explain on the same day, by the Monday after. */
export const aNeglectInHearing = (story: Story & { readonly answer?: Hearing['answer'] } = {}): NeglectInHearing => {
  const neglect = aRecordedNeglect(story);
  const { answer } = story;
  return {
    ...neglect,
    status: 'HEARING',
    version: 2,
    hearing: {
      hearingId: hearingIdOf(story.number ?? 1),
      openedOn: neglect.occurredOn,
      deadline: addDays(neglect.occurredOn, 7),
      manner: 'E_SERVICE',
      language: 'FI',
      openedBy: 'staff-0001',
      ...(answer !== undefined && { answer }),
    },
  };
};

/** Her reason was found not to be acceptable the day after the deadline. */
export const anUnexcusedNeglect = (
  story: Story & { readonly ground?: AssessedNeglect['finding']['ground'] } = {},
): AssessedNeglect => {
  const heard = aNeglectInHearing(story);
  const { ground = 'NO_EXPLANATION' } = story;
  return {
    ...heard,
    status: 'ASSESSED',
    version: 3,
    finding: { ground, assessedBy: 'staff-0001', assessedOn: addDays(heard.hearing.deadline, 1) },
  };
};

/** What is known of a client of whom nothing was stated. */
export const aStatementState = (about: Partial<StatementState> = {}): StatementState => ({
  neglects: [],
  statements: [],
  activities: [],
  choices: someChoices,
  jobSearchStartedOn: localDate('2026-02-02'),
  ...about,
});

/** A statement to Kela that a specialist with the power asks for on a day, by the ground of its kind. */
export const asking = (
  content: IssuingStatement['content'],
  about: Partial<IssuingStatement> = {},
  today: LocalDate = localDate('2026-03-11'),
): IssuingStatement => ({
  statementId: statementIdOf(1),
  clientId: clientIdOf(1),
  content,
  groundCode: `GROUND_OF_${content.kind}`,
  recipientCode: 'KELA',
  language: 'FI',
  issuer: { staffId: 'staff-0001', power: 'STATEMENT_POWER' },
  today,
  ...about,
});

/** A statement that there is no obstacle, issued on 2 March 2026. */
export const aStatement = (about: Partial<Statement> = {}): Statement => ({
  statementId: statementIdOf(1),
  clientId: clientIdOf(1),
  content: { kind: 'NO_OBSTACLE', from: localDate('2026-03-02'), freeGround: 'Sought work in time.' },
  ground: { code: 'GROUND_OF_NO_OBSTACLE', act: '1290/2002', section: '1 §' },
  recipientCode: 'KELA',
  issuedBy: 'staff-0001',
  issuedOn: localDate('2026-03-02'),
  language: 'FI',
  ...about,
});

/** A work obligation of six weeks from 1 April 2026. */
export const anObligation = (about: Partial<Statement> = {}) => ({
  ...aStatement({ hearingId: hearingIdOf(1), ruleValidFrom: localDate('2026-03-01'), ...about }),
  content: {
    kind: 'WORK_OBLIGATION' as const,
    neglectId: neglectIdOf(1),
    from: localDate('2026-04-01'),
    weeks: 6,
  },
});
