import { type DeskRule, deskRule } from '@tyovayla/kernel/rule-desk';
import { booleanField, dateField } from '@tyovayla/kernel/rule-field';
import { offerBinding, offerBindingBook } from './offer-binding.ts';

/** The face of `offerBinding` at the rule desk. */
export const offerBindingRule: DeskRule = deskRule({
  name: 'offer-binding',
  description: 'Whether a job offer binds the job seeker or is voluntary',
  fields: {
    offeredOn: dateField('Day of the offer'),
    interviewHeldOn: dateField('Day on which the initial interview was held'),
    quotaMet: booleanField('Whether the agreed number of applications had been reported before the offer'),
  },
  parameters: {},
  book: offerBindingBook,
  versionBy: 'offeredOn',
  decide: (question) => {
    const says = offerBinding(question);
    if (!says.ok) {
      const firstVersionFrom = offerBindingBook.versions[0]?.validFrom;
      return { refused: { code: says.refusal, data: { offeredOn: question.offeredOn, firstVersionFrom } } };
    }
    const { binding, version, because } = says.value;
    return { version, outcome: { binding }, because };
  },
});
