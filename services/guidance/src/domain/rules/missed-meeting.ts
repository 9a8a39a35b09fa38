import { type LocalDate, localDate } from '@tyovayla/kernel/local-date';
import { type RuleBook, type RuleVersion, versionOn } from '@tyovayla/kernel/rule-book';
import type { BookedBy, MissedEffect } from '../meeting/meeting-kinds.ts';

/** What a missed meeting leads to, by who had chosen its time. */
export type MissedMeetingParameters = Readonly<Record<BookedBy, MissedEffect>>;

/**
 * What a missed meeting leads to, if an official decides so: parameter `missedMeeting.effect`. The sources disagree on
 * meetings that the authority had booked, and none says from when a self-booked one ends the job search; 1 March 2026,
 * with the other changes of 28 §, is a reading. Source: handbook R1.6 d, R1.7.
 */
export const missedMeetingBook: RuleBook<MissedMeetingParameters> = {
  id: 'missed-meeting',
  versions: [
    {
      validFrom: localDate('2022-05-02'),
      basis: { act: '1290/2002', section: '', source: 'handbook R1.6 d, R1.7' },
      confidence: 'L',
      params: { AUTHORITY: 'NEGLECT', SELF: 'NEGLECT' },
    },
    {
      validFrom: localDate('2026-03-01'),
      basis: {
        act: '380/2023 as amended on the proposal HE 108/2025',
        section: '28 §',
        source:
          'https://www.riksdagen.fi/valtiopaivaasiakirjat/HE+108/2025; https://www.vantaa.fi/en/node/15328 says otherwise',
      },
      confidence: 'L',
      params: { AUTHORITY: 'NEGLECT', SELF: 'JOB_SEARCH_ENDS' },
    },
  ],
};

/** The version in force on the day of the missed meeting; undefined before there was one. */
export const missedMeetingOn = (missedOn: LocalDate): RuleVersion<MissedMeetingParameters> | undefined =>
  versionOn(missedMeetingBook, missedOn);
