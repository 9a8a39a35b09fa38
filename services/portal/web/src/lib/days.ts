const shape = { local: /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/, iso: /^(\d{4})-(\d{2})-(\d{2})$/ };

const isDay = (text: string): boolean => {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
};

/** A day as people write it, day first, or as YYYY-MM-DD; undefined where it is no day of the calendar. */
export const readDay = (text: string): string | undefined => {
  const trimmed = text.trim();
  const local = shape.local.exec(trimmed);
  const day = local ? `${local[3]}-${local[2]?.padStart(2, '0')}-${local[1]?.padStart(2, '0')}` : trimmed;
  return shape.iso.test(day) && isDay(day) ? day : undefined;
};

/** The day some days before or after. */
export const shiftDay = (day: string, by: number): string => {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + by);
  return at.toISOString().slice(0, 10);
};

/** The month some months before or after, YYYY-MM. */
export const shiftMonth = (month: string, by: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const at = new Date(Date.UTC(year, number - 1 + by, 1));
  return at.toISOString().slice(0, 7);
};

/** The months from one to another, both included, the newest first. */
export const monthsBack = (from: string, to: string): string[] => {
  const months: string[] = [];
  for (let at = to; at >= from; at = shiftMonth(at, -1)) months.push(at);
  return months;
};
