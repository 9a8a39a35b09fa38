import type { LocalDate } from '@tyovayla/kernel/local-date';
import { versionOn } from '@tyovayla/kernel/rule-book';
import { type DeskRule, deskRule, type Reason } from '@tyovayla/kernel/rule-desk';
import { codeField, dateField, optional } from '@tyovayla/kernel/rule-field';
import { codeParameter, integerParameter } from '@tyovayla/kernel/rule-parameter';
import type { WorkingCalendar } from '@tyovayla/kernel/working-day';
import { closedOnParameter } from '@tyovayla/kernel/working-day-parameter';
import {
  type ActivationMode,
  type ActivationParameters,
  activationBook,
  activationMeetings,
  activationModes,
  type SupportedTime,
} from './activation-period.ts';
import {
  type ClockMeeting,
  type ClockQuestion,
  defaultClockSettings,
  discussionTransitions,
  meetingClock,
  meetingClockBook,
} from './meeting-clock.ts';
import { type BenefitKind, benefitKinds, generalSupport } from './unemployment-benefit.ts';

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
    description: 'Meetings of the activation period of those who get general support',
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
  activationEveryDays: integerParameter({
    name: 'activation.everyDays',
    description: 'Days from the first day of general support to the first meeting, and between meetings',
    confidence: 'L',
    default: activation?.params.everyDays ?? 1,
    min: 1,
    max: 366,
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

/** The activation period's numbers as the question sets them. */
const activationSet = (set: {
  readonly activationMeetings: number;
  readonly activationMonths: number;
  readonly activationEveryDays: number;
  readonly activationMode: ActivationMode;
}): ActivationParameters => ({
  meetings: set.activationMeetings,
  months: set.activationMonths,
  everyDays: set.activationEveryDays,
  mode: set.activationMode,
});

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

/** What the payer pays, where the question tells it, and from which day; from the registration on where that is left out. */
type Paid = { readonly benefit?: BenefitKind; readonly benefitFrom?: LocalDate; readonly registeredOn: LocalDate };

/** When general support begins for someone who gets a benefit; undefined where it never does. */
const supportOf = ({ benefit, benefitFrom, registeredOn }: Paid): SupportedTime | undefined =>
  benefit && generalSupport([{ kind: benefit, from: benefitFrom ?? registeredOn }])[0];

type ActivationWanted = { readonly params: ActivationParameters; readonly calendar: WorkingCalendar };

const activationOf = (
  paid: Paid & { readonly until: LocalDate },
  { params, calendar }: ActivationWanted,
): readonly { readonly kind: 'ACTIVATION'; readonly dueOn: LocalDate; readonly scheduleBy: LocalDate }[] => {
  const time = supportOf(paid);
  const meetings = time === undefined ? [] : activationMeetings(time, params, calendar);
  return meetings.filter(({ dueOn }) => dueOn <= paid.until).map((meeting) => ({ kind: 'ACTIVATION', ...meeting }));
};

/** Versions that begin within the question's time, each with what it changed. */
const changeReasons = (question: ClockQuestion & Paid, params: ActivationParameters): readonly Reason[] => {
  const { interviewHeldOn, until, benefit } = question;
  const begins = (validFrom: LocalDate): boolean => validFrom <= until;
  const supported = supportOf(question);
  const byNeed = meetingClockBook.versions.find((version) => version.params.supplementary === undefined);
  const period = activationBook.versions[0];
  return [
    ...(byNeed !== undefined && begins(byNeed.validFrom)
      ? [{ code: 'SUPPLEMENTARY_BY_NEED_ONLY', data: { dueFrom: byNeed.validFrom } }]
      : []),
    // Said also where nobody told what the payer pays: the reader may know.
    ...(period !== undefined && begins(period.validFrom) && (benefit === undefined || supported !== undefined)
      ? [
          {
            code: 'ACTIVATION_PERIOD_FOR_GENERAL_SUPPORT',
            data: { from: supported?.from ?? period.validFrom, interviewHeldOn, ...params },
          },
        ]
      : []),
  ];
};

const movedReasons = (meetings: readonly Pick<ClockMeeting, 'dueOn' | 'scheduleBy'>[]): readonly Reason[] =>
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
    benefit: optional(codeField('Unemployment benefit that is paid; left out where it is not known', benefitKinds)),
    benefitFrom: optional(dateField('First day of the benefit; left out: the first day of the job search')),
  },
  parameters,
  book: meetingClockBook,
  versionBy: 'interviewHeldOn',
  decide: (question, { transition, closedOn, ...activation }) => {
    const calendar = { closedOn };
    const clock = meetingClock(question, { transition, calendar });
    const version = versionOn(meetingClockBook, question.interviewHeldOn);
    if (!clock.ok || version === undefined) {
      const code = clock.ok ? 'NO_VERSION_IN_FORCE' : clock.refusal;
      return { refused: { code, data: { ...question, firstVersionFrom: meetingClockBook.versions[0]?.validFrom } } };
    }
    const params = activationSet(activation);
    const byClock = clock.value.map(({ kind, dueOn, scheduleBy }) => ({ kind, dueOn, scheduleBy }));
    const meetings = [...byClock, ...activationOf(question, { params, calendar })].toSorted((one, other) =>
      one.dueOn < other.dueOn ? -1 : 1,
    );
    const changes = transition === 'BY_MEETING_DUE_DATE' ? changeReasons(question, params) : [];
    return {
      version,
      outcome: { meetings },
      because: [...kindReasons(clock.value), ...changes, ...movedReasons(meetings)],
    };
  },
});
