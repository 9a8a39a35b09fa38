import { internationalPhone } from './phone.ts';

describe('A telephone number', () => {
  it.each([
    ['040 123 4567', '+358401234567'],
    ['+358 40 123 4567', '+358401234567'],
    ['00358 (40) 123-4567', '+358401234567'],
    ['+46 70 123 45 67', '+46701234567'],
    ['', ''],
  ])('is brought to international form: %s', (text, number) => {
    expect(internationalPhone(text)).toBe(number);
  });
});
