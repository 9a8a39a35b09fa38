import { addYears, type LocalDate, localDate } from '@tyovayla/kernel/local-date';
import { type RuleBook, versionOn } from '@tyovayla/kernel/rule-book';

type Params = {
  /** Whole years that a client's data are kept after the client relationship: parameter retention.clientDataYears. */
  readonly clientDataYears: number;
};

/**
 * How long a client's data are kept. A statute sets it and the number was not found: the handbook's default is a guess,
 * to be set by the area. One version.
 */
export const retentionBook: RuleBook<Params> = {
  id: 'retention',
  versions: [
    {
      validFrom: localDate('2000-01-01'),
      basis: { act: '380/2023', section: '', source: 'handbook 1.8 (R1.20): no source found' },
      confidence: 'L',
      params: { clientDataYears: 5 },
    },
  ],
};

/** The first day on which data of a client relationship that ended on a day need not be kept any more. */
export const keptUntil = (endedOn: LocalDate): LocalDate => {
  const version = versionOn(retentionBook, endedOn) ?? retentionBook.versions[0];
  if (version === undefined) throw new Error('the rule of retention has no version');
  return addYears(endedOn, version.params.clientDataYears);
};
