import { allOf, checkDate } from '@tyovayla/kernel/field-check';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { understood } from '../../domain/client-case/case-refusals.ts';
import {
  type StartAssessment,
  startMultiSectorAssessment,
} from '../../domain/multi-sector/start-multi-sector-assessment.ts';
import { servesMultiSector } from '../multi-sector-access.ts';
import { multiSectorCommand, type OnMultiSectorCase } from '../multi-sector-command.ts';
import type { MultiSectorPorts } from '../multi-sector-ports.ts';

type Input = OnMultiSectorCase & StartAssessment;
type Answer = { readonly version: number; readonly assessmentDueOn: LocalDate | '' };

/** Understands what was written, or names every bad field. */
export const readStartMultiSectorAssessment = (
  on: OnMultiSectorCase,
  written: { readonly startedDate: string; readonly clientInformedDate: string; readonly clientPresent: boolean },
): Result<Input, Refusal> => {
  const fields = allOf({
    startedOn: checkDate('started_date', written.startedDate),
    clientInformedOn: checkDate('client_informed_date', written.clientInformedDate),
  });
  const client = written.clientPresent ? 'PRESENT' : 'ABSENT';
  return understood(fields.ok ? accepted({ ...on, ...fields.value, client }) : fields);
};

/** Starts the parties' joint assessment. */
export const startMultiSectorAssessmentCommand = (ports: MultiSectorPorts) =>
  multiSectorCommand<Input, Answer>(ports, {
    name: 'StartMultiSectorAssessment',
    access: servesMultiSector,
    decide: startMultiSectorAssessment,
    answer: ({ version, stage }) => ({
      version,
      assessmentDueOn: stage.state === 'ASSESSMENT' ? stage.assessment.dueOn : '',
    }),
  });
