import { type LocalDate, localDate } from '@tyovayla/kernel/local-date';
import { type RuleBook, versionOn } from '@tyovayla/kernel/rule-book';

/** How activation meetings are held. */
export const activationModes = ['IN_PERSON', 'ANY'] as const;

export type ActivationMode = (typeof activationModes)[number];

export type ActivationParameters = {
  readonly meetings: number;
  readonly months: number;
  readonly mode: ActivationMode;
};

/**
 * The activation period (aktivointijakso) of those who get general support (yleistuki), from 1 May 2026: meetings in
 * person as a rule. That it exists was read in the bill; the numbers stand in one public code base only. Who gets
 * general support the benefit payer knows, so an official plans these meetings. Source: handbook 2.2.
 */
export const activationBook: RuleBook<ActivationParameters> = {
  id: 'activation-period',
  versions: [
    {
      validFrom: localDate('2026-05-01'),
      basis: {
        act: 'bill on general support (yleistuki)',
        section: '',
        source: 'https://www.verkkouutiset.fi/a/tyottomille-tulossa-uusi-etuus/',
      },
      confidence: 'L',
      params: { meetings: 3, months: 3, mode: 'IN_PERSON' },
    },
  ],
};

/** The activation period's numbers on a day; undefined before there was one. */
export const activationOn = (day: LocalDate): ActivationParameters | undefined =>
  versionOn(activationBook, day)?.params;
