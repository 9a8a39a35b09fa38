import { allOf } from '@tyovayla/kernel/field-check';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { type ClientRefusal, understood } from '../../domain/client/client-refusals.ts';
import { correctName } from '../../domain/client/correct-name.ts';
import { checkName } from '../../domain/client/registration-form.ts';
import { correctsClients } from '../access.ts';
import type { ClientsPorts } from '../ports.ts';
import { type ClientCommand, clientCommand, type OnClient } from './client-command.ts';

export type CorrectNameInput = OnClient & { readonly givenNames: string; readonly familyName: string };

/** Understands what was written, or names every bad field. */
export const readCorrectName = (written: CorrectNameInput): Result<CorrectNameInput, ClientRefusal> => {
  const names = allOf({
    givenNames: checkName('given_names', written.givenNames),
    familyName: checkName('family_name', written.familyName),
  });
  return understood(names.ok ? accepted({ ...written, ...names.value }) : names);
};

/** Corrects a client's name. */
export const correctNameCommand = (ports: ClientsPorts): ClientCommand<CorrectNameInput> =>
  clientCommand(ports, {
    name: 'CorrectName',
    access: correctsClients,
    decide: (client, input) => correctName(client, input),
  });
