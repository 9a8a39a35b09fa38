import type { DeskRule } from '@tyovayla/kernel/rule-desk';
import { interviewDueRule } from './interview-due-rule.ts';

/** The rules that the guidance service answers for. */
export const guidanceRules: readonly DeskRule[] = [interviewDueRule];
