import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../lib/format.ts';
import { shareOnTime } from './share-on-time.ts';

type PunctualityProps = { readonly meetingsHeld: number; readonly meetingsHeldOnTime: number };

/** How many of the meetings were held by their due day; a dash where none was held. */
export const Punctuality = ({ meetingsHeld, meetingsHeldOnTime }: PunctualityProps): ReactNode => {
  const { t } = useTranslation();
  const { count } = useFormats();
  const share = shareOnTime(meetingsHeld, meetingsHeldOnTime);
  if (share === undefined) return <span className="muted">{t('load.noMeetings')}</span>;
  return (
    <>
      {t('load.percent', { share })}
      <div className="muted">{t('load.onTimeOf', { held: count(meetingsHeldOnTime), all: count(meetingsHeld) })}</div>
    </>
  );
};
