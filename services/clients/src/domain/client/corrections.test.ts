import { aClient, aPerson, aProtectedClient, clientId } from '../../testing/builders.ts';
import { given } from '../../testing/given.ts';
import type { LanguageCode } from '../profile/language-skill.ts';
import { changeServiceLanguage, checkInterpreter, type ServedIn } from './change-service-language.ts';
import type { Client } from './client.ts';
import { correctContactData } from './correct-contact-data.ts';
import { correctName } from './correct-name.ts';

const contact = { ...aPerson().contact, phone: '+358409999999' };
const ru = 'ru' as LanguageCode;

describe('correcting what is kept of a client (handbook R1.3)', () => {
  it('contact data are told to have changed, not to what', () => {
    const next = given(aClient())
      .when((client: Client) => correctContactData(client, { contact }))
      .then({ type: 'ContactDataCorrected', clientId: clientId(1) });
    expect(next).toEqual(aClient({ version: 3, person: aPerson({ contact }) }));
  });

  it('a name is told to have changed, not to which', () => {
    const next = given(aClient())
      .when((client: Client) => correctName(client, { givenNames: 'Aino Maria', familyName: 'Aho' }))
      .then({ type: 'NameCorrected', clientId: clientId(1) });
    expect(next.person).toEqual(aPerson({ familyName: 'Aho' }));
  });

  it('of a client under a protection order as well: the facts hold nothing of them', () => {
    const decision = correctContactData(aProtectedClient(), { contact });
    expect(decision.ok && decision.value.facts).toEqual([{ type: 'ContactDataCorrected', clientId: clientId(1) }]);
  });

  it('is refused where nothing is corrected', () => {
    const { givenNames, familyName } = aPerson();
    given(aClient())
      .when((client: Client) => correctContactData(client, { contact: { ...aPerson().contact } }))
      .refuses('NOTHING_CORRECTED');
    given(aClient())
      .when((client: Client) => correctName(client, { givenNames, familyName }))
      .refuses('NOTHING_CORRECTED');
  });
});

describe('changing the language in which a client is served (handbook R12.1–R12.3)', () => {
  const served: ServedIn = { client: aClient(), interpreter: {} };

  it('tells the language, and that an interpreter is needed without saying which', () => {
    const decision = changeServiceLanguage(served, { serviceLanguage: 'OTHER', interpreterLanguage: ru });
    expect(decision.ok && decision.value).toEqual({
      next: aClient({ version: 3, person: aPerson({ serviceLanguage: 'OTHER' }) }),
      facts: [
        {
          type: 'ServiceLanguageChanged',
          clientId: clientId(1),
          serviceLanguage: 'OTHER',
          interpreterNeeded: true,
        },
      ],
      interpreter: { interpreterLanguage: ru },
    });
  });

  it('takes the interpreter away where the client needs none any more', () => {
    const before: ServedIn = { client: aClient(), interpreter: { interpreterLanguage: ru } };
    const decision = changeServiceLanguage(before, { serviceLanguage: 'FI' });
    expect(decision.ok && decision.value).toMatchObject({ facts: [{ interpreterNeeded: false }], interpreter: {} });
  });

  it('refuses the same language with the same interpreter', () => {
    given(served)
      .when((of: ServedIn) => changeServiceLanguage(of, { serviceLanguage: 'FI' }))
      .refuses('NOTHING_CORRECTED');
  });

  it('needs the interpreter’s language for a language that the authority does not speak', () => {
    expect(checkInterpreter('', 'OTHER')).toMatchObject({
      ok: false,
      refusal: [{ field: 'interpreter_language', code: 'INTERPRETER_LANGUAGE_MISSING' }],
    });
    expect(checkInterpreter('', 'SMS')).toEqual({ ok: true, value: {} });
    expect(checkInterpreter('sms', 'SMS')).toEqual({ ok: true, value: { interpreterLanguage: 'sms' } });
    expect(checkInterpreter('Russian', 'OTHER')).toMatchObject({ ok: false });
  });
});
