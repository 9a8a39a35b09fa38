const minutesAnHour = 60;

/** Minutes from midnight of a time of day written HH:MM. */
export const minuteOf = (text: string): number => Number(text.slice(0, 2)) * minutesAnHour + Number(text.slice(3, 5));

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** A time of day as HH:MM. */
export const clockTimeOf = (minute: number): string =>
  `${twoDigits(Math.floor(minute / minutesAnHour))}:${twoDigits(minute % minutesAnHour)}`;
