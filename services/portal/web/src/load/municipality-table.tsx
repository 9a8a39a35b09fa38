import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ScrollTable } from '../common/scroll-table.tsx';
import type { TeamLoadView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';

type Rows = TeamLoadView['municipalities'];

const total = (rows: Rows, figure: 'clients' | 'overdueTasks'): number =>
  rows.reduce((sum, row) => sum + row[figure], 0);

type MunicipalityTableProps = { readonly load: TeamLoadView; teamNameOf(teamId: string): string };

/** Where the teams' clients live, and how much of it is late. */
export const MunicipalityTable = ({ load, teamNameOf }: MunicipalityTableProps): ReactNode => {
  const { t } = useTranslation();
  const { count } = useFormats();
  const codes = [...new Set(load.municipalities.map(({ municipalityCode }) => municipalityCode))].sort();
  return (
    <ScrollTable
      caption={t('load.municipalities')}
      head={
        <>
          <th scope="col">{t('day.municipality')}</th>
          {load.teams.map(({ teamId }) => (
            <th key={teamId} scope="col" className="number">
              {teamNameOf(teamId)}
            </th>
          ))}
          <th scope="col" className="number">
            {t('load.allClients')}
          </th>
          <th scope="col" className="number">
            {t('day.overdue')}
          </th>
        </>
      }
    >
      <tbody>
        {codes.map((code) => {
          const rows = load.municipalities.filter(({ municipalityCode }) => municipalityCode === code);
          return (
            <tr key={code}>
              <th scope="row">{t(`municipalities.${code}`, { defaultValue: code })}</th>
              {load.teams.map(({ teamId }) => (
                <td key={teamId} className="number">
                  {count(
                    total(
                      rows.filter((row) => row.teamId === teamId),
                      'clients',
                    ),
                  )}
                </td>
              ))}
              <td className="number">{count(total(rows, 'clients'))}</td>
              <td className="number">{count(total(rows, 'overdueTasks'))}</td>
            </tr>
          );
        })}
      </tbody>
    </ScrollTable>
  );
};
