import { Heading } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ScrollTable } from '../common/scroll-table.tsx';
import type { MyDayView } from '../lib/api-types.ts';
import { Link } from '../lib/router.tsx';
import { type TaskKind, taskPlaces } from './task-places.ts';

type Counts = MyDayView['counts'];
type Column = 'overdue' | 'today' | 'laterThisWeek';

const columns: readonly Column[] = ['overdue', 'today', 'laterThisWeek'];

/** How much there is to do: overdue, today, in the rest of the week. */
export const DayTotals = ({ counts }: { readonly counts: Counts }): ReactNode => {
  const { t } = useTranslation();
  return (
    <dl className="tiles">
      {columns.map((column) => {
        const total = counts.reduce((sum, count) => sum + count[column], 0);
        return (
          <div key={column} className="tile" data-urgent={column === 'overdue' && total > 0}>
            <dt>{t(`day.${column}`)}</dt>
            <dd>{total}</dd>
          </div>
        );
      })}
    </dl>
  );
};

const KindRow = ({ count, onKind }: { readonly count: Counts[number]; onKind(kind: TaskKind): void }): ReactNode => {
  const { t } = useTranslation();
  const { rule } = taskPlaces[count.kind];
  const name = t(`day.kinds.${count.kind}`);
  return (
    <tr>
      <th scope="row">
        <button type="button" className="link-button" onClick={() => onKind(count.kind)}>
          <span className="visually-hidden">{t('day.showOnly')} </span>
          {name}
        </button>
      </th>
      {columns.map((column) => (
        <td key={column} className="number">
          {count[column]}
        </td>
      ))}
      <td>
        {rule ? (
          <Link to={`/calculators/${rule}`}>{t(`calculators.rules.${rule}.name`)}</Link>
        ) : (
          <span className="muted">–</span>
        )}
      </td>
    </tr>
  );
};

/** What there is to do by kind, and the rule that sets the day of each kind. */
export const DayCounts = ({ counts, onKind }: { readonly counts: Counts; onKind(kind: TaskKind): void }): ReactNode => {
  const { t } = useTranslation();
  if (counts.length === 0) return undefined;
  return (
    <section className="card" aria-labelledby="kinds-title">
      <Heading level="2" size="small" id="kinds-title">
        {t('day.byKind')}
      </Heading>
      <ScrollTable
        caption={t('day.byKind')}
        head={
          <>
            <th scope="col">{t('day.kind')}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="number">
                {t(`day.${column}`)}
              </th>
            ))}
            <th scope="col">{t('day.rule')}</th>
          </>
        }
      >
        <tbody>
          {counts.map((count) => (
            <KindRow key={count.kind} count={count} onKind={onKind} />
          ))}
        </tbody>
      </ScrollTable>
    </section>
  );
};
