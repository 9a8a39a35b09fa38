import { hundredthsOf, membersOf } from './group-members.ts';

describe('The people of a management group', () => {
  it('are typed by party, parted by commas, blanks or lines; each counts once', () => {
    const typed = { EMPLOYMENT_AUTHORITY: 'staff-0003, staff-0001  staff-0003', KELA: '\nstaff-0010;' };
    expect(membersOf(typed)).toEqual([
      { staffId: 'staff-0003', party: 'EMPLOYMENT_AUTHORITY' },
      { staffId: 'staff-0001', party: 'EMPLOYMENT_AUTHORITY' },
      { staffId: 'staff-0010', party: 'KELA' },
    ]);
  });
});

describe('Person-years', () => {
  it.each([
    ['1,5', 150],
    ['0.25', 25],
    [' 2 ', 200],
    ['0,29', 29],
  ])('are written with a comma or a point: %s', (text, hundredths) => {
    expect(hundredthsOf(text)).toBe(hundredths);
  });

  it.each(['', 'two', '1,234', '-1'])('stay as typed where they are none: %s', (text) => {
    expect(hundredthsOf(text)).toBe(text);
  });
});
