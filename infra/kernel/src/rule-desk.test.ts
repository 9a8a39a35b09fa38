import { localDate } from './local-date.ts';
import type { RuleVersion } from './rule-book.ts';
import { askDesk, askRule, describeRule, deskRule, type RuleReply } from './rule-desk.ts';
import {
  booleanField,
  checked,
  codeField,
  dateField,
  integerField,
  listField,
  objectField,
  optional,
  textField,
} from './rule-field.ts';
import { codeParameter, codesParameter, integerParameter } from './rule-parameter.ts';

const version: RuleVersion<{ readonly secret: number }> = {
  validFrom: localDate('2026-01-01'),
  basis: { act: '1/2026', section: '1 §', source: 'made for this test' },
  confidence: 'L',
  params: { secret: 1 },
};

const stay = checked(
  objectField('A stay', { from: dateField('First day'), to: optional(dateField('Day after')) }),
  ({ from, to }, at) =>
    from !== undefined && to !== undefined && to <= from
      ? [{ field: `${at}.to`, code: 'END_NOT_AFTER_START', description: 'must be later' }]
      : [],
);

const rule = deskRule({
  name: 'made-up',
  description: 'A rule made for this test',
  fields: {
    on: dateField('The day'),
    count: integerField('How many', { min: 1, max: 5 }),
    kind: optional(codeField('Which kind', ['A', 'B'])),
    note: optional(textField('A note', { maxLength: 5 })),
    urgent: optional(booleanField('Whether it is urgent')),
    stays: optional(listField('Stays', stay, { maxItems: 3 })),
  },
  parameters: {
    most: integerParameter({ name: 'made.most', description: 'Most', confidence: 'L', default: 3, min: 0, max: 9 }),
    way: codeParameter({ name: 'made.way', description: 'Way', confidence: 'L', default: 'X', codes: ['X', 'Y'] }),
    open: codesParameter({ name: 'made.open', description: 'Open', confidence: 'M', codes: ['MO', 'TU', 'WE'] }),
  },
  book: { id: 'made-up', versions: [version] },
  versionBy: 'on',
  decide: ({ on, count, kind }, { most, way, open }) =>
    count > most
      ? { refused: { code: 'TOO_MANY', data: { most } } }
      : { version, outcome: { kind: kind ?? 'NONE', way, open }, because: [{ code: 'ENOUGH', data: { on } }] },
});

const ask = (input: unknown, overrides?: Readonly<Record<string, string>>): RuleReply =>
  askRule(rule, JSON.stringify(input), overrides);

const fieldsWrong = (reply: RuleReply): readonly string[] =>
  'invalid' in reply ? reply.invalid.map(({ field, code }) => `${field} ${code}`) : [];

const good = { on: '2026-02-02', count: 2 };

