import type { FieldDescription } from './rule-description.ts';
import { objectInput } from './rule-input.ts';

const text = (name: string, type: FieldDescription['type'] = 'text'): FieldDescription => ({
  name,
  type,
  required: true,
  description: name,
});

const spells: FieldDescription = {
  ...text('spells', 'list'),
  items: {
    type: 'object',
    description: 'A spell',
    fields: [text('status', 'code'), text('from', 'date'), text('to', 'date')],
  },
};

describe('The input that a calculator’s form stands for', () => {
  it('has numbers as numbers and leaves out what was left empty', () => {
    const fields = [text('from', 'date'), text('days', 'integer'), text('note')];
    expect(objectInput(fields, { from: '2026-02-02', days: ' 10 ', note: ' ' })).toEqual({
      from: '2026-02-02',
      days: 10,
    });
  });

  it('passes on what is no number, so that the rule says what is wrong', () => {
    expect(objectInput([text('days', 'integer')], { days: 'ten' })).toEqual({ days: 'ten' });
  });

  it('holds lists of things, each without what was left empty', () => {
    expect(objectInput([spells], { spells: [{ status: '02', from: '2026-02-02', to: '' }] })).toEqual({
      spells: [{ status: '02', from: '2026-02-02' }],
    });
  });

  it('holds lists of days as they are', () => {
    const neglects = { ...text('neglects', 'list'), items: { type: 'date', description: 'A day' } as const };
    const days = ['2026-03-05', '2026-04-01'];
    expect(objectInput([neglects], { neglects: days })).toEqual({ neglects: days });
  });

  it('holds numbers by municipality, without those left empty', () => {
    const clients = text('clients', 'object');
    expect(objectInput([clients], { clients: { '240': '2112', '751': '', '851': 'many' } })).toEqual({
      clients: { '240': 2112, '851': 'many' },
    });
  });

  it('is an empty list where no row was added', () => {
    expect(objectInput([spells], {})).toEqual({ spells: [] });
  });
});
