import { localDate } from '@tyovayla/kernel/local-date';
import { aClient, aProtectedClient, clientId, dayAfter, today } from '../../testing/builders.ts';
import { given } from '../../testing/given.ts';
import { aConsent, aConsentForm, consentId } from '../../testing/part-builders.ts';
import { type ConsentForm, type ConsentTerms, holdsOn, readConsent } from './consent.ts';
import { giveConsent } from './give-consent.ts';
import { type ConsentOf, withdrawConsent } from './withdraw-consent.ts';

const { consentId: _id, givenOn: _given, ...terms } = aConsent();
const consentTerms: ConsentTerms = terms;

const wrong = (about: Partial<ConsentForm>): unknown => {
  const read = readConsent(aConsentForm(about), today);
  return read.ok ? 'accepted' : read.refusal.map(({ field, code }) => [field, code]);
};

describe('a consent as it is written down (handbook 1.6 (3), 5.4; GDPR 7)', () => {
  it('says to whom, what, for what, from when to when, and how it was given', () => {
    expect(readConsent(aConsentForm(), today)).toEqual({ ok: true, value: consentTerms });
  });

  it('names the one firm or provider that it is for', () => {
    expect(wrong({ recipientBusinessId: '' })).toEqual([['consent.recipient_business_id', 'RECIPIENT_MISSING']]);
    expect(wrong({ recipientBusinessId: '2160307-1' })).toEqual([
      ['consent.recipient_business_id', 'BUSINESS_ID_INVALID'],
    ]);
    expect(wrong({ recipientKind: 'KELA', recipientBusinessId: '' })).toBe('accepted');
  });

  it('has every bad field named at once', () => {
    const about = {
      recipientKind: 'ANYBODY',
      dataGroups: [],
      purpose: 'CURIOSITY',
      to: '2026-13-01',
      channel: 'DREAM',
    };
    expect(wrong(about)).toEqual([
      ['consent.recipient_kind', 'CODE_UNKNOWN'],
      ['consent.data_groups', 'DATA_GROUP_MISSING'],
      ['consent.purpose', 'CODE_UNKNOWN'],
      ['consent.to_date', 'DATE_IMPOSSIBLE'],
      ['consent.channel', 'CODE_UNKNOWN'],
    ]);
  });

  it('covers no day before it is given, and does not run backwards', () => {
    expect(wrong({ from: '2026-02-01' })).toEqual([['consent.from_date', 'CONSENT_IN_PAST']]);
    expect(wrong({ from: '2026-02-10', to: '2026-02-09' })).toEqual([['consent.to_date', 'PERIOD_REVERSED']]);
    expect(wrong({ from: today, to: today })).toBe('accepted');
  });

  it('holds from its first to its last day, and not on the day of its withdrawal', () => {
    const days = ['2026-02-01', '2026-02-02', '2026-03-02', '2026-03-03'].map(localDate);
    expect(days.map((day) => holdsOn(aConsent(), day))).toEqual([false, true, true, false]);
    expect(holdsOn(aConsent({ withdrawnOn: dayAfter(today) }), today)).toBe(true);
    expect(holdsOn(aConsent({ withdrawnOn: today }), today)).toBe(false);
  });
});

describe('giving and withdrawing a consent', () => {
  const giving = (client: ReturnType<typeof aClient>) =>
    giveConsent(client, { terms: consentTerms, newConsentId: consentId(1), today });
  const withdrawing = (of: ConsentOf) => withdrawConsent(of, { today });

  it('a consent is told with ids and codes', () => {
    const next = given(aClient())
      .when(giving)
      .then({ type: 'ConsentGiven', clientId: clientId(1), consent: aConsent() });
    expect(next).toEqual(aConsent());
  });

  it('a consent of a client under a protection order is told to nobody: the receiver can tell where they live', () => {
    given(aProtectedClient()).when(giving).then([]);
  });

  it.each([
    ['a client', aClient()],
    ['a client under a protection order', aProtectedClient()],
  ])('the withdrawal of %s is told, so that everybody stops', (_, client) => {
    const next = given<ConsentOf>({ client, consent: aConsent() })
      .when(withdrawing)
      .then({ type: 'ConsentWithdrawn', clientId: clientId(1), consentId: consentId(1), withdrawnOn: today });
    expect(next).toEqual(aConsent({ withdrawnOn: today }));
  });

  it('a consent is not withdrawn twice, nor where there is none', () => {
    given<ConsentOf>({ client: aClient(), consent: aConsent({ withdrawnOn: today }) })
      .when(withdrawing)
      .refuses('CONSENT_WITHDRAWN_ALREADY');
    given<ConsentOf>({ client: aClient() }).when(withdrawing).refuses('CONSENT_NOT_FOUND');
  });
});
