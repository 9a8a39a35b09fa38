import { parties } from '../../../src/api/multi-sector-codes.ts';

/** Staff ids as people type them, parted by commas or blanks → members of the group, each person once for a party. */
export const membersOf = (
  people: Readonly<Record<string, string>>,
): readonly { readonly staffId: string; readonly party: string }[] =>
  parties.flatMap((party) => {
    const ids = (people[party] ?? '').split(/[\s,;]+/).filter((id) => id !== '');
    return [...new Set(ids)].map((staffId) => ({ staffId, party }));
  });

/** Person-years as people write them ("1,5") → hundredths; as typed where it is no number, so that it is refused. */
export const hundredthsOf = (text: string): number | string => {
  const plain = text.trim().replace(',', '.');
  return /^\d+(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : text;
};
