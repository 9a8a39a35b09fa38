import { someClientFile } from '../../../src/testing/some-process.ts';
import {
  bookingBody,
  bookingForm,
  channelCodesFor,
  hourRuns,
  likelyCode,
  meetingsInOrder,
  officesFor,
  readTime,
} from './booking.ts';

const { meetings } = someClientFile('a');
const [planned, missed] = meetings;
if (!planned || !missed) throw new Error('a meeting is missing');

describe('A time of day as people write it', () => {
  it.each([
    ['9', '09:00'],
    ['9.30', '09:30'],
    ['9:30', '09:30'],
    ['0930', '09:30'],
    [' 13.05 ', '13:05'],
  ])('is understood: %s', (typed, time) => {
    expect(readTime(typed)).toBe(time);
  });

  it('is sent as typed where it is none, so that the field is named', () => {
    expect(readTime('at noon')).toBe('at noon');
  });
});

describe('A booking', () => {
  const form = { ...bookingForm(undefined, '2026-11-27'), startTime: '9.30', officeCode: 'kemi-pointti' };

  it('at an office has the office and no reason to meet elsewhere', () => {
    expect(bookingBody({ ...form, remoteReason: 'WEIGHTY' })).toEqual({
      date: '2026-11-27',
      startTime: '09:30',
      channel: 'OFFICE',
      officeCode: 'kemi-pointti',
      bookedBy: 'AUTHORITY',
    });
  });

  it('by phone has no office', () => {
    const body = bookingBody({ ...form, channel: 'PHONE', remoteReason: 'WEIGHTY', minutes: '30' });
    expect(body).not.toHaveProperty('officeCode');
    expect(body).toMatchObject({ channel: 'PHONE', remoteReason: 'WEIGHTY', minutes: 30 });
  });

  it('of another time begins with the present one', () => {
    expect(bookingForm(missed, '')).toMatchObject({
      date: '2026-11-16',
      startTime: '10:00',
      officeCode: 'kemi-pointti',
    });
  });
});

describe('Meetings', () => {
  it('to be held come first', () => {
    expect(meetingsInOrder([missed, planned]).map(({ status }) => status)).toEqual(['PLANNED', 'MISSED']);
  });

  it('are recorded with a code that fits what was booked', () => {
    expect(likelyCode(missed)).toBe('27');
    expect(likelyCode({ ...missed, kind: 'INITIAL_INTERVIEW' })).toBe('21');
    expect(likelyCode(planned)).toBe('');
    expect(channelCodesFor('INITIAL_INTERVIEW')).toEqual(['21', '22', '23']);
  });
});

describe('Offices', () => {
  const office = (name: string, municipalityCode: string) => ({
    officeCode: name,
    name,
    municipalityCode,
    openingHours: [],
  });

  it('of the client’s own municipality come first', () => {
    const offices = [office('Aavasaksa', '976'), office('Pointti', '240'), office('Keskus', '851')];
    expect(officesFor(offices, '851').map(({ name }) => name)).toEqual(['Keskus', 'Aavasaksa', 'Pointti']);
  });

  it('have their hours told by runs of days', () => {
    const day = (weekday: number, opensAt = '09:00') => ({ weekday, opensAt, closesAt: '15:00' });
    expect(hourRuns([day(1), day(2), day(4), day(5, '10:00')])).toEqual([
      { from: 1, to: 2, text: '09:00–15:00' },
      { from: 4, to: 4, text: '09:00–15:00' },
      { from: 5, to: 5, text: '10:00–15:00' },
    ]);
  });
});
