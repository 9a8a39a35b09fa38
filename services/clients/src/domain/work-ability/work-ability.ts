import { allOf, badField, type Checked, checkCode, checkDate, everyOf } from '@tyovayla/kernel/field-check';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted } from '@tyovayla/kernel/result';

/** For what work-ability data may be seen or recorded; each use names one (GDPR 9(2)(b), handbook 1.3). */
export const workAbilityPurposes = [
  'NEEDS_ASSESSMENT',
  'SERVICE_CHOICE',
  'JOB_SEARCH_OBLIGATION',
  'SUPPORT_FOR_WORK',
  'MULTI_SECTOR_ASSESSMENT',
] as const;

export type WorkAbilityPurpose = (typeof workAbilityPurposes)[number];

/** What a limit bears on: functions, never diagnoses. */
export const functionalLimitKinds = [
  'LIFTING',
  'STANDING',
  'SITTING',
  'MOVING',
  'USE_OF_HANDS',
  'SEEING',
  'HEARING',
  'SPEAKING',
  'CONCENTRATING',
  'LEARNING',
  'PRESSURE',
  'CONTACT_WITH_PEOPLE',
  'WORKING_HOURS',
  'SHIFTS',
  'SURROUNDINGS',
  'COMMUTING',
] as const;

export type FunctionalLimitKind = (typeof functionalLimitKinds)[number];

export const limitExtents = ['WITH_ARRANGEMENTS', 'IN_PART', 'NOT_POSSIBLE'] as const;

export type LimitExtent = (typeof limitExtents)[number];

export const workAbilitySources = ['CLIENT', 'HEALTH_CARE', 'EXPERT_ASSESSMENT'] as const;

export type WorkAbilitySource = (typeof workAbilitySources)[number];

export type FunctionalLimit = { readonly kind: FunctionalLimitKind; readonly extent: LimitExtent };

/** What a client's work ability allows, as far as services need it (handbook 1.3). Special category of data. */
export type WorkAbility = {
  /** Each kind once; none where nothing limits the work sought. */
  readonly limits: readonly FunctionalLimit[];
  readonly source: WorkAbilitySource;
  readonly assessedOn: LocalDate;
  /** By when it is to be looked at again. */
  readonly reviewOn: LocalDate;
};

/** The newest assessment with its own version: 1 when first recorded. Older ones are not kept. */
export type ClientWorkAbility = {
  readonly version: number;
  /** For what it was recorded. */
  readonly purpose: WorkAbilityPurpose;
  readonly workAbility: WorkAbility;
};

/** An assessment as it was written down. */
export type WorkAbilityForm = {
  readonly limits: readonly { readonly kind: string; readonly extent: string }[];
  readonly source: string;
  readonly assessedOn: string;
  readonly reviewOn: string;
};

const checkLimits = (written: WorkAbilityForm['limits']): Checked<readonly FunctionalLimit[]> =>
  everyOf(
    written.map(({ kind, extent }, index) => {
      const at = `work_ability.limits[${index}]`;
      const first = written.findIndex((other) => other.kind === kind) === index;
      return first
        ? allOf({
            kind: checkCode(`${at}.kind`, kind, functionalLimitKinds),
            extent: checkCode(`${at}.extent`, extent, limitExtents),
          })
        : badField(`${at}.kind`, 'LIMIT_TWICE', 'stands there twice');
    }),
  );

const checkDays = ({ assessedOn, reviewOn }: WorkAbility, today: LocalDate): Checked<undefined> => {
  if (assessedOn > today) return badField('work_ability.assessed_date', 'DATE_IN_FUTURE', 'is after today');
  return reviewOn > assessedOn
    ? accepted(undefined)
    : badField('work_ability.review_date', 'REVIEW_DAY_IMPOSSIBLE', 'is not after the day of the assessment');
};

/** Understands an assessment, or names every field that can't be accepted, all at once. */
export const readWorkAbility = (form: WorkAbilityForm, today: LocalDate): Checked<WorkAbility> => {
  const fields = allOf({
    limits: checkLimits(form.limits),
    source: checkCode('work_ability.source', form.source, workAbilitySources),
    assessedOn: checkDate('work_ability.assessed_date', form.assessedOn),
    reviewOn: checkDate('work_ability.review_date', form.reviewOn),
  });
  if (!fields.ok) return fields;
  const days = checkDays(fields.value, today);
  return days.ok ? fields : days;
};
