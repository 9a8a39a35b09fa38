import type { LocalDate } from '@tyovayla/kernel/local-date';

/** The initial interview (alkuhaastattelu) that a running job search asks for. */
export type InitialInterview = {
  readonly clientId: string;
  readonly jobSearchId: string;
  /** Last day on which the authority may hold it. */
  readonly dueOn: LocalDate;
  /** Working days that the law gave on the day that decided. */
  readonly workingDays: number;
  /** First day of the version of the rule that decided. */
  readonly ruleValidFrom: LocalDate;
  /** The client's municipality is withheld: only a protected-client handler may know of them. */
  readonly withheld: boolean;
};

/** What guidance learns when a job search starts. */
export type StartedJobSearch = {
  readonly clientId: string;
  readonly jobSearchId: string;
  readonly startedOn: LocalDate;
  readonly withheld: boolean;
};
