import type { DeskRule } from '@tyovayla/kernel/rule-desk';
import { businessIdRule } from './business-id.ts';
import { identityCodeRule } from './identity-code.ts';
import { minimumProfileRule } from './minimum-profile.ts';
import { workingDayRule } from './working-day.ts';

/** The rules that the clients service answers for. */
export const clientRules: readonly DeskRule[] = [workingDayRule, identityCodeRule, businessIdRule, minimumProfileRule];
