import { checkDate } from '@tyovayla/kernel/field-check';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import { type ClientRefusal, fieldsInvalid, understood } from '../../domain/client/client-refusals.ts';
import { moveClient } from '../../domain/client/move-client.ts';
import { checkMunicipality } from '../../domain/client/registration-form.ts';
import { correctsClients } from '../access.ts';
import type { ClientsPorts } from '../ports.ts';
import { type ClientCommand, clientCommand, type OnClient } from './client-command.ts';

export type MoveClientInput = OnClient & {
  /** As written: whether the area serves it is for the area's reference data to say. */
  readonly municipalityCode: string;
  /** First day in it. */
  readonly from: LocalDate;
};

/** Understands what was written, or names every bad field. */
export const readMoveClient = (
  written: OnClient & { readonly municipalityCode: string; readonly from: string },
): Result<MoveClientInput, ClientRefusal> => {
  const date = checkDate('from_date', written.from);
  return understood(date.ok ? accepted({ ...written, from: date.value }) : date);
};

/** Records a move within the area or over the border. A move to another area is a transfer. */
export const moveClientCommand = (ports: ClientsPorts): ClientCommand<MoveClientInput> =>
  clientCommand(ports, {
    name: 'MoveClient',
    access: correctsClients,
    decide: (client, { municipalityCode, from }, { today }) => {
      const served = checkMunicipality(municipalityCode, ports.area.municipalities);
      if (!served.ok) return refused(fieldsInvalid(served.refusal));
      return moveClient(client, { municipalityCode: served.value, from, today });
    },
  });
