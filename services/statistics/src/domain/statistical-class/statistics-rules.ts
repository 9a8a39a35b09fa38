import type { DeskRule } from '@tyovayla/kernel/rule-desk';
import { statisticalClassRule } from './statistical-class-rule.ts';

/** The rules that the statistics service answers for. */
export const statisticsRules: readonly DeskRule[] = [statisticalClassRule];
