import { checkDate } from '@tyovayla/kernel/field-check';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { understood } from '../../domain/client-case/case-refusals.ts';
import {
  type AcceptIntoMultiSector,
  acceptIntoMultiSector,
} from '../../domain/multi-sector/accept-into-multi-sector.ts';
import { servesMultiSector } from '../multi-sector-access.ts';
import { multiSectorCommand, newVersionOf, type OnMultiSectorCase } from '../multi-sector-command.ts';
import type { MultiSectorPorts } from '../multi-sector-ports.ts';

type Input = OnMultiSectorCase & AcceptIntoMultiSector;

/** Understands what was written, or names the bad field. */
export const readAcceptIntoMultiSector = (on: OnMultiSectorCase, acceptedDate: string): Result<Input, Refusal> => {
  const acceptedOn = checkDate('accepted_date', acceptedDate);
  return understood(acceptedOn.ok ? accepted({ ...on, acceptedOn: acceptedOn.value }) : acceptedOn);
};

/** Accepts a client into the multi-sector support after the assessment. */
export const acceptIntoMultiSectorCommand = (ports: MultiSectorPorts) =>
  multiSectorCommand<Input, { readonly version: number }>(ports, {
    name: 'AcceptIntoMultiSector',
    access: servesMultiSector,
    decide: acceptIntoMultiSector,
    answer: newVersionOf,
  });
