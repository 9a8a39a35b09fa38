import { shiftDay } from '../lib/days.ts';

export type Due =
  | { readonly when: 'overdue'; readonly days: number }
  | { readonly when: 'today' | 'tomorrow' | 'later' };

const dayMs = 86_400_000;

/** How a due day stands to today; both YYYY-MM-DD. Days are calendar days. */
export const dueOn = (today: string, day: string): Due => {
  if (day < today) return { when: 'overdue', days: Math.round((Date.parse(today) - Date.parse(day)) / dayMs) };
  if (day === today) return { when: 'today' };
  return { when: day === shiftDay(today, 1) ? 'tomorrow' : 'later' };
};
