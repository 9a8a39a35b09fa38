import { accepted, type Result } from '@tyovayla/kernel/result';
import { type ClientRefusal, understood } from '../../domain/client/client-refusals.ts';
import { correctContactData } from '../../domain/client/correct-contact-data.ts';
import type { Contact } from '../../domain/client/person.ts';
import { checkContact } from '../../domain/client/registration-form.ts';
import { correctsClients } from '../access.ts';
import type { ClientsPorts } from '../ports.ts';
import { type ClientCommand, clientCommand, type OnClient } from './client-command.ts';

export type CorrectContactDataInput = OnClient & { readonly contact: Contact };

/** Understands what was written, or names every bad field. */
export const readCorrectContactData = (
  written: OnClient & { readonly contact: Contact },
): Result<CorrectContactDataInput, ClientRefusal> => {
  const contact = checkContact(written.contact);
  return understood(contact.ok ? accepted({ ...written, contact: contact.value }) : contact);
};

/** Corrects how a client is reached. */
export const correctContactDataCommand = (ports: ClientsPorts): ClientCommand<CorrectContactDataInput> =>
  clientCommand(ports, {
    name: 'CorrectContactData',
    access: correctsClients,
    decide: (client, input) => correctContactData(client, input),
  });
