import { type LocalDate, localDate } from '@tyovayla/kernel/local-date';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import { type RuleBook, type RuleVersion, versionOn } from '@tyovayla/kernel/rule-book';
import type { Reason } from '@tyovayla/kernel/rule-desk';

export type StudyDutyParameters = {
  /** Study places that are applied for at least. */
  readonly places: number;
};

/**
 * The duty of those under 25 without a vocational qualification to apply for study places in the spring joint
 * application (nuoren koulutushakuvelvollisuus). Source: handbook 2.4, which names neither the section nor a first day:
 * it is taken to hold as long as the job-search obligation has.
 */
export const studyApplicationDutyBook: RuleBook<StudyDutyParameters> = {
  id: 'study-application-duty',
  versions: [
    {
      validFrom: localDate('2022-05-02'),
      basis: { act: '1290/2002', section: '', source: 'handbook 2.4' },
      confidence: 'M',
      params: { places: 2 },
    },
  ],
};

/** Whether somebody has a vocational qualification; nobody is under the duty while it is not known. */
export const qualifications = ['HELD', 'MISSING', 'UNKNOWN'] as const;

export type StudyDutyQuestion = {
  readonly on: LocalDate;
  readonly under25: boolean;
  readonly qualification: (typeof qualifications)[number];
  readonly jobSearchRuns: boolean;
};

export type StudyDutyByRule = {
  /** Study places to apply for; absent where there is no duty. */
  readonly places?: number;
  readonly version: RuleVersion<StudyDutyParameters>;
  readonly because: readonly Reason[];
};

const exemption = ({ under25, qualification, jobSearchRuns }: StudyDutyQuestion): Reason | undefined => {
  if (!jobSearchRuns) return { code: 'NO_JOB_SEARCH_RUNS', data: {} };
  if (!under25) return { code: 'NOT_UNDER_25', data: {} };
  if (qualification === 'HELD') return { code: 'HAS_VOCATIONAL_QUALIFICATION', data: {} };
  return qualification === 'UNKNOWN' ? { code: 'QUALIFICATION_NOT_KNOWN', data: {} } : undefined;
};

/**
 * Whether a job seeker has the duty to apply for studies, and for how many places. Refused before 2 May 2022.
 * Source: handbook 2.4.
 */
export const studyApplicationDuty = (question: StudyDutyQuestion): Result<StudyDutyByRule, 'NO_VERSION_IN_FORCE'> => {
  const version = versionOn(studyApplicationDutyBook, question.on);
  if (version === undefined) return refused('NO_VERSION_IN_FORCE');
  const exempt = exemption(question);
  if (exempt !== undefined) return accepted({ version, because: [exempt] });
  const { places } = version.params;
  return accepted({ places, version, because: [{ code: 'YOUNG_WITHOUT_QUALIFICATION', data: { places } }] });
};
