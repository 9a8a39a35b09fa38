import { addMonths, type LocalDate, localDate } from '@tyovayla/kernel/local-date';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import { type RuleBook, type RuleVersion, versionOn } from '@tyovayla/kernel/rule-book';
import type { Reason } from '@tyovayla/kernel/rule-desk';

/** The rows of the rule. They are not the employment status codes: two of them a person has to say. */
export const obligationStatuses = [
  'UNEMPLOYED',
  'LAID_OFF_FULL',
  'LAID_OFF_PART',
  'PART_TIME',
  'STUDENT_ON_BENEFIT',
  'IN_SERVICE',
  'WORK_ABILITY_BEING_CLARIFIED',
] as const;

export type ObligationStatus = (typeof obligationStatuses)[number];

/** So many applications in so many months. */
export type Quota = { readonly count: number; readonly perMonths: number };

/** One row: a number, nothing before the status has lasted some months, or no number at all. */
export type ObligationRow = {
  readonly quota?: Quota;
  /** Months of the status that are free of the obligation. */
  readonly freeMonths?: number;
  /** Whether a job-search discussion must have been held first. */
  readonly discussion?: 'NEEDED';
  /** Set where the handbook only guesses and an area can say otherwise. */
  readonly setByArea?: 'PARTLY_LAID_OFF' | 'STUDENT';
};

export type ObligationParameters = Readonly<Record<ObligationStatus, ObligationRow>>;

const fourAMonth: Quota = { count: 4, perMonths: 1 };

/**
 * The job-search obligation (työnhakuvelvollisuus). 2 May 2022: four opportunities a month; a full layoff is free for
 * three months, a partial one for three and then one in three months; part-time work one in three months, self-motivated
 * studies three in three months; no number in a service or while the ability to work is clarified. 1 January 2026:
 * part-time work as unemployment; after a full layoff's three months a discussion must have been held as well; what
 * applies to partial layoffs and students was not found, so the former numbers are the default. Source: handbook 2.4.
 */
export const jobSearchObligationBook: RuleBook<ObligationParameters> = {
  id: 'job-search-obligation',
  versions: [
    {
      validFrom: localDate('2022-05-02'),
      basis: {
        act: '916/2012 as amended by 1379/2021; from 1 January 2025 380/2023',
        section: '',
        source: 'https://www.tyj.fi/news/tyonhakijan-on-toukokuusta-alkaen-haettava-neljaa-tyopaikkaa-kuukaudessa/',
      },
      confidence: 'H',
      params: {
        UNEMPLOYED: { quota: fourAMonth },
        LAID_OFF_FULL: { quota: fourAMonth, freeMonths: 3 },
        LAID_OFF_PART: { quota: { count: 1, perMonths: 3 }, freeMonths: 3 },
        PART_TIME: { quota: { count: 1, perMonths: 3 } },
        STUDENT_ON_BENEFIT: { quota: { count: 3, perMonths: 3 } },
        IN_SERVICE: {},
        WORK_ABILITY_BEING_CLARIFIED: {},
      },
    },
    {
      validFrom: localDate('2026-01-01'),
      basis: {
        act: '380/2023 as amended on the proposal HE 108/2025',
        section: '',
        source:
          'https://tyomarkkinatori.fi/en/news/tyonhakijan-palveluprosessiin-ja-tyonvalityspalveluihin-tulee-muutoksia-vuodenvaihteessa1',
      },
      confidence: 'H',
      params: {
        UNEMPLOYED: { quota: fourAMonth },
        LAID_OFF_FULL: { quota: fourAMonth, freeMonths: 3, discussion: 'NEEDED' },
        LAID_OFF_PART: { quota: { count: 1, perMonths: 3 }, freeMonths: 3, setByArea: 'PARTLY_LAID_OFF' },
        PART_TIME: { quota: fourAMonth },
        STUDENT_ON_BENEFIT: { quota: { count: 3, perMonths: 3 }, setByArea: 'STUDENT' },
        IN_SERVICE: {},
        WORK_ABILITY_BEING_CLARIFIED: {},
      },
    },
  ],
};

