/** The parts of an hour in which experts' time is ordered. */
export const quarters = ['0', '15', '30', '45'] as const;

export type TimeForm = { readonly hours: string; readonly minutes: string };

const whole = (text: string): number => (/^\d{1,4}$/.test(text.trim() || '0') ? Number(text) : Number.NaN);

/** Minutes of a time typed as hours and minutes; undefined where it is none, so that the field is refused as missing. */
export const minutesOf = ({ hours, minutes }: TimeForm): number | undefined => {
  const all = whole(hours) * 60 + whole(minutes);
  return Number.isNaN(all) || all === 0 ? undefined : all;
};

/** Whole hours and the minutes beyond them. */
export const timeOf = (all: number): { readonly hours: number; readonly minutes: number } => ({
  hours: Math.floor(all / 60),
  minutes: all % 60,
});
