import { addDays, addMonths, type LocalDate, localDate } from '@tyovayla/kernel/local-date';
import { type RuleBook, versionOn } from '@tyovayla/kernel/rule-book';
import { finnishCalendar, previousWorkingDay, type WorkingCalendar } from '@tyovayla/kernel/working-day';

/** How activation meetings are held. */
export const activationModes = ['IN_PERSON', 'ANY'] as const;

export type ActivationMode = (typeof activationModes)[number];

export type ActivationParameters = {
  readonly meetings: number;
  readonly months: number;
  /** Days from the first day of the period to its first meeting, and between meetings. */
  readonly everyDays: number;
  readonly mode: ActivationMode;
};

/**
 * The activation period (aktivointijakso) of those who get general support (yleistuki), from 1 May 2026: meetings in
 * person as a rule. That it exists was read in the bill; the numbers and the four weeks between meetings stand in one
 * public code base only. That the period begins with general support is this project's reading. Source: handbook 2.2.
 */
export const activationBook: RuleBook<ActivationParameters> = {
  id: 'activation-period',
  versions: [
    {
      validFrom: localDate('2026-05-01'),
      basis: {
        act: 'bill on general support (yleistuki)',
        section: '',
        source: 'https://www.verkkouutiset.fi/a/tyottomille-tulossa-uusi-etuus/',
      },
      confidence: 'L',
      params: { meetings: 3, months: 3, everyDays: 28, mode: 'IN_PERSON' },
    },
  ],
};

/** The activation period's numbers on a day; undefined before there was one. */
export const activationOn = (day: LocalDate): ActivationParameters | undefined =>
  versionOn(activationBook, day)?.params;

/** A meeting of the activation period. */
export type ActivationMeeting = {
  readonly dueOn: LocalDate;
  /** Last working day on or before the due day. */
  readonly scheduleBy: LocalDate;
};

/** The time for which general support is paid; the last day is left out, and absent where no end is known. */
export type SupportedTime = { readonly from: LocalDate; readonly until?: LocalDate };

/**
 * The meetings of the activation period of someone who gets general support from a day on, in order of time. Only those
 * that are due while it is paid. Source: handbook 2.2.
 */
export const activationMeetings = (
  { from, until }: SupportedTime,
  { meetings, months, everyDays }: ActivationParameters,
  calendar: WorkingCalendar = finnishCalendar,
): readonly ActivationMeeting[] => {
  const last = addMonths(from, months);
  return Array.from({ length: meetings }, (_, index) => addDays(from, (index + 1) * everyDays))
    .filter((dueOn) => dueOn <= last && (until === undefined || dueOn < until))
    .map((dueOn) => ({ dueOn, scheduleBy: previousWorkingDay(dueOn, calendar) }));
};
