import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { DayTask, DayTaskKind } from '../../domain/assignment/day-task.ts';

/** A task as the day list shows it. */
export type DayRow = DayTask & {
  /** Absent where it is withheld. */
  readonly municipalityCode?: string;
  /** Staff id; absent where the team has the client and nobody is assigned. */
  readonly specialistId?: string;
};

/** How many tasks of a kind up to the end of the week. */
export type DayCount = {
  readonly kind: DayTaskKind;
  readonly overdue: number;
  readonly today: number;
  readonly laterThisWeek: number;
};

/** Where a page goes on: after this task. */
export type DayPosition = { readonly dueOn: LocalDate; readonly taskId: string };

export type DayFilter = {
  /** Whose clients: of these members of staff, or of a whole team. */
  readonly of: { readonly staffIds: readonly string[] } | { readonly teamId: string };
  readonly today: LocalDate;
  /** Last day that is shown: Sunday. */
  readonly until: LocalDate;
  readonly municipalityCode?: string;
  /** Of these kinds; all where empty. The counts are of all. */
  readonly kinds: readonly DayTaskKind[];
  readonly limit: number;
  readonly after?: DayPosition;
};

export type DayPage = { readonly counts: readonly DayCount[]; readonly tasks: readonly DayRow[] };
