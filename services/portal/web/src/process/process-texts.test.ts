import { accessReasons } from '@tyovayla/runtime/access-reason';
import * as benefitCodes from '../../../src/api/benefit-codes.ts';
import * as expertCodes from '../../../src/api/expert-order-codes.ts';
import * as codes from '../../../src/api/process-codes.ts';
import { statementChoices } from '../../../src/api/statement-schemas.ts';
import { someStatementChoices } from '../../../src/testing/some-process.ts';
import fi from '../texts/fi.json' with { type: 'json' };
import { statementShapes } from './statement-draft.ts';

const names = fi.process.codes as unknown as Readonly<Record<string, Readonly<Record<string, string>>>>;
const fields = Object.keys(fi.process.fields);

/** Lists whose names stand under another list's. */
const elsewhere: Readonly<Record<string, string>> = { plannedByNeed: 'meetingKinds' };

describe('The texts of the client process', () => {
  it.each(Object.entries({ ...codes, ...benefitCodes, ...expertCodes, accessReasons }))(
    'name every code that people choose from: %s',
    (list, all) => {
      const named = names[elsewhere[list] ?? list] ?? {};
      expect(all.filter((code) => named[code] === undefined)).toEqual([]);
    },
  );

  it('say of every field of a statement what to do when it is wrong', () => {
    const missing = Object.values(statementShapes).flatMap(({ key, fields: own, period }) =>
      own
        .map((field) => (period && /^(from|to)Date$/.test(field) ? `period.${field}` : field))
        .map((field) => `content.${key}.${field}`)
        .filter((field) => !fields.includes(field)),
    );
    expect(missing).toEqual([]);
  });

  it('name the grounds that statements are written with', () => {
    const { grounds } = statementChoices.parse(someStatementChoices());
    expect(grounds.filter(({ groundCode }) => names.statementGrounds?.[groundCode] === undefined)).toEqual([]);
  });
});
