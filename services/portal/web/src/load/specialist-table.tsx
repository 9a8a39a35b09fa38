import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ScrollTable } from '../common/scroll-table.tsx';
import type { TeamLoadView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { useStaffName } from '../lib/teams.tsx';
import { Punctuality } from './punctuality.tsx';

type Specialist = TeamLoadView['teams'][number]['specialists'][number];

const Level = ({ one, most }: { readonly one: Specialist; readonly most: number }): ReactNode => {
  const { t } = useTranslation();
  if (one.clients >= most) return <strong className="level level--full">{t('load.levelFull')}</strong>;
  if (one.warning) return <strong className="level level--warning">{t('load.levelWarning')}</strong>;
  return <span className="level">{t('load.levelRoom', { count: most - one.clients })}</span>;
};

type SpecialistTableProps = {
  readonly specialists: readonly Specialist[];
  readonly most: number;
  readonly caption: string;
};

/** The specialists of a team: the figures of the chart, and what is late. */
export const SpecialistTable = ({ specialists, most, caption }: SpecialistTableProps): ReactNode => {
  const { t } = useTranslation();
  const { count, percent } = useFormats();
  const nameOf = useStaffName();
  return (
    <ScrollTable
      caption={caption}
      head={
        <>
          <th scope="col">{t('load.specialist')}</th>
          <th scope="col">{t('load.office')}</th>
          <th scope="col" className="number">
            {t('load.clients')}
          </th>
          <th scope="col" className="number">
            {t('load.share', { count: most })}
          </th>
          <th scope="col">{t('load.level')}</th>
          <th scope="col" className="number">
            {t('day.overdue')}
          </th>
          <th scope="col">{t('load.onTime')}</th>
        </>
      }
    >
      <tbody>
        {specialists.map((one) => (
          <tr key={one.staffId}>
            <th scope="row">{nameOf(one.staffId)}</th>
            <td>{t(`municipalities.${one.municipalityCode}`, { defaultValue: one.municipalityCode })}</td>
            <td className="number">{count(one.clients)}</td>
            <td className="number">{percent(one.shareOfMostPercent)} %</td>
            <td>
              <Level one={one} most={most} />
            </td>
            <td className="number">{count(one.overdueTasks)}</td>
            <td>
              <Punctuality {...one} />
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};
