import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOccupationText } from '../common/code-search.tsx';
import type { ProfileView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';

/** What stands in a profile. */
export const ProfileFacts = ({ profile }: { readonly profile: ProfileView }): ReactNode => {
  const { t, i18n } = useTranslation();
  const { day } = useFormats();
  const occupation = useOccupationText();
  const languageNames = new Intl.DisplayNames([i18n.language], { type: 'language', fallback: 'code' });
  const names = (list: string, codes: readonly string[]): string =>
    codes.map((code) => t(`${list}.${code}`, { defaultValue: code })).join(', ');
  const { commutingLimitMinutes: minutes } = profile;
  const facts: readonly (readonly [name: string, text: string])[] = [
    ['occupationsSought', profile.occupationsSought.map(occupation).join(', ')],
    ['occupationsHeld', profile.occupationsHeld.map(occupation).join(', ')],
    ['skills', profile.skillIds.length > 0 ? t('record.profile.skillCount', { count: profile.skillIds.length }) : ''],
    ['languages', profile.languages.map(({ language, level }) => `${languageNames.of(language)} ${level}`).join(', ')],
    ['drivingLicence', profile.drivingLicenceClasses.join(', ')],
    ['workPermits', names('record.codes.workPermits', profile.workPermits)],
    [
      'workHistory',
      profile.workHistory
        .map(({ occupationCode, fromDate, toDate, employerKind }) => {
          const period = `${day(fromDate)} – ${toDate ? day(toDate) : ''}`.trim();
          return `${occupation(occupationCode)}, ${names('record.codes.employerKinds', [employerKind])}, ${period}`;
        })
        .join('; '),
    ],
    [
      'education',
      profile.education
        .map(({ levelCode, fieldCode, completedYear }) => [levelCode, fieldCode, completedYear || ''].join(' ').trim())
        .join('; '),
    ],
    ['wishedMunicipalities', names('municipalities', profile.wishedMunicipalityCodes)],
    ['wishedWorkingTimes', names('record.codes.workingTimes', profile.wishedWorkingTimes)],
    ['commutingLimit', minutes > 0 ? t('record.profile.minutes', { count: minutes }) : ''],
  ];
  return (
    <dl className="facts">
      {facts.flatMap(([name, text]) =>
        text ? [<dt key={name}>{t(`record.profile.${name}`)}</dt>, <dd key={`${name} text`}>{text}</dd>] : [],
      )}
    </dl>
  );
};
