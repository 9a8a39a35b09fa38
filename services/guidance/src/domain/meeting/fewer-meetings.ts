import { addMonths } from '@tyovayla/kernel/local-date';
import type { CaseJobSearch } from '../client-case/client-case.ts';
import type { ClockMeeting } from '../rules/meeting-clock.ts';

const laidOffFull = '03';

/**
 * Whether the list of exceptions spares the client this meeting (handbook 2.2): supplementary and intensive ones in a
 * full-time layoff's first months and in some services. Since 2026 an official's discretion has taken the list's place.
 */
export const isAskedFewer = (
  { kind, dueOn, version }: Pick<ClockMeeting, 'dueOn' | 'version'> & { readonly kind: string },
  { statusCode, statusSince }: CaseJobSearch,
): boolean => {
  const { fewer } = version.params;
  if (fewer === undefined || kind === 'DISCUSSION') return false;
  if (fewer.statusCodes.includes(statusCode)) return true;
  return statusCode === laidOffFull && dueOn < addMonths(statusSince, fewer.laidOffFullMonths);
};
