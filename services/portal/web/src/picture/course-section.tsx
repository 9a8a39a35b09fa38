import { Heading, ReadMore, Select } from '@navikt/ds-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pictureRows } from '../../../src/api/codes.ts';
import { ProblemAlert } from '../common/problem-alert.tsx';
import { Waiting } from '../common/waiting.tsx';
import type { SeriesView } from '../lib/api-types.ts';
import { shiftMonth } from '../lib/days.ts';
import { useFormats } from '../lib/format.ts';
import { useResource } from '../lib/use-resource.ts';
import { areas, municipalities } from './areas.ts';
import { CourseChart } from './course-chart.tsx';

type CourseTableProps = { readonly series: SeriesView; readonly shown: readonly string[]; readonly caption: string };

const CourseTable = ({ series, shown, caption }: CourseTableProps): ReactNode => {
  const { t } = useTranslation();
  const { count, month } = useFormats();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="scroll" tabIndex={0} aria-label={caption}>
      <table className="list">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('picture.courseMonth')}</th>
            {shown.map((area) => (
              <th key={area} scope="col" className="number">
                {t(`municipalities.${area}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {series.months.map(({ dayDate, cells }) => (
            <tr key={dayDate}>
              <th scope="row">{month(dayDate)}</th>
              {shown.map((area) => {
                const value = cells.find((cell) => cell.municipalityCode === area)?.value;
                return (
                  <td key={area} className="number">
                    {value === undefined ? '–' : count(value)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const sideBySide = 'municipalities';

type Choice = { readonly row: string; readonly area: string };

const CourseChoice = ({ choice, onChoice }: { readonly choice: Choice; onChoice(choice: Choice): void }): ReactNode => {
  const { t } = useTranslation();
  return (
    <div className="fields">
      <Select
        label={t('picture.courseRow')}
        value={choice.row}
        onChange={(event) => onChoice({ ...choice, row: event.target.value })}
      >
        {pictureRows.map((row) => (
          <option key={row} value={row}>
            {t(`rows.${row}`)}
          </option>
        ))}
      </Select>
      <Select
        label={t('picture.courseArea')}
        value={choice.area}
        onChange={(event) => onChoice({ ...choice, area: event.target.value })}
      >
        <option value="total">{t('municipalities.total')}</option>
        <option value={sideBySide}>{t('picture.courseAll')}</option>
        {municipalities.map((area) => (
          <option key={area} value={area}>
            {t(`municipalities.${area}`)}
          </option>
        ))}
      </Select>
    </div>
  );
};

const monthsShown = 24;

/** How one row of the picture has gone over the last two years, as a chart and as a table. */
export const CourseSection = ({ today }: { readonly today: string }): ReactNode => {
  const { t } = useTranslation();
  const { month } = useFormats();
  const [choice, setChoice] = useState<Choice>({ row: 'UNEMPLOYED_JOBSEEKERS', area: 'total' });
  // The running month has no counting day yet.
  const to = shiftMonth(today, -1);
  const from = shiftMonth(to, 1 - monthsShown);
  const series = useResource<SeriesView>('/api/situation-picture/series', { row: choice.row, from, to });
  const shown = choice.area === sideBySide ? municipalities : areas.filter((area) => area === choice.area);
  const row = t(`rows.${choice.row}`);
  const area = choice.area === sideBySide ? t('picture.courseAll') : t(`municipalities.${choice.area}`);
  const caption = t('picture.courseLabel', { row, area, from: month(from), to: month(to) });
  const any = series.value?.months.some(({ cells }) => cells.some((cell) => (cell.value ?? 0) > 0));
  return (
    <section className="card course" aria-labelledby="course-title">
      <Heading level="2" size="medium" id="course-title" spacing>
        {t('picture.courseTitle')}
      </Heading>
      <CourseChoice choice={choice} onChoice={setChoice} />
      <ProblemAlert problem={series.problem} onRetry={series.reload} />
      {series.value && any ? <CourseChart series={series.value} areas={shown} label={caption} /> : undefined}
      {series.value && !any ? <p className="muted">{t('picture.courseEmpty')}</p> : undefined}
      {series.loading && !series.value ? <Waiting /> : undefined}
      {series.value ? (
        <ReadMore header={t('picture.courseTable')}>
          <CourseTable series={series.value} shown={shown} caption={caption} />
        </ReadMore>
      ) : undefined}
    </section>
  );
};
