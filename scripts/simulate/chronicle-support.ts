import {
  type MultiSectorCase,
  MultiSectorExitReason,
  type MultiSectorPlan,
} from '@tyovayla/proto/tyovayla/guidance/v1/multi_sector';
import { CallError } from '@tyovayla/runtime/grpc/call-error';
import type { Served } from './casework.ts';
import { wordOf } from './code-words.ts';
import type { Entry } from './entry.ts';

const planLines = ({ inForceDate, endedDate, reviewDates }: MultiSectorPlan): Entry[] => [
  ...(inForceDate === '' ? [] : [{ on: inForceDate, what: 'multi-sector plan 07 in force, signed by all parties' }]),
  ...reviewDates.map((on) => ({ on, what: 'multi-sector plan reviewed by the parties' })),
  ...(endedDate === '' ? [] : [{ on: endedDate, what: 'multi-sector plan ended' }]),
];

const stepsOf = (one: MultiSectorCase): readonly (readonly [string, string])[] => [
  [one.referredDate, 'referred to multi-sector support'],
  [one.consultationStartedDate, 'the parties consult'],
  [one.assessmentStartedDate, `the parties assess together, until ${one.assessmentDueDate}`],
  [one.acceptedDate, 'client of the multi-sector support'],
  [
    one.exitedDate,
    `left the multi-sector support: ${wordOf(MultiSectorExitReason, one.exitReason, 'MULTI_SECTOR_EXIT_REASON_')}`,
  ],
];

/** The client's way through the multi-sector support, as the employment authority's member sees it. */
export const multiSectorEntries = async ({ clientId, desk }: Served): Promise<readonly Entry[]> => {
  const found = await desk.guidance.getMultiSectorCase({ clientId }).catch((error: unknown) => {
    if (error instanceof CallError && error.code === 'NOT_FOUND') return undefined;
    throw error;
  });
  const one = found?.multiSectorCase;
  if (one === undefined) return [];
  return [...stepsOf(one).flatMap(([on, what]) => (on === '' ? [] : [{ on, what }])), ...one.plans.flatMap(planLines)];
};
