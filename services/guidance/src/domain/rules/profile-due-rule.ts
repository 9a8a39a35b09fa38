import { type DeskRule, deskRule } from '@tyovayla/kernel/rule-desk';
import { dateField, optional } from '@tyovayla/kernel/rule-field';
import { closedOnParameter } from '@tyovayla/kernel/working-day-parameter';
import { profileDue, profileDueBook } from './profile-due.ts';

/** The face of `profileDue` at the rule desk. */
export const profileDueRule: DeskRule = deskRule({
  name: 'profile-due',
  description: 'Whether and by when a job seeker creates and publishes a job-applicant profile',
  fields: {
    jobSearchStartedOn: dateField('First day of the job search; it is not counted'),
    nextDiscussionOn: optional(dateField('The next job-search discussion, for a job search older than the duty')),
  },
  parameters: { closedOn: closedOnParameter },
  book: profileDueBook,
  versionBy: 'jobSearchStartedOn',
  decide: (question, { closedOn }) => {
    const due = profileDue(question, { closedOn });
    if (!due.ok) {
      const firstVersionFrom = profileDueBook.versions[0]?.validFrom;
      return { refused: { code: due.refusal, data: { ...question, firstVersionFrom } } };
    }
    const { required, runsFrom, dueOn, skipped, onMiss, version } = due.value;
    const { workingDays, discussionFrom } = version.params;
    const starts =
      version.params.runsFrom === 'JOB_SEARCH_START'
        ? { code: 'DUTY_RUNS_FROM_JOB_SEARCH_START', data: { runsFrom } }
        : { code: 'DUTY_STARTS_AT_NEXT_DISCUSSION', data: { discussionFrom, ...(runsFrom && { runsFrom }) } };
    return {
      version,
      outcome: { required: required === 'REQUIRED', ...(dueOn && { dueOn }), onMiss },
      because: [
        starts,
        ...(dueOn === undefined ? [] : [{ code: 'PROFILE_WITHIN_WORKING_DAYS', data: { workingDays } }]),
        ...skipped.map((day) => ({ code: 'CLOSED_DAY_PASSED_OVER', data: day })),
      ],
    };
  },
});
