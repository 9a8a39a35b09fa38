import { type IdentityCodeParts, parseIdentityCode } from '@tyovayla/kernel/identity-code';
import { localDate } from '@tyovayla/kernel/local-date';
import { aClient, aPerson, clientId, identityCodeOf, today } from '../../testing/builders.ts';
import { given } from '../../testing/given.ts';
import { type CodeHolder, changeIdentityCode } from './change-identity-code.ts';
import type { Client } from './client.ts';

const partsOf = (birthDate: string, individualNumber = 900): IdentityCodeParts => {
  const parsed = parseIdentityCode(identityCodeOf(birthDate, individualNumber));
  if (!parsed.ok) throw new Error(birthDate);
  return parsed.value;
};

const changing =
  (birthDate: string, { individualNumber, holder }: { individualNumber?: number; holder?: CodeHolder } = {}) =>
  (client: Client) =>
    changeIdentityCode(client, {
      identity: partsOf(birthDate, individualNumber),
      today,
      ...(holder && { holder }),
    });

const born = (birthDate: string): Client => aClient({ person: aPerson({ identityCode: identityCodeOf(birthDate) }) });

describe('another identity code for the same person (act 661/2009 12 §)', () => {
  it('is recorded without a word to other services where the birthday stays', () => {
    const next = given(aClient())
      .when(changing('1988-05-14', { individualNumber: 902 }))
      .then([]);
    expect(next.person.identityCode).toBe(identityCodeOf('1988-05-14', 902));
  });

  it('of another birthday in the same age band is not told either', () => {
    given(aClient()).when(changing('1988-05-15')).then([]);
  });

  it('tells the age band anew where it was told wrongly, and the birthdays since', () => {
    given(born('2001-03-01'))
      .when(changing('2001-01-20'))
      .then([
        { type: 'AgeBandCorrected', clientId: clientId(1), from: localDate('2026-01-12'), ageBand: 'UNDER_25' },
        { type: 'ClientTurned25', clientId: clientId(1), turnedOn: localDate('2026-01-20') },
      ]);
    given(born('2001-01-20'))
      .when(changing('2001-03-01'))
      .then({ type: 'AgeBandCorrected', clientId: clientId(1), from: localDate('2026-01-12'), ageBand: 'UNDER_25' });
  });

  it('is corrected to 29 February as to any day: the birthday is 1 March then', () => {
    given(born('2001-01-20'))
      .when(changing('2000-02-29'))
      .then([expect.objectContaining({ type: 'AgeBandCorrected', ageBand: 'FROM_25_TO_59' })]);
  });

  it('is refused where it is the one that they have', () => {
    given(aClient()).when(changing('1988-05-14')).refuses('IDENTITY_CODE_UNCHANGED');
  });

  it('may be one that they had before', () => {
    given(aClient())
      .when(changing('1988-05-15', { holder: { clientId: clientId(1), visibility: 'SHOWN' } }))
      .then([]);
  });

  it('is refused where another record has it, and names the record to those who may know of it', () => {
    const shown = given(aClient())
      .when(changing('1988-05-15', { holder: { clientId: clientId(2), visibility: 'SHOWN' } }))
      .refuses('IDENTITY_CODE_IN_USE');
    expect([shown.kind, shown.data]).toEqual(['duplicate', { otherClientId: clientId(2) }]);
    const hidden = given(aClient())
      .when(changing('1988-05-15', { holder: { clientId: clientId(2), visibility: 'HIDDEN' } }))
      .refuses('IDENTITY_CODE_IN_USE');
    expect(hidden.data).toEqual({});
  });
});
