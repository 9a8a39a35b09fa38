import type { FieldViolation } from '@tyovayla/kernel/refusal';
import { type DeskRule, deskRule, type Reason } from '@tyovayla/kernel/rule-desk';
import { checked, dateField, listField } from '@tyovayla/kernel/rule-field';
import { codeParameter } from '@tyovayla/kernel/rule-parameter';
import {
  defaultSanctionSettings,
  type SanctionStep,
  sanctionBook,
  sanctionSteps,
  sanctionTransitions,
} from './sanction.ts';

const notOrdered = (dates: readonly (string | undefined)[], at: string): readonly FieldViolation[] => {
  if (dates.length === 0) return [{ field: at, code: 'REQUIRED', description: 'must name one neglect at least' }];
  return dates.flatMap((date, index) => {
    const before = dates[index - 1];
    const late = date !== undefined && before !== undefined && date < before;
    return late ? [{ field: `${at}[${index}]`, code: 'OUT_OF_ORDER', description: 'is before the one before it' }] : [];
  });
};

const neglectsField = checked(
  listField('Days of the neglects without an acceptable reason, in order of time', dateField('Day of the neglect'), {
    maxItems: 200,
  }),
  notOrdered,
);

/** Why a neglect stands where it stands. */
export const reasonsOf = (step: SanctionStep): readonly Reason[] => {
  const { neglectOn, windowStartsOn, windowEndsOn, version, notCounted, consequence } = step;
  const { staircase } = version.params;
  return [
    { code: 'VERSION_OF_THE_NEGLECTS_DAY', data: { neglectOn, validFrom: version.validFrom } },
    ...notCounted.map((reminderOn) => ({ code: 'OLD_REMINDER_NOT_COUNTED', data: { neglectOn, reminderOn } })),
    step.step === 1
      ? { code: 'REVIEW_WINDOW_BEGINS', data: { neglectOn, windowEndsOn } }
      : { code: 'REPEATED_IN_REVIEW_WINDOW', data: { neglectOn, windowStartsOn, windowEndsOn, step: step.step } },
    ...(step.step > staircase.length
      ? [{ code: 'AT_THE_TOP_OF_THE_STAIRCASE', data: { neglectOn, kind: consequence.kind } }]
      : []),
  ];
};

/** The face of `sanctionSteps` at the rule desk. Its version is that of the last neglect; the reasons name each one's. */
export const sanctionRule: DeskRule = deskRule({
  name: 'sanction',
  description: 'What neglects without an acceptable reason lead to, by the law of each one’s day',
  fields: { neglects: neglectsField },
  parameters: {
    transition: codeParameter({
      name: 'sanction.transition',
      description: 'Whether reminders under the law before a change count under the law after it',
      confidence: 'L',
      codes: sanctionTransitions,
      default: defaultSanctionSettings.transition,
    }),
  },
  book: sanctionBook,
  versionBy: 'neglects',
  decide: ({ neglects }, settings) => {
    const steps = sanctionSteps(neglects, settings);
    if (!steps.ok) {
      const { code, neglectOn } = steps.refusal;
      return { refused: { code, data: { neglectOn, firstVersionFrom: sanctionBook.versions[0]?.validFrom } } };
    }
    const last = steps.value.at(-1);
    // An empty list is a violation, so there is a last one.
    if (last === undefined) throw new Error('no neglect');
    return {
      version: last.version,
      outcome: {
        steps: steps.value.map(({ neglectOn, step, consequence, windowEndsOn }) => ({
          neglectOn,
          step,
          consequence,
          windowEndsOn,
        })),
      },
      because: steps.value.flatMap(reasonsOf),
    };
  },
});
