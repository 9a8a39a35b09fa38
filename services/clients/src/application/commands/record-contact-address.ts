import { accepted, type Result } from '@tyovayla/kernel/result';
import { type ClientRefusal, understood } from '../../domain/client/client-refusals.ts';
import { type ContactAddress, checkContactAddress } from '../../domain/client/contact-address.ts';
import { recordContactAddress } from '../../domain/client/record-contact-address.ts';
import { correctsClients } from '../access.ts';
import type { ClientsPorts } from '../ports.ts';
import { type ClientCommand, clientCommand, type OnClient } from './client-command.ts';

export type RecordContactAddressInput = OnClient & {
  /** Absent to take it away. */
  readonly contactAddress?: ContactAddress;
};

/** Understands what was written, or names every bad field. */
export const readRecordContactAddress = (
  written: RecordContactAddressInput,
): Result<RecordContactAddressInput, ClientRefusal> => {
  if (written.contactAddress === undefined) return accepted(written);
  const address = checkContactAddress(written.contactAddress);
  return understood(address.ok ? accepted({ ...written, contactAddress: address.value }) : address);
};

/** Records where post for a client may go, not covered by a protection order. */
export const recordContactAddressCommand = (ports: ClientsPorts): ClientCommand<RecordContactAddressInput> =>
  clientCommand(ports, {
    name: 'RecordContactAddress',
    access: correctsClients,
    decide: (client, input) => recordContactAddress(client, input),
  });
