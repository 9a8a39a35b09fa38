import {
  ObligationPeriodState,
  type Plan,
  type PlanContent,
  PlanEndReason,
  type PlanObligation,
} from '@tyovayla/proto/tyovayla/guidance/v1/plan';
import type { Served } from './casework.ts';
import { wordOf } from './code-words.ts';
import { byRule, byRuleOn, type Entry } from './entry.ts';

const asked = ({ numbered, count, perMonths, because }: PlanObligation): string => {
  const number = numbered ? `${count} applications in ${perMonths} month${perMonths === 1 ? '' : 's'}` : 'no number';
  return `${number} (${because.join(', ')})`;
};

type Told = { readonly content: PlanContent; readonly obligation: PlanObligation };

/** A content that says the same as the one before it is no news. */
const isNews = ({ content, obligation }: Told, before: Told | undefined): boolean =>
  before === undefined ||
  asked(obligation) !== asked(before.obligation) ||
  obligation.ruleValidFromDate !== before.obligation.ruleValidFromDate ||
  content.consequencesCode !== before.content.consequencesCode;

const planLines = ({ kindCode, contents, endedDate, endReason }: Plan): Entry[] => {
  const told = contents.flatMap((content): Told[] =>
    content.obligation && content.acceptedDate !== '' ? [{ content, obligation: content.obligation }] : [],
  );
  const lines = told.filter((each, index) => isNews(each, told[index - 1]));
  return [
    ...lines.map(({ content, obligation }) => ({
      on: content.acceptedDate,
      what: `plan ${kindCode} accepted: ${asked(obligation)}; consequences: ${content.consequencesCode}`,
      ...byRule('job-search-obligation', obligation.ruleValidFromDate),
    })),
    ...(endedDate === ''
      ? []
      : [{ on: endedDate, what: `plan ${kindCode} ended: ${wordOf(PlanEndReason, endReason, 'PLAN_END_REASON_')}` }]),
  ];
};

/** The client's plans with what they asked for, by the law of the day on which they were accepted. */
export const planEntries = async ({ clientId, desk }: Served): Promise<readonly Entry[]> =>
  (await desk.guidance.listPlans({ clientId })).plans.flatMap(planLines);

/** The periods of the obligation that ended, and the job offers. */
export const obligationEntries = async ({ clientId, desk }: Served): Promise<readonly Entry[]> => {
  const { formerPeriods, jobOffers } = await desk.guidance.getObligation({ clientId });
  const byState = Map.groupBy(formerPeriods, ({ state }) => state);
  const periods = [...byState].map(([state, some]): Entry => {
    const last = some.map(({ lastDate }) => lastDate).toSorted();
    const word = wordOf(ObligationPeriodState, state, 'OBLIGATION_PERIOD_STATE_');
    return { on: last[0] ?? '', what: `obligation periods ${word}: ${last.length}, ending ${last.join(', ')}` };
  });
  const offers = jobOffers.map(({ offeredDate, binding }) => ({
    on: offeredDate,
    what: `job offer: ${binding ? 'binding' : 'voluntary'}`,
    ...byRuleOn('offer-binding', offeredDate),
  }));
  return [...periods, ...offers];
};
