import { allOf } from '@tyovayla/kernel/field-check';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import {
  changeServiceLanguage,
  checkInterpreter,
  type InterpreterNeed,
} from '../../domain/client/change-service-language.ts';
import { type ClientRefusal, clientChangedMeanwhile, understood } from '../../domain/client/client-refusals.ts';
import { checkServiceLanguage, type ServiceLanguage } from '../../domain/client/person.ts';
import { correctsClients } from '../access.ts';
import type { ClientsPorts } from '../ports.ts';
import { type NewVersion, type OnClient, sawAnother } from './client-command.ts';
import { type ClientPartCommand, clientPartCommand } from './client-part-command.ts';

export type ChangeServiceLanguageInput = OnClient & InterpreterNeed & { readonly serviceLanguage: ServiceLanguage };

type Written = OnClient & { readonly serviceLanguage: string; readonly interpreterLanguage: string };

/** Understands what was written, or names every bad field. */
export const readChangeServiceLanguage = (written: Written): Result<ChangeServiceLanguageInput, ClientRefusal> => {
  const { serviceLanguage, interpreterLanguage, ...onClient } = written;
  const fields = allOf({
    serviceLanguage: checkServiceLanguage('service_language', serviceLanguage),
    need: checkInterpreter(interpreterLanguage, serviceLanguage),
  });
  return understood(
    fields.ok ? accepted({ ...onClient, serviceLanguage: fields.value.serviceLanguage, ...fields.value.need }) : fields,
  );
};

/** Changes the language of service and the interpreter of a client. */
export const changeServiceLanguageCommand = (
  ports: ClientsPorts,
): ClientPartCommand<ChangeServiceLanguageInput, InterpreterNeed, InterpreterNeed, NewVersion> =>
  clientPartCommand(ports, {
    name: 'ChangeServiceLanguage',
    access: correctsClients,
    load: (tx, clientId) => ports.parts.interpreters.find(tx, clientId),
    decide: ({ client, part }, input) => {
      if (sawAnother(client, input)) return refused(clientChangedMeanwhile(client.version));
      const decision = changeServiceLanguage({ client, interpreter: part }, input);
      if (!decision.ok) return decision;
      const { next, facts, interpreter } = decision.value;
      return accepted({ client: next, next: interpreter, facts, answer: { version: next.version } });
    },
    save: (interpreter, { client }) => [ports.parts.interpreters.save(client.clientId, interpreter)],
  });
