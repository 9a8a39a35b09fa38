import { aNationalRecordForm, today } from '../../testing/builders.ts';
import { type NationalRecordForm, readNationalRecord, type StatusSpellForm } from './national-record.ts';

const badFieldsOf = (form: Partial<NationalRecordForm>): readonly (readonly [string, string])[] => {
  const read = readNationalRecord(aNationalRecordForm(form), today);
  return read.ok ? [] : read.refusal.map(({ field, code }) => [field.replace('national_record.', ''), code] as const);
};

const spell = (statusCode: string, from: string, to: string): StatusSpellForm => ({ statusCode, from, to });

describe('reading what the national register knows of a running job search', () => {
  it('takes spells that follow one another from the first day to the open one', () => {
    expect(readNationalRecord(aNationalRecordForm(), today)).toEqual({
      ok: true,
      value: {
        startedOn: '2025-09-01',
        closedSpells: [{ code: '02', from: '2025-09-01', to: '2025-12-01' }],
        openSpell: { code: '07', from: '2025-12-01' },
        subsidyDays: 0,
      },
    });
  });

  it('takes a search that starts today', () => {
    expect(badFieldsOf({ jobSearchStarted: today, statusSpells: [spell('02', today, '')] })).toEqual([]);
  });

  it('refuses a gap, an overlap and a first spell that begins on another day than the search', () => {
    expect(
      badFieldsOf({ statusSpells: [spell('02', '2025-09-01', '2025-12-01'), spell('07', '2025-12-02', '')] }),
    ).toEqual([['status_spells[1].from_date', 'SPELL_GAP']]);
    expect(
      badFieldsOf({ statusSpells: [spell('02', '2025-09-01', '2025-12-01'), spell('07', '2025-11-30', '')] }),
    ).toEqual([['status_spells[1].from_date', 'SPELL_GAP']]);
    expect(badFieldsOf({ statusSpells: [spell('02', '2025-09-02', '')] })).toEqual([
      ['status_spells[0].from_date', 'SPELL_GAP'],
    ]);
  });

  it('refuses a spell of no day or that runs backwards', () => {
    expect(
      badFieldsOf({ statusSpells: [spell('02', '2025-09-01', '2025-09-01'), spell('07', '2025-09-01', '')] }),
    ).toEqual([['status_spells[0].to_date', 'PERIOD_REVERSED']]);
  });

  it('refuses an open spell before the last, and a last one that is closed', () => {
    expect(badFieldsOf({ statusSpells: [spell('02', '2025-09-01', ''), spell('07', '2025-12-01', '')] })).toEqual([
      ['status_spells[0].to_date', 'SPELL_OPEN'],
    ]);
    expect(badFieldsOf({ statusSpells: [spell('02', '2025-09-01', '2026-01-01')] })).toEqual([
      ['status_spells[0].to_date', 'SPELL_OPEN'],
    ]);
  });

  it('refuses a record without a spell', () => {
    expect(badFieldsOf({ statusSpells: [] })).toEqual([['status_spells', 'SPELLS_MISSING']]);
  });

  it('refuses a day that has not come, a day that is none and a code that is none, all at once', () => {
    expect(
      badFieldsOf({
        jobSearchStarted: '2026-02-03',
        statusSpells: [spell('06', '2025-02-29', '2026-02-03'), spell('02', 'yesterday', '')],
        subsidy300Reached: '2026-13-01',
      }),
    ).toEqual([
      ['job_search_started_date', 'DATE_IN_FUTURE'],
      ['status_spells[0].status_code', 'STATUS_CODE_UNKNOWN'],
      ['status_spells[0].from_date', 'DATE_IMPOSSIBLE'],
      ['status_spells[0].to_date', 'DATE_IN_FUTURE'],
      ['status_spells[1].from_date', 'DATE_IMPOSSIBLE'],
      ['subsidy_300_reached_date', 'DATE_IMPOSSIBLE'],
    ]);
  });

  it.each([
    [299, '', true],
    [299, '2025-12-20', false],
    [300, '', false],
    [300, '2025-12-20', true],
  ])(
    'with %i subsidy days paid and "%s" for the 300th, agrees with itself: %s',
    (subsidyDays, subsidy300Reached, agrees) => {
      const bad = badFieldsOf({ subsidyDays, subsidy300Reached });
      expect(bad).toEqual(agrees ? [] : [['subsidy_300_reached_date', 'SUBSIDY_300_DISAGREES']]);
    },
  );
});
