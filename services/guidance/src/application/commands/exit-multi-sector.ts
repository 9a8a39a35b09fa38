import { allOf, checkCode, checkDate } from '@tyovayla/kernel/field-check';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { understood } from '../../domain/client-case/case-refusals.ts';
import { type ExitMultiSector, exitMultiSector } from '../../domain/multi-sector/exit-multi-sector.ts';
import { exitReasons } from '../../domain/multi-sector/multi-sector-case.ts';
import { servesMultiSector } from '../multi-sector-access.ts';
import { multiSectorCommand, newVersionOf, type OnMultiSectorCase } from '../multi-sector-command.ts';
import type { MultiSectorPorts } from '../multi-sector-ports.ts';

type Input = OnMultiSectorCase & ExitMultiSector;

/** Understands what was written, or names every bad field. */
export const readExitMultiSector = (
  on: OnMultiSectorCase,
  written: { readonly exitedDate: string; readonly reason: string },
): Result<Input, Refusal> => {
  const fields = allOf({
    exitedOn: checkDate('exited_date', written.exitedDate),
    reason: checkCode('reason', written.reason, exitReasons),
  });
  return understood(fields.ok ? accepted({ ...on, ...fields.value }) : fields);
};

/** Records that the client leaves the multi-sector support. */
export const exitMultiSectorCommand = (ports: MultiSectorPorts) =>
  multiSectorCommand<Input, { readonly version: number }>(ports, {
    name: 'ExitMultiSector',
    access: servesMultiSector,
    decide: exitMultiSector,
    answer: newVersionOf,
  });
