import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../lib/format.ts';
import type { LivePicture } from './use-live-picture.ts';

type LiveIndicatorProps = { readonly live: LivePicture | undefined };

const stateText = {
  live: 'picture.live',
  connecting: 'picture.liveConnecting',
  interrupted: 'picture.liveInterrupted',
} as const;

/** Says whether the picture is live, and reads out what changed. */
export const LiveIndicator = ({ live }: LiveIndicatorProps): ReactNode => {
  const { t } = useTranslation();
  const { clock, count } = useFormats();
  if (!live) return <span className="live">{t('picture.liveOff')}</span>;
  const [first, ...others] = live.changes;
  const change =
    first &&
    t('picture.liveChange', {
      row: t(`rows.${first.row}`),
      municipality: t(`municipalities.${first.area}`),
      value: count(first.value),
    });
  return (
    <div>
      <span className="live" data-state={live.state} role="status">
        {t(stateText[live.state])}
        {live.changedAt ? `, ${t('picture.liveUpdated', { time: clock(live.changedAt) }).toLowerCase()}` : ''}
      </span>
      <span className="visually-hidden" aria-live="polite">
        {change}
        {change && others.length > 0 ? ` ${t('picture.liveChangeMore', { count: others.length })}` : ''}
      </span>
    </div>
  );
};
