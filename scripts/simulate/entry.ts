import { localDate } from '@tyovayla/kernel/local-date';
import { type RuleBook, type RuleVersion, versionOn } from '@tyovayla/kernel/rule-book';
import { consequencesBook } from '../../services/guidance/src/domain/plan/consequences.ts';
import { activationBook } from '../../services/guidance/src/domain/rules/activation-period.ts';
import { interviewDueBook } from '../../services/guidance/src/domain/rules/interview-due.ts';
import { jobSearchObligationBook } from '../../services/guidance/src/domain/rules/job-search-obligation.ts';
import { meetingClockBook } from '../../services/guidance/src/domain/rules/meeting-clock.ts';
import { multiSectorBook } from '../../services/guidance/src/domain/rules/multi-sector.ts';
import { offerBindingBook } from '../../services/guidance/src/domain/rules/offer-binding.ts';
import { profileDueBook } from '../../services/guidance/src/domain/rules/profile-due.ts';
import { sanctionBook } from '../../services/guidance/src/domain/rules/sanction.ts';
import { contactBook } from '../../services/guidance/src/domain/rules/sanction-contact.ts';
import { waitingPeriodBook } from '../../services/guidance/src/domain/rules/sanction-waiting.ts';

/** The rules whose versions the simulation shows, by the name that the services give them. */
const books: Readonly<Record<string, RuleBook<unknown>>> = {
  'activation-period': activationBook,
  'contact-neglect': contactBook,
  'interview-due': interviewDueBook,
  'job-search-obligation': jobSearchObligationBook,
  'meeting-clock': meetingClockBook,
  'multi-sector': multiSectorBook,
  'offer-binding': offerBindingBook,
  'plan-consequences': consequencesBook,
  'profile-due': profileDueBook,
  sanction: sanctionBook,
  'waiting-period': waitingPeriodBook,
};

/** One line of a person's time with the authority. */
export type Entry = {
  /** YYYY-MM-DD. */
  readonly on: string;
  readonly what: string;
  /** The version of the rule that decided, and what it rests on; absent where none did. */
  readonly rule?: string;
  readonly versionFrom?: string;
  readonly act?: string;
  readonly confidence?: string;
};

type ByRule = Pick<Entry, 'rule' | 'versionFrom' | 'act' | 'confidence'>;

const told = (rule: string, version: RuleVersion<unknown> | undefined): ByRule => {
  if (version === undefined) throw new Error(`rule ${rule} has no such version`);
  const { basis, confidence, validFrom } = version;
  return { rule, versionFrom: validFrom, act: [basis.act, basis.section].filter(Boolean).join(' '), confidence };
};

/** A rule's version by its first day, as the services tell it. Throws for one that the rule book does not have. */
export const byRule = (rule: string, versionFrom: string): ByRule =>
  told(
    rule,
    books[rule]?.versions.find(({ validFrom }) => validFrom === versionFrom),
  );

/** A rule's version in force on a day. */
export const byRuleOn = (rule: string, day: string): ByRule => {
  const book = books[rule];
  return told(rule, book && versionOn(book, localDate(day)));
};
