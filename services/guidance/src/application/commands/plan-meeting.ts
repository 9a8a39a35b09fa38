import { allOf, checkCode, checkDate } from '@tyovayla/kernel/field-check';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { understood } from '../../domain/client-case/case-refusals.ts';
import { kindsByNeed, type PlanByNeed, planByNeed } from '../../domain/meeting/plan-by-need.ts';
import type { OnCase } from '../case-command.ts';
import type { GuidancePorts } from '../ports.ts';
import { meetingCommand, nothingMore } from './meeting-command.ts';

export type PlanMeetingInput = OnCase & PlanByNeed;

/** Understands what was written, or names every bad field. */
export const readPlanMeeting = ({
  clientId,
  ...written
}: OnCase & { readonly kind: string; readonly dueOn: string }): Result<PlanMeetingInput, Refusal> => {
  const read = understood(
    allOf({ kind: checkCode('kind', written.kind, kindsByNeed), dueOn: checkDate('due_date', written.dueOn) }),
  );
  return read.ok ? accepted({ clientId, ...read.value }) : read;
};

/** Plans a supplementary or activation meeting by the client's need. */
export const planMeetingCommand = (ports: GuidancePorts) =>
  meetingCommand(ports, {
    name: 'PlanMeeting',
    loadMore: nothingMore,
    decide: ({ planning }, input: PlanMeetingInput, context) => planByNeed(planning, input, context),
    answer: ({ meeting }) => meeting,
  });
