import { type DeskRule, deskRule } from '@tyovayla/kernel/rule-desk';
import { booleanField, codeField, dateField } from '@tyovayla/kernel/rule-field';
import { qualifications, studyApplicationDuty, studyApplicationDutyBook } from './study-application-duty.ts';

/** The face of `studyApplicationDuty` at the rule desk. */
export const studyApplicationDutyRule: DeskRule = deskRule({
  name: 'study-application-duty',
  description: 'Whether a job seeker must apply for study places in the spring joint application',
  fields: {
    on: dateField('The day that is asked about'),
    under25: booleanField('Whether the job seeker is younger than 25'),
    qualification: codeField('Whether the job seeker has a vocational qualification', qualifications),
    jobSearchRuns: booleanField('Whether the job search runs'),
  },
  parameters: {},
  book: studyApplicationDutyBook,
  versionBy: 'on',
  decide: (question) => {
    const says = studyApplicationDuty(question);
    if (!says.ok) {
      const firstVersionFrom = studyApplicationDutyBook.versions[0]?.validFrom;
      return { refused: { code: says.refusal, data: { on: question.on, firstVersionFrom } } };
    }
    const { places, version, because } = says.value;
    return { version, outcome: { required: places !== undefined, ...(places !== undefined && { places }) }, because };
  },
});
