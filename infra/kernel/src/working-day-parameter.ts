import { codesParameter } from './rule-parameter.ts';
import { closedDays } from './working-day.ts';

/** The area's calendar: which days beside Saturdays and Sundays it is closed on, for every rule that counts days. */
export const closedOnParameter = codesParameter({
  name: 'calendar.workingDay',
  description: 'Closed days beside Saturdays and Sundays',
  confidence: 'M',
  codes: closedDays,
});
