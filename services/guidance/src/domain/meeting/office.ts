import { type LocalDate, type Weekday, weekday } from '@tyovayla/kernel/local-date';

/** Hours of one day of the week, in minutes from midnight. */
export type OpeningHours = { readonly weekday: Weekday; readonly opensAt: number; readonly closesAt: number };

/** A place where the authority meets clients. */
export type Office = {
  readonly officeId: string;
  readonly name: string;
  readonly municipalityCode: string;
  /** Empty where it is not announced yet. */
  readonly address: string;
  readonly openingHours: readonly OpeningHours[];
};

/** The area's offices and the hours of its remote service; reference data. */
export type Offices = {
  readonly offices: readonly Office[];
  /** When people are met by video and phone. */
  readonly remoteHours: readonly OpeningHours[];
  /** Length of a meeting where nothing else is said, minutes. */
  readonly usualMinutes: number;
  /** Working days within which a missed meeting is held after all, where its own due day has passed. */
  readonly replacementWorkingDays: number;
};

/** Whether a meeting fits into the hours of its day. */
export const isWithinHours = (
  hours: readonly OpeningHours[],
  { on, startsAt, minutes }: { readonly on: LocalDate; readonly startsAt: number; readonly minutes: number },
): boolean =>
  hours.some(
    ({ weekday: day, opensAt, closesAt }) =>
      day === weekday(on) && opensAt <= startsAt && startsAt + minutes <= closesAt,
  );
