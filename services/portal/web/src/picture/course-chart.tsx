import * as Plot from '@observablehq/plot';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { asPicture } from '../common/as-picture.ts';
import type { SeriesView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';

type CourseChartProps = {
  readonly series: SeriesView;
  readonly areas: readonly string[];
  /** What the chart shows, for those who don't see it. */
  readonly label: string;
};

/** Line colours and dashes: told apart without colour too. */
const looks: Readonly<Record<string, { readonly colour: string; readonly dash: string }>> = {
  total: { colour: '#0a3a4a', dash: '' },
  '240': { colour: '#b3321f', dash: '' },
  '241': { colour: '#1d7a55', dash: '6 3' },
  '751': { colour: '#8a5200', dash: '2 3' },
  '845': { colour: '#6a3d9a', dash: '9 3 2 3' },
  '851': { colour: '#0f6e7e', dash: '' },
  '976': { colour: '#47595d', dash: '6 3' },
};

type Point = { readonly month: Date; readonly area: string; readonly value: number };

const pointsOf = (series: SeriesView, area: string): Point[] =>
  series.months.flatMap(({ dayDate, cells }) => {
    const value = cells.find((cell) => cell.municipalityCode === area)?.value;
    return value === undefined ? [] : [{ month: new Date(`${dayDate.slice(0, 7)}-01T00:00:00Z`), area, value }];
  });

/** At most so many months to name below the chart, evenly apart, the last one among them. */
const ticksOf = (points: readonly Point[], most: number): Date[] => {
  const months = [...new Set(points.map(({ month }) => month.getTime()))].sort((one, other) => one - other);
  const step = Math.ceil(months.length / most);
  return months.filter((_, at) => (months.length - 1 - at) % step === 0).map((time) => new Date(time));
};

/** Below this width the chart is drawn for a telephone. */
const narrow = 560;

type Drawing = {
  readonly width: number;
  readonly month: (day: string) => string;
  readonly count: (value: number) => string;
  readonly unit: string;
};

const draw = ({ series, areas, label }: CourseChartProps, { width, month, count, unit }: Drawing): Element => {
  const lines = areas.map((area) => pointsOf(series, area));
  const greatest = Math.max(1, ...lines.flat().map(({ value }) => value));
  const chart = Plot.plot({
    width,
    height: width < narrow ? 260 : 340,
    marginLeft: 56,
    marginRight: 24,
    marginBottom: 40,
    ariaLabel: label,
    x: {
      type: 'utc',
      label: null,
      tickFormat: (day: Date) => month(day.toISOString()),
      ticks: ticksOf(lines.flat(), width < narrow ? 4 : 8),
    },
    y: { label: unit, grid: true, domain: [0, greatest * 1.08], tickFormat: (value: number) => count(value), ticks: 6 },
    marks: [
      Plot.ruleY([0], { stroke: '#516569' }),
      ...(areas.length === 1
        ? [Plot.areaY(lines[0] ?? [], { x: 'month', y: 'value', fill: '#dceff0', fillOpacity: 0.7 })]
        : []),
      ...lines.map((points, at) => {
        const look = looks[areas[at] ?? ''];
        const stroke = look?.colour ?? '#0a3a4a';
        return Plot.line(points, {
          x: 'month',
          y: 'value',
          stroke,
          strokeWidth: 2.5,
          strokeDasharray: look?.dash ?? '',
        });
      }),
      ...lines.map((points, at) =>
        Plot.dot(points, { x: 'month', y: 'value', fill: looks[areas[at] ?? '']?.colour ?? '#0a3a4a', r: 2.5 }),
      ),
    ],
  });
  return asPicture(chart);
};

const Legend = ({ areas }: { readonly areas: readonly string[] }): ReactNode => {
  const { t } = useTranslation();
  return (
    <ul className="course__legend">
      {areas.map((area) => (
        <li key={area}>
          <svg viewBox="0 0 28 12" aria-hidden="true">
            <line
              x1="0"
              x2="28"
              y1="6"
              y2="6"
              stroke={looks[area]?.colour}
              strokeWidth="3"
              strokeDasharray={looks[area]?.dash}
            />
          </svg>
          {t(`municipalities.${area}`)}
        </li>
      ))}
    </ul>
  );
};

/** A line for each area over the months. */
export const CourseChart = (props: CourseChartProps): ReactNode => {
  const { t, i18n } = useTranslation();
  const { shortMonth, count } = useFormats();
  const holder = useRef<HTMLElement>(null);
  const shown = props.areas.join(' ');
  // Drawn again for new figures, areas or language.
  useEffect(() => {
    const width = Math.min(1100, Math.max(320, holder.current?.clientWidth ?? 960));
    const chart = draw(props, { width, month: shortMonth, count, unit: t('picture.coursePersons') });
    holder.current?.replaceChildren(chart);
  }, [props.series, shown, i18n.language]);
  return (
    <>
      <figure ref={holder} />
      {props.areas.length > 1 ? <Legend areas={props.areas} /> : undefined}
    </>
  );
};
