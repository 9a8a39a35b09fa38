import { type DeskRule, deskRule } from '@tyovayla/kernel/rule-desk';
import { dateField } from '@tyovayla/kernel/rule-field';
import { codeParameter } from '@tyovayla/kernel/rule-parameter';
import { closedOnParameter } from '@tyovayla/kernel/working-day-parameter';
import { defaultInterviewSettings, interviewDue, interviewDueBook, interviewTransitions } from './interview-due.ts';

/** The face of `interviewDue` at the rule desk. */
export const interviewDueRule: DeskRule = deskRule({
  name: 'interview-due',
  description: 'When the initial interview of a new job seeker is due at latest',
  fields: { registeredOn: dateField('First day of the job search; it is not counted') },
  parameters: {
    transition: codeParameter({
      name: 'transition.interview',
      description: 'Which version judges a job search that runs over a change of the law',
      confidence: 'L',
      codes: interviewTransitions,
      default: defaultInterviewSettings.transition,
    }),
    closedOn: closedOnParameter,
  },
  book: interviewDueBook,
  versionBy: 'registeredOn',
  decide: ({ registeredOn }, { transition, closedOn }) => {
    const due = interviewDue(registeredOn, { transition, calendar: { closedOn } });
    if (!due.ok) {
      const firstVersionFrom = interviewDueBook.versions[0]?.validFrom;
      return { refused: { code: due.refusal, data: { registeredOn, firstVersionFrom } } };
    }
    const { dueOn, workingDays, version, skipped } = due.value;
    return {
      version,
      outcome: { dueOn, workingDays },
      because: [
        { code: 'INTERVIEW_WITHIN_WORKING_DAYS', data: { workingDays } },
        { code: 'START_DAY_NOT_COUNTED', data: { registeredOn } },
        ...skipped.map((day) => ({ code: 'CLOSED_DAY_PASSED_OVER', data: day })),
      ],
    };
  },
});
