import { badField, type Checked } from '@tyovayla/kernel/field-check';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import { checkLanguage, type LanguageCode } from '../profile/language-skill.ts';
import type { Client } from './client.ts';
import { type ClientDecided, decided } from './client-decision.ts';
import type { ClientRefusal } from './client-refusals.ts';
import { nothingCorrected } from './correction-refusals.ts';
import type { ServiceLanguage } from './person.ts';

/** The language of an interpreter that a client needs; absent where they need none. */
export type InterpreterNeed = { readonly interpreterLanguage?: LanguageCode };

export type ChangeServiceLanguage = InterpreterNeed & { readonly serviceLanguage: ServiceLanguage };

/** A client, and the interpreter that they needed until now. */
export type ServedIn = { readonly client: Client; readonly interpreter: InterpreterNeed };

export type ServiceLanguageDecision = Result<ClientDecided & { readonly interpreter: InterpreterNeed }, ClientRefusal>;

/**
 * Reads the interpreter's language; empty for none. Who is served in a language that is none of the authority's needs
 * one (handbook R12.1, R12.3).
 */
export const checkInterpreter = (text: string, serviceLanguage: string): Checked<InterpreterNeed> => {
  if (text === '') {
    return serviceLanguage === 'OTHER'
      ? badField('interpreter_language', 'INTERPRETER_LANGUAGE_MISSING', 'is needed for another language')
      : accepted({});
  }
  const language = checkLanguage('interpreter_language', text);
  return language.ok ? accepted({ interpreterLanguage: language.value }) : language;
};

/**
 * Serves a client in another language, or with another interpreter. Swedish and the Sámi languages are languages of
 * service; an interpreter is ordered where staff don't speak them. Source: handbook R12.1–R12.3; act 423/2003.
 */
export const changeServiceLanguage = (
  { client, interpreter }: ServedIn,
  { serviceLanguage, interpreterLanguage }: ChangeServiceLanguage,
): ServiceLanguageDecision => {
  const { person, clientId } = client;
  const same = person.serviceLanguage === serviceLanguage && interpreter.interpreterLanguage === interpreterLanguage;
  if (same) return refused(nothingCorrected());
  const interpreterNeeded = interpreterLanguage !== undefined;
  const decision = decided({ ...client, person: { ...person, serviceLanguage } }, [
    { type: 'ServiceLanguageChanged', clientId, serviceLanguage, interpreterNeeded },
  ]);
  if (!decision.ok) return decision;
  return accepted({ ...decision.value, interpreter: interpreterLanguage === undefined ? {} : { interpreterLanguage } });
};
