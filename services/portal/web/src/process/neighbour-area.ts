/** "Itä-Lappi" as the contract writes it: "ita-lappi". What has no such form is passed on, so that it is refused, not lost. */
export const areaCode = (name: string): string =>
  name.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, '-');

/** Names that lose letters in the contract's form. */
const fullNames: Readonly<Record<string, string>> = { 'ita-lappi': 'Itä-Lappi' };

/** "tunturi-lappi" as people read it: "Tunturi-Lappi". */
export const areaName = (code: string): string =>
  fullNames[code] ?? code.replace(/(^|-)(\p{L})/gu, (_, dash: string, letter: string) => dash + letter.toUpperCase());
