import type { DeskRule } from '@tyovayla/kernel/rule-desk';
import { caseloadRule } from './caseload-rule.ts';
import { interviewDueRule } from './interview-due-rule.ts';
import { jobSearchObligationRule } from './job-search-obligation-rule.ts';
import { meetingClockRule } from './meeting-clock-rule.ts';
import { multiSectorRule, servicePointRule } from './multi-sector-rule.ts';
import { offerBindingRule } from './offer-binding-rule.ts';
import { profileDueRule } from './profile-due-rule.ts';
import { sanctionRule } from './sanction-rule.ts';
import { studyApplicationDutyRule } from './study-application-duty-rule.ts';

/** The rules that the guidance service answers for. */
export const guidanceRules: readonly DeskRule[] = [
  caseloadRule,
  interviewDueRule,
  jobSearchObligationRule,
  meetingClockRule,
  offerBindingRule,
  profileDueRule,
  sanctionRule,
  studyApplicationDutyRule,
  multiSectorRule,
  servicePointRule,
];
