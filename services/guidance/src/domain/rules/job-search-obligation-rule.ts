import { type DeskRule, deskRule } from '@tyovayla/kernel/rule-desk';
import { codeField, dateField, optional } from '@tyovayla/kernel/rule-field';
import { codeParameter, integerParameter } from '@tyovayla/kernel/rule-parameter';
import {
  defaultObligationSettings,
  jobSearchObligation,
  jobSearchObligationBook,
  layoffDiscussions,
  obligationStatuses,
} from './job-search-obligation.ts';

const { partlyLaidOff, student, layoffDiscussion } = defaultObligationSettings;

const number = (name: string, description: string, given: { default: number; max: number }) =>
  integerParameter({ name, description, confidence: 'L', min: given.max === 12 ? 1 : 0, ...given });

/** What the area sets where the handbook marks a row P, or does not say. */
const parameters = {
  partlyLaidOffCount: number('obligation.partlyLaidOff.count', 'Partly laid off, from 2026: applications in a period', {
    default: partlyLaidOff.count,
    max: 20,
  }),
  partlyLaidOffMonths: number('obligation.partlyLaidOff.perMonths', 'Partly laid off, from 2026: months of a period', {
    default: partlyLaidOff.perMonths,
    max: 12,
  }),
  studentCount: number('obligation.student.count', 'Students on a benefit, from 2026: applications in a period', {
    default: student.count,
    max: 20,
  }),
  studentMonths: number('obligation.student.perMonths', 'Students on a benefit, from 2026: months of a period', {
    default: student.perMonths,
    max: 12,
  }),
  layoffDiscussion: codeParameter({
    name: 'obligation.layoffDiscussion',
    description: 'Fully laid off, from 2026: which discussion opens the obligation after the free months',
    confidence: 'L',
    codes: layoffDiscussions,
    default: layoffDiscussion,
  }),
};

/** The face of `jobSearchObligation` at the rule desk. */
export const jobSearchObligationRule: DeskRule = deskRule({
  name: 'job-search-obligation',
  description: 'How many job applications are asked of a job seeker, and in which time',
  fields: {
    on: dateField('The day that is asked about'),
    status: codeField('Situation of the job seeker', obligationStatuses),
    statusSince: dateField('First day of that situation'),
    discussionHeldOn: optional(dateField('Day of the last job-search discussion that was held')),
  },
  parameters,
  book: jobSearchObligationBook,
  versionBy: 'on',
  decide: (question, set) => {
    const says = jobSearchObligation(question, {
      partlyLaidOff: { count: set.partlyLaidOffCount, perMonths: set.partlyLaidOffMonths },
      student: { count: set.studentCount, perMonths: set.studentMonths },
      layoffDiscussion: set.layoffDiscussion,
    });
    if (!says.ok) {
      const firstVersionFrom = jobSearchObligationBook.versions[0]?.validFrom;
      const { on, statusSince } = question;
      return { refused: { code: says.refusal, data: { on, statusSince, firstVersionFrom } } };
    }
    const { quota, version, because } = says.value;
    return { version, outcome: quota === undefined ? { count: null } : { ...quota }, because };
  },
});
