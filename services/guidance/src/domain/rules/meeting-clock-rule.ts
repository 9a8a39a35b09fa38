import type { LocalDate } from '@tyovayla/kernel/local-date';
import { versionOn } from '@tyovayla/kernel/rule-book';
import { type DeskRule, deskRule, type Reason } from '@tyovayla/kernel/rule-desk';
import { dateField } from '@tyovayla/kernel/rule-field';
import { codeParameter, integerParameter } from '@tyovayla/kernel/rule-parameter';
import { closedOnParameter } from '@tyovayla/kernel/working-day-parameter';
import { type ActivationParameters, activationBook, activationModes } from './activation-period.ts';
import {
  type ClockMeeting,
  type ClockQuestion,
  defaultClockSettings,
  discussionTransitions,
  meetingClock,
  meetingClockBook,
} from './meeting-clock.ts';

const [activation] = activationBook.versions;

const parameters = {
  transition: codeParameter({
    name: 'transition.discussions',
    description: 'Which version judges a meeting of a process that runs over a change of the law',
    confidence: 'L',
    codes: discussionTransitions,
    default: defaultClockSettings.transition,
  }),
  activationMeetings: integerParameter({
    name: 'activation.meetings',
    description: 'Meetings of the activation period; an official plans them for those who get general support',
    confidence: 'L',
    default: activation?.params.meetings ?? 0,
    min: 0,
    max: 100,
  }),
  activationMonths: integerParameter({
    name: 'activation.months',
    description: 'Length of the activation period in months',
    confidence: 'L',
    default: activation?.params.months ?? 0,
    min: 0,
    max: 120,
  }),
  activationMode: codeParameter({
    name: 'activation.mode',
    description: 'How the meetings of the activation period are held',
    confidence: 'L',
    codes: activationModes,
    default: activation?.params.mode ?? 'IN_PERSON',
  }),
  closedOn: closedOnParameter,
};

const reasonOf: Readonly<Record<ClockMeeting['kind'], (meeting: ClockMeeting) => Reason>> = {
  SUPPLEMENTARY: ({ version }) => ({
    code: 'SUPPLEMENTARY_DISCUSSIONS_AFTER_INTERVIEW',
    data: { ...version.params.supplementary },
  }),
  DISCUSSION: ({ version }) => ({
    code: 'DISCUSSION_EVERY_SO_MANY_MONTHS',
    data: { everyMonths: version.params.discussionEveryMonths },
  }),
  INTENSIVE: ({ version }) => ({ code: 'INTENSIVE_PERIOD', data: { ...version.params.intensive } }),
};

const kindReasons = (meetings: readonly ClockMeeting[]): readonly Reason[] =>
  (['SUPPLEMENTARY', 'DISCUSSION', 'INTENSIVE'] as const).flatMap((kind) => {
    const first = meetings.find((meeting) => meeting.kind === kind);
    return first === undefined ? [] : [reasonOf[kind](first)];
  });

/** Versions that begin within the question's time, each with what it changed. */
const changeReasons = ({ interviewHeldOn, until }: ClockQuestion, params: ActivationParameters): readonly Reason[] => {
  const begins = (validFrom: LocalDate): boolean => validFrom <= until;
  const byNeed = meetingClockBook.versions.find((version) => version.params.supplementary === undefined);
  const period = activationBook.versions[0];
  return [
    ...(byNeed !== undefined && begins(byNeed.validFrom)
      ? [{ code: 'SUPPLEMENTARY_BY_NEED_ONLY', data: { dueFrom: byNeed.validFrom } }]
      : []),
    ...(period !== undefined && begins(period.validFrom)
      ? [
          {
            code: 'ACTIVATION_PERIOD_FOR_GENERAL_SUPPORT',
            data: { from: period.validFrom, interviewHeldOn, ...params },
          },
        ]
      : []),
  ];
};

const movedReasons = (meetings: readonly ClockMeeting[]): readonly Reason[] =>
  meetings
    .filter(({ dueOn, scheduleBy }) => dueOn !== scheduleBy)
    .map(({ dueOn, scheduleBy }) => ({ code: 'SCHEDULED_BEFORE_CLOSED_DAY', data: { dueOn, scheduleBy } }));

/** The face of `meetingClock` at the rule desk. */
export const meetingClockRule: DeskRule = deskRule({
  name: 'meeting-clock',
  description: 'Which meetings the law asks for after the initial interview, and by when',
  fields: {
    registeredOn: dateField('First day of the job search'),
    interviewHeldOn: dateField('Day on which the initial interview was held'),
    until: dateField('Last day of the time that is asked about'),
  },
  parameters,
  book: meetingClockBook,
  versionBy: 'interviewHeldOn',
  decide: (question, { transition, closedOn, activationMeetings, activationMonths, activationMode }) => {
    const clock = meetingClock(question, { transition, calendar: { closedOn } });
    const version = versionOn(meetingClockBook, question.interviewHeldOn);
    if (!clock.ok || version === undefined) {
      const code = clock.ok ? 'NO_VERSION_IN_FORCE' : clock.refusal;
      return { refused: { code, data: { ...question, firstVersionFrom: meetingClockBook.versions[0]?.validFrom } } };
    }
    const meetings = clock.value.map(({ kind, dueOn, scheduleBy }) => ({ kind, dueOn, scheduleBy }));
    const params = { meetings: activationMeetings, months: activationMonths, mode: activationMode };
    const changes = transition === 'BY_MEETING_DUE_DATE' ? changeReasons(question, params) : [];
    return {
      version,
      outcome: { meetings },
      because: [...kindReasons(clock.value), ...changes, ...movedReasons(clock.value)],
    };
  },
});
