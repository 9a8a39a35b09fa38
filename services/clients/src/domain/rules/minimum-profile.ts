import { type LocalDate, localDate } from '@tyovayla/kernel/local-date';
import { type RuleBook, versionOn } from '@tyovayla/kernel/rule-book';
import { type DeskRule, deskRule, type Reason } from '@tyovayla/kernel/rule-desk';
import { booleanField, dateField } from '@tyovayla/kernel/rule-field';
import type { ProfilePart } from '../profile/profile.ts';

type Params = {
  /** What the minimum profile shows. A guess of the handbook's kind: the source names no content. */
  readonly parts: readonly ProfilePart[];
};

/**
 * The authority publishes a minimum profile of a job seeker who has not published one in time. One version: the duty
 * to have a profile began on 1 September 2026.
 */
const minimumProfileBook: RuleBook<Params> = {
  id: 'minimum-profile',
  versions: [
    {
      validFrom: localDate('2026-09-01'),
      basis: { act: '380/2023', section: '', source: 'tyomarkkinatori.fi; handbook 2.7' },
      confidence: 'M',
      params: { parts: ['OCCUPATIONS_SOUGHT'] },
    },
  ],
};

/** What the rule looks at. */
export type MinimumProfileCase = {
  /** The last day on which the client should have published: guidance's rule profile-due says it. */
  readonly dueOn: LocalDate;
  readonly today: LocalDate;
  readonly published: boolean;
  readonly underProtection: boolean;
};

/** Everything that speaks against the authority's publishing; nothing where it publishes. */
export const againstMinimumProfile = ({
  dueOn,
  today,
  published,
  underProtection,
}: MinimumProfileCase): readonly Reason[] => [
  ...(underProtection ? [{ code: 'PROFILE_UNDER_PROTECTION', data: {} }] : []),
  ...(published ? [{ code: 'PROFILE_PUBLISHED_ALREADY', data: {} }] : []),
  ...(versionOn(minimumProfileBook, dueOn) === undefined ? [{ code: 'NO_DUTY_ON_DUE_DAY', data: { dueOn } }] : []),
  ...(dueOn >= today ? [{ code: 'DUE_DAY_NOT_PASSED', data: { dueOn, today } }] : []),
];

/** The parts of the minimum profile under the version of the due day. */
export const minimumProfileParts = (dueOn: LocalDate): readonly ProfilePart[] =>
  versionOn(minimumProfileBook, dueOn)?.params.parts ?? [];

/** Whether the authority publishes a minimum profile, and everything that speaks against it. */
export const minimumProfileRule: DeskRule = deskRule({
  name: 'minimum-profile',
  description: 'Whether the authority publishes a minimum profile of a job seeker who has not published one',
  fields: {
    dueOn: dateField('The last day on which the client should have published'),
    today: dateField('The day on which the authority would publish'),
    published: booleanField('Whether anything of the profile is published'),
    underProtection: booleanField('Whether a protection order (turvakielto) is in force'),
  },
  parameters: {},
  book: minimumProfileBook,
  versionBy: 'dueOn',
  decide: (input) => {
    const version = versionOn(minimumProfileBook, input.dueOn);
    if (version === undefined) {
      const [first] = minimumProfileBook.versions;
      return {
        refused: { code: 'NO_VERSION_IN_FORCE', data: { dueOn: input.dueOn, firstVersionFrom: first?.validFrom } },
      };
    }
    const against = againstMinimumProfile(input);
    return against.length > 0
      ? { version, outcome: { publishes: false }, because: against }
      : {
          version,
          outcome: { publishes: true, parts: version.params.parts },
          because: [{ code: 'DUE_DAY_PASSED', data: { dueOn: input.dueOn } }],
        };
  },
});
