import { GuidanceErrorReason } from '@tyovayla/proto/tyovayla/guidance/v1/guidance_error_reason';
import { endReasons, pictureRows, serviceLanguages, statusCodes } from '../../../src/api/codes.ts';
import { dayTaskKinds, needReasons } from '../../../src/api/staffing-codes.ts';
import en from './en.json' with { type: 'json' };
import fi from './fi.json' with { type: 'json' };
import sv from './sv.json' with { type: 'json' };

type Texts = { readonly [key: string]: string | Texts };

const flat = (texts: Texts, path = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : flat(value, `${path}${key}/`),
  );

const all = { fi: flat(fi), sv: flat(sv), en: flat(en) };

const blanksOf = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();

/** Every reason for which a service says no, without the contract’s prefix. */
const reasonsOf = (names: object, prefix: string): string[] =>
  Object.keys(names)
    .filter((name) => name.startsWith(prefix) && !name.endsWith('_UNSPECIFIED'))
    .map((name) => name.slice(prefix.length));

describe('Texts in Finnish, Swedish and English', () => {
  it.each(['sv', 'en'] as const)('are the same ones: fi and %s', (language) => {
    expect(all[language].map(([key]) => key).sort()).toEqual(all.fi.map(([key]) => key).sort());
  });

  it.each(['sv', 'en'] as const)('have the same blanks to fill: fi and %s', (language) => {
    const blanks = new Map(all[language].map(([key, text]) => [key, blanksOf(text)]));
    for (const [key, text] of all.fi) expect([key, blanks.get(key)]).toEqual([key, blanksOf(text)]);
  });

  it('are never empty', () => {
    for (const [key, text] of [...all.fi, ...all.sv, ...all.en]) expect([key, text.trim()]).not.toEqual([key, '']);
  });

  it.each([
    ['rows', pictureRows],
    ['statusCodes', statusCodes],
    ['endReasons', endReasons],
    ['serviceLanguages', serviceLanguages],
    ['day/kinds', dayTaskKinds],
    ['day/tasks', dayTaskKinds],
    ['need/reasons', needReasons],
    ['errors/reasons', reasonsOf(GuidanceErrorReason, 'GUIDANCE_ERROR_REASON_')],
  ] as const)('name every code of the contracts: %s', (list, codes) => {
    const keys = new Set(all.fi.map(([key]) => key));
    expect(codes.filter((code) => !keys.has(`${list}/${code}`))).toEqual([]);
  });
});
