import { Checkbox, Heading } from '@navikt/ds-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ClientLink } from '../common/client-link.tsx';
import { Paging } from '../common/paging.tsx';
import { ProblemAlert } from '../common/problem-alert.tsx';
import { ScrollTable } from '../common/scroll-table.tsx';
import { StaffName } from '../common/staff-name.tsx';
import { Waiting } from '../common/waiting.tsx';
import type { NeedListView } from '../lib/api-types.ts';
import { shiftDay } from '../lib/days.ts';
import { useFormats } from '../lib/format.ts';
import { useSignedIn } from '../lib/session.tsx';
import { useClientNames } from '../lib/use-client-names.ts';
import { usePages } from '../lib/use-pages.ts';
import { useResource } from '../lib/use-resource.ts';

const NeedTable = ({ needs }: Pick<NeedListView, 'needs'>): ReactNode => {
  const { t } = useTranslation();
  const { instant } = useFormats();
  const names = useClientNames(needs.map(({ clientId }) => clientId));
  if (needs.length === 0) return <p className="muted">{t('need.none')}</p>;
  return (
    <ScrollTable
      caption={t('need.list')}
      head={
        <>
          <th scope="col">{t('need.stated')}</th>
          <th scope="col">{t('need.who')}</th>
          <th scope="col">{t('day.client')}</th>
          <th scope="col">{t('need.why')}</th>
          <th scope="col">{t('need.until')}</th>
        </>
      }
    >
      <tbody>
        {needs.map((need) => (
          <tr key={need.needId}>
            <td className="when">{instant(need.openTime)}</td>
            <td className="when">
              <StaffName id={need.staffId} />
            </td>
            <th scope="row">
              <ClientLink clientId={need.clientId} names={names} />
            </th>
            <td>
              {t(`need.reasons.${need.reason}`)}
              <div className="muted">{need.text}</div>
            </td>
            <td>
              {instant(need.untilTime)}
              <div className={need.open ? undefined : 'muted'}>{t(need.open ? 'need.isOpen' : 'need.isOver')}</div>
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};

const daysBack = 30;

/** Who has opened the data of clients whom they do not serve, and what for. */
export const NeedsSection = (): ReactNode => {
  const { t } = useTranslation();
  const { today } = useSignedIn();
  const [withOver, setWithOver] = useState(false);
  const pages = usePages();
  const statedFrom = withOver ? shiftDay(today, -daysBack) : '';
  const list = useResource<NeedListView>('/api/needs', { statedFrom, pageToken: pages.token });
  return (
    <section className="card stack" id="needs" aria-labelledby="needs-title">
      <div>
        <Heading level="2" size="small" id="needs-title">
          {t('need.list')}
        </Heading>
        <p className="muted">{t('need.listHelp')}</p>
      </div>
      <Checkbox
        checked={withOver}
        onChange={(event) => {
          pages.restart();
          setWithOver(event.target.checked);
        }}
      >
        {t('need.alsoOver', { count: daysBack })}
      </Checkbox>
      <ProblemAlert problem={list.problem} onRetry={list.reload} />
      {list.value ? (
        <>
          <NeedTable needs={list.value.needs} />
          <Paging pages={pages} nextToken={list.value.nextPageToken} label={t('need.paging')} />
        </>
      ) : list.problem ? undefined : (
        <Waiting />
      )}
    </section>
  );
};
