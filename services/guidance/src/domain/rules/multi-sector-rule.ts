import { addMonths } from '@tyovayla/kernel/local-date';
import { type DeskRule, deskRule } from '@tyovayla/kernel/rule-desk';
import { codeField, dateField, integerField, optional } from '@tyovayla/kernel/rule-field';
import { codeParameter, integerParameter } from '@tyovayla/kernel/rule-parameter';
import { atAgeLimitChoices, multiSectorBook, multiSectorOn, promptsOn, servicePointFor } from './multi-sector.ts';

const newest = multiSectorBook.versions.at(-1)?.params;
const months = { min: 1, max: 24 } as const;

/** The face of the multi-sector support's prompts and due days at the rule desk. */
export const multiSectorRule: DeskRule = deskRule({
  name: 'multi-sector',
  description: 'What prompts a referral to the multi-sector support, and when assessment and review are due',
  fields: {
    onDate: dateField('The day that is asked about: start of an assessment, or the day on which a plan binds'),
    unemployedSince: optional(dateField('First day of the present unemployment')),
    age: integerField('Age in full years on the day', { min: 0, max: 120 }),
    subsidyDays: integerField('Days of labour-market subsidy paid so far', { min: 0, max: 20_000 }),
    consultation: codeField('What came of asking the other authorities', ['NOT_ENOUGH', 'ENOUGH']),
  },
  parameters: {
    assessmentMaxMonths: integerParameter({
      name: 'multisector.assessmentMaxMonths',
      description: 'Months within which the parties finish their assessment',
      confidence: 'L',
      default: newest?.assessmentMaxMonths ?? 3,
      ...months,
    }),
    reviewMonths: integerParameter({
      name: 'multisector.reviewMonths',
      description: 'Months after which a plan in force is reviewed',
      confidence: 'L',
      default: newest?.reviewMonths ?? 3,
      ...months,
    }),
  },
  book: multiSectorBook,
  versionBy: 'onDate',
  decide: ({ onDate, unemployedSince, age, subsidyDays, consultation }, { assessmentMaxMonths, reviewMonths }) => {
    const version = multiSectorOn(onDate);
    const { youngUnder, promptSubsidyDays } = version.params;
    const reasons = promptsOn(onDate, {
      ...(unemployedSince && { since: unemployedSince }),
      age: age < youngUnder ? 'YOUNG' : 'OLDER',
      subsidy: subsidyDays >= promptSubsidyDays ? 'REACHED' : 'BELOW',
    });
    const mayBeReferred = consultation === 'NOT_ENOUGH';
    return {
      version,
      outcome: {
        mayBeReferred,
        prompted: reasons.length > 0,
        assessmentDueOn: addMonths(onDate, assessmentMaxMonths),
        reviewDueOn: addMonths(onDate, reviewMonths),
      },
      because: [
        { code: mayBeReferred ? 'CONSULTATION_NOT_ENOUGH' : 'CONSULTATION_ENOUGH', data: {} },
        ...reasons.map((code) => ({ code, data: { unemployedSince, age, subsidyDays } })),
      ],
    };
  },
});

/** The face of the low-threshold service points at the rule desk. */
export const servicePointRule: DeskRule = deskRule({
  name: 'service-point',
  description: 'Which low-threshold service point serves a person of an age: Ohjaamo or Pointti',
  fields: { age: integerField('Age in full years', { min: 0, max: 120 }) },
  parameters: {
    ageLimit: integerParameter({
      name: 'ohjaamo.ageLimit',
      description: 'Ohjaamo serves those under this age, Pointti those over it',
      confidence: 'H',
      default: newest?.servicePointAge ?? 30,
      min: 1,
      max: 120,
    }),
    atLimit: codeParameter({
      name: 'ohjaamo.atAgeLimit',
      description: 'Where a person of exactly that age goes: the seed names neither',
      confidence: 'L',
      codes: atAgeLimitChoices,
      default: atAgeLimitChoices[0],
    }),
  },
  book: multiSectorBook,
  decide: ({ age }, { ageLimit, atLimit }) => {
    const servicePoint = servicePointFor(age, { ageLimit, atLimit });
    const [version] = multiSectorBook.versions.toReversed();
    if (version === undefined) return { refused: { code: 'NO_VERSION_IN_FORCE', data: {} } };
    return {
      version,
      outcome: { servicePoint: servicePoint ?? 'NEITHER' },
      because: [{ code: age === ageLimit ? 'AT_AGE_LIMIT' : 'BESIDE_AGE_LIMIT', data: { age, ageLimit } }],
    };
  },
});