describe('asking a rule', () => {
  it('answers with version, facts, outcome and reasons, and shows nothing else of the version', () => {
    expect(ask({ ...good, kind: 'A' })).toEqual({
      answer: {
        rule: 'made-up',
        version: { validFrom: '2026-01-01', basis: version.basis, confidence: 'L' },
        facts: { ...good, kind: 'A', parameters: { 'made.most': 3, 'made.way': 'X', 'made.open': 'MO,TU,WE' } },
        outcome: { kind: 'A', way: 'X', open: ['MO', 'TU', 'WE'] },
        because: [{ code: 'ENOUGH', data: { on: '2026-02-02' } }],
      },
    });
  });

  it('says in the facts which parameters the question overrode', () => {
    const reply = ask(good, { 'made.way': 'Y', 'made.open': 'WE,MO' });
    expect('answer' in reply && reply.answer.facts).toEqual({
      ...good,
      parameters: { 'made.most': 3, 'made.way': 'Y', 'made.open': 'MO,WE' },
      overridden: ['made.way', 'made.open'],
    });
    expect('answer' in reply && reply.answer.outcome).toEqual({ kind: 'NONE', way: 'Y', open: ['MO', 'WE'] });
  });

  it('passes on the no of the rule itself', () => {
    expect(ask({ ...good, count: 4 })).toEqual({ refused: { code: 'TOO_MANY', data: { most: 3 } } });
    expect('answer' in ask({ ...good, count: 4 }, { 'made.most': '4' })).toBe(true);
  });

  it('names everything that is wrong at once, fields and parameters', () => {
    const input = {
      on: '2026-02-30',
      kind: 'C',
      note: 'too long',
      urgent: 'yes',
      stays: [{ from: '2026-01-02', to: '2026-01-01' }, { to: 7, extra: 1 }, 'none'],
      unknown: true,
    };
    const overrides = { 'made.most': 'ten', 'made.way': 'Z', 'made.open': 'MO,SU', 'made.none': '1' };
    expect(fieldsWrong(ask(input, overrides))).toEqual(
      [
        'on INVALID_VALUE',
        'count REQUIRED',
        'kind INVALID_VALUE',
        'note INVALID_VALUE',
        'urgent INVALID_VALUE',
        'stays[1].from REQUIRED',
        'stays[1].to INVALID_VALUE',
        'stays[1].extra UNKNOWN_FIELD',
        'stays[2] INVALID_VALUE',
        'unknown UNKNOWN_FIELD',
        'parameters.made.none UNKNOWN_PARAMETER',
        'parameters.made.most INVALID_VALUE',
        'parameters.made.way INVALID_VALUE',
        'parameters.made.open INVALID_VALUE',
      ].toSpliced(5, 0, 'stays[0].to END_NOT_AFTER_START'),
    );
  });

  it.each([
    ['on', '02.02.2026'],
    ['on', 20260202],
    ['on', '1599-12-31'],
    ['on', null],
    ['count', '2'],
    ['count', 2.5],
    ['count', 0],
    ['count', 6],
    ['stays', {}],
    ['stays', [1, 2, 3, 4]],
    ['stays', null],
    ['kind', ['A']],
  ])('takes no %s that is %j', (field, value) => {
    const wrong = fieldsWrong(ask({ ...good, [field]: value }));
    expect(wrong.length > 0 && wrong.every((each) => each.startsWith(field))).toBe(true);
  });

  it.each(['', '{', '{"on":}', 'undefined', '{"on":"2026-02-02",}'])('takes %j for no JSON', (json) => {
    expect(fieldsWrong(askRule(rule, json, { 'made.none': '1' }))).toEqual([
      'input MALFORMED_JSON',
      'parameters.made.none UNKNOWN_PARAMETER',
    ]);
  });

  it.each(['[]', 'null', '1', '"text"', 'true'])('takes the JSON %s for no object', (json) => {
    expect(fieldsWrong(askRule(rule, json))).toEqual(['input INVALID_VALUE']);
  });

  it('is not taken in by names that objects have from birth', () => {
    expect(fieldsWrong(askRule(rule, '{"on":"2026-02-02","count":1,"__proto__":{},"constructor":1}'))).toEqual([
      '__proto__ UNKNOWN_FIELD',
      'constructor UNKNOWN_FIELD',
    ]);
    expect(fieldsWrong(ask(good, { toString: '1' }))).toEqual(['parameters.toString UNKNOWN_PARAMETER']);
  });

  it('never repeats a wrong value in its texts', () => {
    const reply = ask({ on: 'canary', count: 'canary', kind: 'canary', stays: ['canary'] }, { 'made.way': 'canary' });
    expect(JSON.stringify(reply)).not.toContain('canary');
  });
});

describe('the rule desk', () => {
  it('finds a rule by its name', () => {
    expect(askDesk([rule], { rule: 'made-up', inputJson: JSON.stringify(good) })).toEqual(ask(good));
  });

  it('names the rules it has where it has none of that name', () => {
    expect(askDesk([rule], { rule: 'other', inputJson: '{}' })).toEqual({
      invalid: [{ field: 'rule', code: 'UNKNOWN_RULE', description: 'must be one of made-up' }],
    });
  });

  it('describes a rule so that a form can be made of it', () => {
    const { name, fields, parameters, versionBy, versions } = describeRule(rule);
    expect([name, versionBy, versions]).toEqual([
      'made-up',
      'on',
      [{ validFrom: '2026-01-01', basis: version.basis, confidence: 'L' }],
    ]);
    expect(fields.map((field) => [field.name, field.type, field.required])).toEqual([
      ['on', 'date', true],
      ['count', 'integer', true],
      ['kind', 'code', false],
      ['note', 'text', false],
      ['urgent', 'boolean', false],
      ['stays', 'list', false],
    ]);
    expect(fields[2]).toMatchObject({ enum: ['A', 'B'] });
    expect(fields[5]?.items?.fields?.map((field) => [field.name, field.required])).toEqual([
      ['from', true],
      ['to', false],
    ]);
    expect(parameters.map((parameter) => [parameter.name, parameter.type, parameter.default])).toEqual([
      ['made.most', 'integer', 3],
      ['made.way', 'code', 'X'],
      ['made.open', 'codes', 'MO,TU,WE'],
    ]);
  });
});
