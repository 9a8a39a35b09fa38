import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ScrollTable } from '../common/scroll-table.tsx';
import type { TeamLoadView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { Punctuality } from './punctuality.tsx';

type TeamTableProps = { readonly load: TeamLoadView; teamNameOf(teamId: string): string };

/** The teams beside each other. */
export const TeamTable = ({ load, teamNameOf }: TeamTableProps): ReactNode => {
  const { t } = useTranslation();
  const { count } = useFormats();
  return (
    <ScrollTable
      caption={t('load.teams')}
      head={
        <>
          <th scope="col">{t('load.team')}</th>
          <th scope="col" className="number">
            {t('load.specialistsNumber')}
          </th>
          <th scope="col" className="number">
            {t('load.clients')}
          </th>
          <th scope="col" className="number">
            {t('load.unassigned')}
          </th>
          <th scope="col" className="number">
            {t('day.overdue')}
          </th>
          <th scope="col">{t('load.onTime')}</th>
        </>
      }
    >
      <tbody>
        {load.teams.map((team) => (
          <tr key={team.teamId}>
            <th scope="row">{teamNameOf(team.teamId)}</th>
            <td className="number">{count(team.specialists.length)}</td>
            <td className="number">{count(team.clients)}</td>
            <td className="number">{count(team.unassigned)}</td>
            <td className="number">{count(team.overdueTasks)}</td>
            <td>
              <Punctuality {...team} />
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};
