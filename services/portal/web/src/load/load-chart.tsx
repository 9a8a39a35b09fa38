import * as Plot from '@observablehq/plot';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { asPicture } from '../common/as-picture.ts';
import type { TeamLoadView } from '../lib/api-types.ts';
import { type Formats, useFormats } from '../lib/format.ts';

import { useTeams } from '../lib/teams.tsx';

type Specialist = TeamLoadView['teams'][number]['specialists'][number];

type LoadChartProps = {
  readonly specialists: readonly Specialist[];
  readonly most: number;
  readonly warningFrom: number;
  /** What the chart shows, for those who don't see it. */
  readonly label: string;
};

type Words = {
  readonly clients: string;
  readonly most: string;
  readonly warning: string;
  readonly count: Formats['count'];
  readonly nameOf: (staffId: string) => string;
};

const colours = { usual: '#0f6e7e', warning: '#8a5200', full: '#b3321f', ink: '#10282f' };

const rowHeight = 26;

const colourOf = ({ clients, warning }: Specialist, most: number): string =>
  clients >= most ? colours.full : warning ? colours.warning : colours.usual;

/** A line across the bars, with its name above them. */
const limit = (at: number, name: string, look: { readonly stroke: string; readonly anchor: 'start' | 'end' }) => [
  Plot.ruleX([at], { stroke: look.stroke, strokeWidth: 1.5, strokeDasharray: '5 3' }),
  Plot.text([at], {
    x: (value: number) => value,
    frameAnchor: 'top',
    text: () => name,
    dy: -14,
    dx: look.anchor === 'start' ? 4 : -4,
    textAnchor: look.anchor,
    fill: look.stroke,
  }),
];

/** Each bar's figure: at its end within it, beside it where the bar is short. */
const figures = (rows: readonly Specialist[], greatest: number, count: Words['count']) => {
  const isShort = ({ clients }: Specialist): boolean => clients < greatest * 0.12;
  const place = { x: 'clients', y: 'staffId', text: (row: Specialist) => count(row.clients) };
  return [
    Plot.text(rows, { ...place, filter: isShort, textAnchor: 'start', dx: 5, fill: colours.ink }),
    Plot.text(rows, { ...place, filter: (row: Specialist) => !isShort(row), textAnchor: 'end', dx: -6, fill: '#fff' }),
  ];
};

const draw = (props: LoadChartProps, width: number, words: Words): Element => {
  const { specialists, most, warningFrom, label } = props;
  const rows = specialists.toSorted((a, b) => b.clients - a.clients || a.staffId.localeCompare(b.staffId, 'en'));
  const greatest = Math.max(most, ...rows.map(({ clients }) => clients));
  const chart = Plot.plot({
    width,
    height: rows.length * rowHeight + 90,
    marginLeft: 160,
    marginRight: 40,
    marginTop: 34,
    marginBottom: 40,
    ariaLabel: label,
    x: { label: words.clients, domain: [0, greatest * 1.05], tickFormat: words.count, ticks: 6, grid: true },
    y: { label: null, domain: rows.map(({ staffId }) => staffId), tickFormat: words.nameOf, padding: 0.25 },
    marks: [
      Plot.barX(rows, { x: 'clients', y: 'staffId', fill: (row: Specialist) => colourOf(row, most) }),
      ...figures(rows, greatest, words.count),
      Plot.ruleX([0], { stroke: '#516569' }),
      ...limit(warningFrom, words.warning, { stroke: colours.warning, anchor: 'end' }),
      ...limit(most, words.most, { stroke: colours.full, anchor: 'start' }),
    ],
  });
  return asPicture(chart);
};

/** A bar for each specialist's clients, with the warning level and the most across. */
export const LoadChart = (props: LoadChartProps): ReactNode => {
  const { t, i18n } = useTranslation();
  const { count } = useFormats();
  const names = useTeams().value?.staffNames;
  const nameOf = (staffId: string): string => names?.[staffId] ?? staffId;
  const holder = useRef<HTMLElement>(null);
  const { specialists, most, warningFrom } = props;
  // Drawn again for new figures or another language.
  useEffect(() => {
    const width = Math.min(1100, Math.max(320, holder.current?.clientWidth ?? 960));
    const words = {
      clients: t('load.clients'),
      most: t('load.mostLine', { count: most }),
      warning: t('load.warningLine', { count: warningFrom }),
      count,
      nameOf,
    };
    holder.current?.replaceChildren(draw(props, width, words));
  }, [specialists, most, warningFrom, names, i18n.language]);
  return <figure className="chart" ref={holder} />;
};
