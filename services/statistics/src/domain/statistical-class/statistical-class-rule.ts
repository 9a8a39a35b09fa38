import { addMonths, type LocalDate, localDate } from '@tyovayla/kernel/local-date';
import type { FieldViolation } from '@tyovayla/kernel/refusal';
import { versionOn } from '@tyovayla/kernel/rule-book';
import { type DeskRule, deskRule, type Reason } from '@tyovayla/kernel/rule-desk';
import {
  checked,
  codeField,
  dateField,
  type Loose,
  listField,
  objectField,
  optional,
} from '@tyovayla/kernel/rule-field';
import { integerParameter } from '@tyovayla/kernel/rule-parameter';
import { type ClassParameters, defaultClassParameters, statisticalClassBook } from './class-parameters.ts';
import { type ClassMeasures, classesBy, measuresOn } from './classes-on.ts';
import { countsAsInService, countsAsUnemployed, type StatusSpell, statusCodes } from './status-spell.ts';

const violation = (field: string, code: string, description: string): FieldViolation => ({ field, code, description });

const endsAfterStart = (spell: Loose<StatusSpell>, at: string): readonly FieldViolation[] =>
  spell.from !== undefined && spell.to !== undefined && spell.to <= spell.from
    ? [violation(`${at}.to`, 'END_NOT_AFTER_START', 'must be later than the first day')]
    : [];

type LooseSpells = readonly (Loose<StatusSpell> | undefined)[];

const followsEarlier = (spells: LooseSpells, index: number, at: string): FieldViolation | undefined => {
  const [before, spell] = [spells[index - 1], spells[index]];
  if (before?.from === undefined || spell?.from === undefined) return undefined;
  const field = `${at}[${index}].from`;
  if (spell.from < before.from)
    return violation(field, 'OUT_OF_ORDER', 'must not be earlier than the spell before; spells go in order of time');
  if (before.to === undefined || spell.from < before.to)
    return violation(field, 'OVERLAP', 'must not be earlier than the end of the spell before');
  return undefined;
};

const inOrder = (spells: LooseSpells, at: string): readonly FieldViolation[] =>
  spells.map((_, index) => followsEarlier(spells, index, at)).filter((found) => found !== undefined);

// A person's days are counted one by one, so a spell of a thousand years would keep others waiting.
const lifetimes = { min: localDate('1900-01-01'), max: localDate('2199-12-31') };

const spellField = checked(
  objectField('A stretch of time under one status', {
    status: codeField('National employment status code', statusCodes),
    from: dateField('First day', lifetimes),
    to: optional(dateField('First day after the spell; left out while it runs', lifetimes)),
  }),
  endsAfterStart,
);

const unemployedReasons = (measures: ClassMeasures, on: LocalDate, parameters: ClassParameters): readonly Reason[] => {
  const { status, unemployedSince, unemployedDays, neededDays } = measures;
  if (unemployedSince === undefined) return [];
  const longTermFrom = addMonths(unemployedSince, parameters.longTermMonths);
  const inMonths = { windowFrom: measures.equivalentWindowFrom, unemployedDays, neededDays };
  return [
    { code: 'UNEMPLOYED_ON_DAY', data: { status, unemployedSince } },
    ...(longTermFrom <= on ? [{ code: 'UNINTERRUPTED_LONG_ENOUGH', data: { unemployedSince, longTermFrom } }] : []),
    ...(unemployedDays >= neededDays ? [{ code: 'ENOUGH_DAYS_IN_WINDOW', data: inMonths }] : []),
  ];
};

const reasonsFor = (measures: ClassMeasures, on: LocalDate, parameters: ClassParameters): readonly Reason[] => {
  const { status, serviceWindowFrom, serviceWindowLast, placementsEndedOn } = measures;
  const counted = status !== undefined && (countsAsUnemployed(status) || countsAsInService(status));
  if (!counted) return [{ code: 'NEITHER_UNEMPLOYED_NOR_IN_SERVICE', data: status === undefined ? {} : { status } }];
  return [
    ...unemployedReasons(measures, on, parameters),
    ...(countsAsInService(status) ? [{ code: 'IN_SERVICE_ON_DAY', data: { status } }] : []),
    ...(placementsEndedOn.length > 0
      ? [{ code: 'PLACEMENT_ENDED_IN_WINDOW', data: { serviceWindowFrom, serviceWindowLast, placementsEndedOn } }]
      : []),
  ];
};

/** In which classes of table 1 a person is on a day, by their status spells: what the situation picture counts. */
export const statisticalClassRule: DeskRule = deskRule({
  name: 'statistical-class',
  description: 'In which classes of the situation picture a person is counted on a day',
  fields: {
    on: dateField('The counting day', lifetimes),
    spells: checked(
      listField('Status spells in order of time, without overlap; gaps are days without a job search', spellField, {
        maxItems: 500,
      }),
      inOrder,
    ),
  },
  parameters: {
    shortBreakDays: integerParameter({
      name: 'statistics.shortBreakDays',
      description: 'Breaks of at most so many days do not interrupt unemployment',
      confidence: 'L',
      default: defaultClassParameters.shortBreakDays,
      min: 0,
      max: 366,
    }),
    serviceEndedMonths: integerParameter({
      name: 'statistics.serviceEndedMonths',
      description: 'A placement counts once it ended so many months before the day',
      confidence: 'L',
      default: defaultClassParameters.serviceEndedMonths,
      min: 0,
      max: 60,
    }),
    serviceWithinMonths: integerParameter({
      name: 'statistics.serviceWithinMonths',
      description: 'A placement counts no longer than so many months after its end',
      confidence: 'L',
      default: defaultClassParameters.serviceWithinMonths,
      min: 0,
      max: 60,
    }),
  },
  book: statisticalClassBook,
  versionBy: 'on',
  decide: ({ on, spells }, settings) => {
    const version = versionOn(statisticalClassBook, on);
    if (version === undefined) {
      const firstVersionFrom = statisticalClassBook.versions[0]?.validFrom;
      return { refused: { code: 'NO_VERSION_IN_FORCE', data: { on, firstVersionFrom } } };
    }
    const parameters: ClassParameters = { ...version.params, ...settings };
    const measures = measuresOn(spells, on, parameters);
    return {
      version,
      outcome: classesBy(measures, on, parameters),
      because: reasonsFor(measures, on, parameters),
    };
  },
});
