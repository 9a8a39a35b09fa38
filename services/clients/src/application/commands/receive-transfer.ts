import { checkDate } from '@tyovayla/kernel/field-check';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import type { Command } from '@tyovayla/runtime/command';
import type { Client, ClientId } from '../../domain/client/client.ts';
import type { ClientFact } from '../../domain/client/client-events.ts';
import { type ClientRefusal, fieldsInvalid } from '../../domain/client/client-refusals.ts';
import type { AreaCode, JobSearchId } from '../../domain/client/job-search.ts';
import { receiveTransfer } from '../../domain/client/receive-transfer.ts';
import type { Applicant } from '../../domain/client/register-job-seeker.ts';
import type { Registration, RegistrationForm } from '../../domain/client/registration-form.ts';
import { receivesCases } from '../access.ts';
import { takeInRule } from '../access-rules/take-in-rule.ts';
import type { ClientsPorts } from '../ports.ts';
import type { ReadRegistration } from '../read-registration.ts';
import { knownId, type Registered, registered, savePerson } from './register-job-seeker.ts';

export type ReceiveTransferInput = {
  readonly registration: Registration;
  readonly fromArea: AreaCode;
  /** First day with this area. */
  readonly takenInOn: LocalDate;
};

/** What the other area tells has no record of its own in the request: fields are named as they stand there. */
const asWritten = (refusal: ClientRefusal): ClientRefusal => ({
  ...refusal,
  ...(refusal.violations && {
    violations: refusal.violations.map((violation) => ({
      ...violation,
      field: violation.field.replace('national_record.', ''),
    })),
  }),
});

/** Understands a case as another area tells it, or names every bad field. */
export const readReceiveTransfer = (
  written: { readonly form: RegistrationForm; readonly fromArea: string; readonly takenInOn: string },
  readRegistration: ReadRegistration,
): Result<ReceiveTransferInput, ClientRefusal> => {
  const registration = readRegistration(written.form);
  if (!registration.ok) return refused(asWritten(registration.refusal));
  const date = checkDate('transferred_date', written.takenInOn);
  if (!date.ok) return refused(fieldsInvalid(date.refusal));
  return accepted({
    registration: registration.value,
    fromArea: written.fromArea as AreaCode,
    takenInOn: date.value,
  });
};

type Receiving = { readonly applicant: Applicant };

export type ReceiveTransferCommand = Command<ReceiveTransferInput, Receiving, Client, ClientFact, Registered>;

/** Takes over a running job search from another area. Its timers tell the birthdays to come. */
export const receiveTransferCommand = (ports: ClientsPorts): ReceiveTransferCommand => ({
  name: 'ReceiveTransfer',
  access: receivesCases,
  load: async (tx, { registration: { person, protectionOrder } }) => ({
    applicant: await ports.clients.loadApplicant(tx, person.identityCode, protectionOrder?.handlerId),
  }),
  mayTouch: ({ applicant }, { actor }, { registration }) => takeInRule(applicant, registration, actor),
  decide: ({ applicant }, input, { today, newId }) => {
    const ids = { newClientId: newId() as ClientId, newJobSearchId: newId() as JobSearchId };
    const decision = receiveTransfer(applicant, { ...input, ...ids, today, neighbours: ports.area.neighbours });
    return decision.ok ? accepted({ ...decision.value, answer: registered(decision.value.next) }) : decision;
  },
  save: ({ next }, state, context) => savePerson(ports, { ...state, next }, context),
  publish: (decision, context) => ports.events.outgoing(decision, context),
  subjectOf: ({ applicant }, decision) => decision?.next.clientId ?? knownId(applicant),
});
