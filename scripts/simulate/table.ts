import type { Entry } from './entry.ts';

/** What happened to one person. */
export type Chronicle = { readonly person: string; readonly about: string; readonly entries: readonly Entry[] };

const whatWidth = 96;

const wrap = (text: string): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > whatWidth) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
};

const versionOf = ({ rule, versionFrom, confidence }: Entry): string =>
  rule === undefined ? '' : `${rule} from ${versionFrom ?? ''} (${confidence ?? ''})`;

const linesOf = (entry: Entry): readonly string[] =>
  wrap(entry.what).map((text, index) =>
    index === 0
      ? `  ${entry.on}  ${text.padEnd(whatWidth)}  ${versionOf(entry)}`.trimEnd()
      : `  ${' '.repeat(10)}  ${text}`,
  );

const basesOf = (chronicles: readonly Chronicle[]): readonly string[] => {
  const bases = new Map(
    chronicles
      .flatMap(({ entries }) => entries)
      .filter(({ rule }) => rule !== undefined)
      .map((entry) => [versionOf(entry), entry.act ?? '']),
  );
  return [...bases]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([version, act]) => `  ${version.padEnd(44)}  ${act}`);
};

/** The table that people read: by person and day, with the version of the rule; what each version rests on comes last. */
export const tableOf = (chronicles: readonly Chronicle[]): string =>
  [
    ...chronicles.flatMap(({ person, about, entries }) => [
      `${person.toUpperCase()}: ${about}`,
      ...entries.flatMap(linesOf),
      '',
    ]),
    'VERSIONS, and what they rest on',
    ...basesOf(chronicles),
    '',
  ].join('\n');
