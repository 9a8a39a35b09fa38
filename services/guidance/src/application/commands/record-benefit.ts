import { allOf, type Checked, checkCode, checkDate } from '@tyovayla/kernel/field-check';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import { type Benefit, benefitTellers } from '../../domain/benefit/benefit.ts';
import { type BenefitRecorded, type RecordBenefit, recordBenefit } from '../../domain/benefit/record-benefit.ts';
import { jobSearchNotRunning, understood } from '../../domain/client-case/case-refusals.ts';
import { followBenefit } from '../../domain/meeting/follow-benefit.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import type { MeetingsDecided } from '../../domain/meeting/meeting-decision.ts';
import { benefitKinds } from '../../domain/rules/unemployment-benefit.ts';
import { servesClients } from '../access.ts';
import { type CaseCommand, caseCommand, type OnCase } from '../case-command.ts';
import type { GuidancePorts } from '../ports.ts';

export type RecordBenefitInput = OnCase & RecordBenefit;

const checkLast = (text: string): Checked<LocalDate | undefined> =>
  text === '' ? accepted(undefined) : checkDate('last_date', text);

/** Understands what was written, or names every bad field. */
export const readRecordBenefit = ({
  clientId,
  ...written
}: OnCase & {
  readonly kind: string;
  readonly from: string;
  readonly last: string;
  readonly toldBy: string;
}): Result<RecordBenefitInput, Refusal> => {
  const read = understood(
    allOf({
      kind: checkCode('kind', written.kind, benefitKinds),
      from: checkDate('from_date', written.from),
      last: checkLast(written.last),
      toldBy: checkCode('told_by', written.toldBy, benefitTellers),
    }),
  );
  if (!read.ok) return read;
  const { last, ...rest } = read.value;
  return accepted({ clientId, ...rest, ...(last && { last }) });
};

type Known = { readonly benefits: readonly Benefit[]; readonly meetings: readonly Meeting[] };

type Recorded = { readonly recorded: BenefitRecorded; readonly followed: MeetingsDecided };

/** What was recorded, and how many meetings of the activation period it planned and cancelled. */
export type BenefitAnswer = { readonly recordId: string; readonly planned: number; readonly cancelled: number };

const answerOf = ({ recorded, followed }: Recorded): BenefitAnswer => {
  const planned = followed.changes.filter(({ before }) => before === undefined).length;
  return { recordId: recorded.benefit.recordId, planned, cancelled: followed.changes.length - planned };
};

/** Records which unemployment benefit a client gets; the activation period's meetings follow at once. */
export const recordBenefitCommand = (
  ports: GuidancePorts,
): CaseCommand<RecordBenefitInput, Known, Recorded, BenefitAnswer> =>
  caseCommand(ports, {
    name: 'RecordBenefit',
    access: servesClients('client-process'),
    load: async (tx, { clientId }) => {
      const [benefits, meetings] = await Promise.all([
        ports.benefits.ofClient(tx, clientId),
        ports.meetings.ofClient(tx, clientId),
      ]);
      return { benefits, meetings };
    },
    decide: ({ clientCase, loaded }, { clientId, ...order }, { actor, today, newId }) => {
      const { jobSearch } = clientCase;
      if (jobSearch === undefined) return refused(jobSearchNotRunning);
      const scene = { clientId, jobSearch, benefits: loaded.benefits };
      const decided = recordBenefit(scene, order, { today, recordedBy: actor.id, newId });
      if (!decided.ok) return decided;
      const recorded = decided.value;
      const { benefits } = recorded;
      const followed = followBenefit({ benefits, meetings: loaded.meetings }, { clientId, jobSearch, newId }, today);
      const next = { recorded, followed };
      return accepted({ next, facts: [...recorded.facts, ...followed.facts], answer: answerOf(next) });
    },
    save: ({ recorded, followed }) => [...ports.benefits.record(recorded), ...ports.meetings.save(followed.changes)],
  });