/**
 * Whether a discussion held before the layoff had lasted its free months is enough. The handbook says "three months
 * passed and a discussion was held"; which order, it does not say.
 */
export const layoffDiscussions = ['DURING_LAYOFF', 'AFTER_FREE_MONTHS'] as const;

/** What an area can set, where the handbook marks a row P. */
export type ObligationSettings = {
  readonly partlyLaidOff: Quota;
  readonly student: Quota;
  readonly layoffDiscussion: (typeof layoffDiscussions)[number];
};

export const defaultObligationSettings: ObligationSettings = {
  partlyLaidOff: { count: 1, perMonths: 3 },
  student: { count: 3, perMonths: 3 },
  layoffDiscussion: 'DURING_LAYOFF',
};

export type ObligationQuestion = {
  /** The day that is asked about. */
  readonly on: LocalDate;
  readonly status: ObligationStatus;
  readonly statusSince: LocalDate;
  /** The last job-search discussion that was held. */
  readonly discussionHeldOn?: LocalDate;
};

export type ObligationByRule = {
  /** Absent: the rule sets no number on that day. */
  readonly quota?: Quota;
  readonly version: RuleVersion<ObligationParameters>;
  readonly because: readonly Reason[];
};

export type NoObligationRule = 'NO_VERSION_IN_FORCE' | 'STATUS_BEGINS_LATER';

const quotaOf = (row: ObligationRow, settings: ObligationSettings): Quota | undefined => {
  if (row.setByArea === 'PARTLY_LAID_OFF') return settings.partlyLaidOff;
  return row.setByArea === 'STUDENT' ? settings.student : row.quota;
};

/** Why there is no number yet, if that is so. */
const waitsFor = (
  row: ObligationRow,
  { on, statusSince, discussionHeldOn }: ObligationQuestion,
  { layoffDiscussion }: ObligationSettings,
): Reason | undefined => {
  if (row.freeMonths === undefined) return undefined;
  const freeUntil = addMonths(statusSince, row.freeMonths);
  if (on < freeUntil) return { code: 'FIRST_MONTHS_FREE', data: { months: row.freeMonths, freeUntil } };
  if (row.discussion === undefined) return undefined;
  const from = layoffDiscussion === 'DURING_LAYOFF' ? statusSince : freeUntil;
  const inTime = discussionHeldOn !== undefined && from <= discussionHeldOn && discussionHeldOn <= on;
  return inTime ? undefined : { code: 'DISCUSSION_NOT_HELD', data: { freeUntil } };
};

const hits = (row: ObligationRow, quota: Quota, { status, discussionHeldOn }: ObligationQuestion): Reason[] => [
  { code: `OBLIGATION_OF_${status}`, data: { ...quota } },
  ...(row.freeMonths === undefined ? [] : [{ code: 'FREE_MONTHS_PASSED', data: { months: row.freeMonths } }]),
  ...(row.discussion === undefined ? [] : [{ code: 'DISCUSSION_HELD', data: { discussionHeldOn } }]),
  ...(row.setByArea === undefined ? [] : [{ code: 'SET_BY_AREA', data: { confidence: 'L' } }]),
];

/**
 * How many applications the law asks of a person in which time, by the version in force on the day itself. Refused
 * before 2 May 2022, and where the status begins after the day. Source: handbook 2.4.
 */
export const jobSearchObligation = (
  question: ObligationQuestion,
  settings: ObligationSettings = defaultObligationSettings,
): Result<ObligationByRule, NoObligationRule> => {
  const version = versionOn(jobSearchObligationBook, question.on);
  if (version === undefined) return refused('NO_VERSION_IN_FORCE');
  if (question.statusSince > question.on) return refused('STATUS_BEGINS_LATER');
  const row = version.params[question.status];
  const quota = quotaOf(row, settings);
  if (quota === undefined) {
    return accepted({ version, because: [{ code: 'NO_NUMBER_SET', data: { status: question.status } }] });
  }
  const waiting = waitsFor(row, question, settings);
  if (waiting !== undefined) return accepted({ version, because: [waiting] });
  return accepted({ quota, version, because: hits(row, quota, question) });
};
