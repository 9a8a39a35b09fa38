import { allOf, checkCode, checkDate, everyOf } from '@tyovayla/kernel/field-check';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { understood } from '../../domain/client-case/case-refusals.ts';
import { otherParties } from '../../domain/multi-sector/party.ts';
import {
  type StartConsultation,
  startMultiSectorConsultation,
} from '../../domain/multi-sector/start-multi-sector-consultation.ts';
import { servesMultiSector } from '../multi-sector-access.ts';
import { multiSectorCommand, newVersionOf, type OnMultiSectorCase } from '../multi-sector-command.ts';
import type { MultiSectorPorts } from '../multi-sector-ports.ts';

type Input = OnMultiSectorCase & StartConsultation;

/** Understands what was written, or names every bad field. */
export const readStartMultiSectorConsultation = (
  on: OnMultiSectorCase,
  written: { readonly parties: readonly string[]; readonly startedDate: string },
): Result<Input, Refusal> => {
  const fields = allOf({
    involved: everyOf(written.parties.map((party, at) => checkCode(`parties[${at}]`, party, otherParties))),
    startedOn: checkDate('started_date', written.startedDate),
  });
  return understood(fields.ok ? accepted({ ...on, ...fields.value }) : fields);
};

/** Starts the consultation of the parties. */
export const startMultiSectorConsultationCommand = (ports: MultiSectorPorts) =>
  multiSectorCommand<Input, { readonly version: number }>(ports, {
    name: 'StartMultiSectorConsultation',
    access: servesMultiSector,
    decide: startMultiSectorConsultation,
    answer: newVersionOf,
  });
