import type { LocalDate } from '@tyovayla/kernel/local-date';
import { versionOn } from '@tyovayla/kernel/rule-book';
import { type Benefit, ofJobSearch } from '../benefit/benefit.ts';
import { activationBook, activationMeetings } from '../rules/activation-period.ts';
import { generalSupport } from '../rules/unemployment-benefit.ts';
import { cancelled } from './cancel-meeting.ts';
import { isOpen, type Meeting, type MeetingAsked } from './meeting.ts';
import { type MeetingsDecided, together } from './meeting-decision.ts';
import { type Planning, planned } from './plan-meetings.ts';

/** The activation meetings that the law asks of a client in a job search. */
const askedOf = (benefits: readonly Benefit[], jobSearchId: string): readonly MeetingAsked[] =>
  generalSupport(ofJobSearch(benefits, jobSearchId)).flatMap((time) => {
    const version = versionOn(activationBook, time.from);
    if (version === undefined) return [];
    const asked = activationMeetings(time, version.params);
    return asked.map((meeting) => ({ ...meeting, ruleValidFrom: version.validFrom }));
  });

/** Whether the rule asks for the meeting; one that an official planned by need is left alone. */
const isRules = ({ kind, asked }: Meeting): boolean => kind === 'ACTIVATION' && asked?.ruleValidFrom !== undefined;

/** Whether the meeting stands for the day that the rule asks for: a waived one does, one that was given back does not. */
const standsFor = (meeting: Meeting, dueOn: LocalDate): boolean =>
  isRules(meeting) && meeting.asked?.dueOn === dueOn && (meeting.status !== 'CANCELLED' || meeting.reason === 'WAIVED');

/**
 * Follows what was recorded of a client's benefit: general support begins the activation period, whose meetings are
 * planned, also those of days to come after a reform that the benefit runs into; where it ends or never ran, the ones
 * still to be held are cancelled. A meeting whose last working day has passed already is not planned. Source: handbook
 * 2.2.
 */
export const followBenefit = (
  { meetings, benefits }: { readonly meetings: readonly Meeting[]; readonly benefits: readonly Benefit[] },
  planning: Planning,
  today: LocalDate,
): MeetingsDecided => {
  const { jobSearchId } = planning.jobSearch;
  const own = meetings.filter((meeting) => meeting.jobSearchId === jobSearchId);
  const asked = askedOf(benefits, jobSearchId);
  const days = new Set(asked.map(({ dueOn }) => dueOn));
  const gone = own
    .filter(isOpen)
    .filter((meeting) => isRules(meeting) && meeting.asked !== undefined && !days.has(meeting.asked.dueOn))
    .map((meeting) => cancelled(meeting, { reason: 'BENEFIT_ENDED', today }));
  const wanted = asked
    .filter(({ dueOn, scheduleBy }) => today <= scheduleBy && !own.some((meeting) => standsFor(meeting, dueOn)))
    .map((each) => ({ kind: 'ACTIVATION' as const, asked: each }));
  const { changes, facts } = planned(planning, wanted);
  return together(...gone, { changes, facts });
};
