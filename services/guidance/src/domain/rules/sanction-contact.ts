import { type LocalDate, localDate } from '@tyovayla/kernel/local-date';
import { type RuleBook, type RuleVersion, versionOn } from '@tyovayla/kernel/rule-book';
import type { ContactNeglectKind } from '../neglect/neglect-kind.ts';

/** From the how-manieth time on a neglect of contact ends the job search; absent where it never does. */
export type ContactParameters = { readonly endsFromTime: Readonly<Partial<Record<ContactNeglectKind, number>>> };

/**
 * When a neglect of contact ends the job search. 2 May 2022: where the client repeatedly did not deal with the authority
 * by its deadline. 1 March 2026: the first time, and also where a meeting that they had booked themselves is missed.
 * "Repeatedly" is read as the second time. Source: handbook R1.6 c and d, HE 108/2025, grounds of 28 §.
 */
export const contactBook: RuleBook<ContactParameters> = {
  id: 'contact-neglect',
  versions: [
    {
      validFrom: localDate('2022-05-02'),
      basis: { act: '916/2012; from 1 January 2025 380/2023', section: '28 §', source: 'handbook R1.6' },
      confidence: 'L',
      params: { endsFromTime: { NO_CONTACT_BY_DEADLINE: 2 } },
    },
    {
      validFrom: localDate('2026-03-01'),
      basis: {
        act: '380/2023 as amended on the proposal HE 108/2025',
        section: '28 §',
        source: 'https://www.riksdagen.fi/valtiopaivaasiakirjat/HE+108/2025',
      },
      confidence: 'H',
      params: { endsFromTime: { NO_CONTACT_BY_DEADLINE: 1, SELF_BOOKED_MEETING_MISSED: 1 } },
    },
  ],
};

export type ContactFinding = {
  readonly effect: 'JOB_SEARCH_ENDS' | 'NONE';
  /** The how-manieth neglect of its kind in this job search, from 1. */
  readonly time: number;
  readonly version: RuleVersion<ContactParameters>;
};

/**
 * What a neglect of contact leads to. `earlier`: how many of the same kind, without acceptable reason, came before it in
 * the running job search. Undefined before the rule began.
 */
export const contactFinding = (
  kind: ContactNeglectKind,
  { occurredOn, earlier }: { readonly occurredOn: LocalDate; readonly earlier: number },
): ContactFinding | undefined => {
  const version = versionOn(contactBook, occurredOn);
  if (version === undefined) return undefined;
  const from = version.params.endsFromTime[kind];
  const time = earlier + 1;
  return { effect: from !== undefined && time >= from ? 'JOB_SEARCH_ENDS' : 'NONE', time, version };
};
