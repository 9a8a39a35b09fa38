import { Select } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayTaskKinds } from '../../../src/api/staffing-codes.ts';
import { CodeSelect } from '../common/code-select.tsx';
import type { TeamListView } from '../lib/api-types.ts';
import { residences } from '../picture/areas.ts';

export type DayFilter = { readonly team: string; readonly municipality: string; readonly kind: string };

export const everything: DayFilter = { team: '', municipality: '', kind: '' };

/** The name of a team in the language shown. */
export const teamName = ({ names }: TeamListView['teams'][number], language: string): string =>
  language === 'sv' ? names.sv : language === 'en' ? names.en : names.fi;

type DayFiltersProps = {
  readonly filter: DayFilter;
  /** Teams whose day the reader may see. */
  readonly teams: TeamListView['teams'];
  /** Whether the reader has clients of their own. */
  readonly ownFirst: boolean;
  onFilter(filter: DayFilter): void;
};

/** Chooses what is on the day list. The list follows at once. */
export const DayFilters = ({ filter, teams, ownFirst, onFilter }: DayFiltersProps): ReactNode => {
  const { t, i18n } = useTranslation();
  return (
    <search className="fields fields--narrow fields--end" aria-label={t('day.filter')}>
      {teams.length > 0 ? (
        <Select
          label={t('day.whose')}
          value={filter.team}
          onChange={(event) => onFilter({ ...filter, team: event.target.value })}
        >
          {ownFirst ? <option value="">{t('day.own')}</option> : undefined}
          {teams.map((team) => (
            <option key={team.teamId} value={team.teamId}>
              {teamName(team, i18n.language)}
            </option>
          ))}
        </Select>
      ) : undefined}
      <CodeSelect
        label={t('day.municipality')}
        codes={residences}
        names="municipalities"
        empty={t('day.all')}
        value={filter.municipality}
        onChange={(municipality) => onFilter({ ...filter, municipality })}
      />
      <CodeSelect
        label={t('day.kind')}
        codes={dayTaskKinds}
        names="day.kinds"
        empty={t('day.all')}
        value={filter.kind}
        onChange={(kind) => onFilter({ ...filter, kind })}
      />
    </search>
  );
};
