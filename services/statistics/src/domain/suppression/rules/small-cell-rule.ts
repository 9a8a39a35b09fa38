import { localDate } from '@tyovayla/kernel/local-date';
import type { RuleBook } from '@tyovayla/kernel/rule-book';

/** Numbers of people from 1 up to, but not including, `minimum` are not told outside the authority. */
export type SmallCellParameters = { readonly minimum: number };

/** Small-cell suppression ("publish with small-cell suppression (<5) outside the authority", handbook 11.1). */
export const smallCellRule: RuleBook<SmallCellParameters> = {
  id: 'suppression.minimum',
  versions: [
    {
      // Older than any counted day: statistics of former years are told under the same rule.
      validFrom: localDate('1900-01-01'),
      basis: { act: '', section: '', source: 'Domain handbook 11.1, spell continuity and publishing' },
      confidence: 'M',
      params: { minimum: 5 },
    },
  ],
};
