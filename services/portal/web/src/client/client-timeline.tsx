import { Heading } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusCode } from '../clients/status-code.tsx';
import type { ClientView } from '../lib/api-types.ts';
import { shiftDay } from '../lib/days.ts';
import { useFormats } from '../lib/format.ts';
import { type TimelineEntry, timelineOf } from './job-search-facts.ts';

/** When an entry of the registry was; a status has two days. */
export const TimelineWhen = ({ entry }: { readonly entry: TimelineEntry }): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  if (entry.kind !== 'spell') return day(entry.day);
  // The contract's end is the first day no longer under the code; people say the last day.
  return entry.until === undefined
    ? t('client.statusFrom', { from: day(entry.day) })
    : t('client.statusFromTo', { from: day(entry.day), to: day(shiftDay(entry.until, -1)) });
};

/** What an entry of the registry tells. */
export const TimelineWhat = ({ entry }: { readonly entry: TimelineEntry }): ReactNode => {
  const { t } = useTranslation();
  if (entry.kind === 'spell') return <StatusCode code={entry.code} />;
  if (entry.kind === 'started')
    return (
      <strong>
        {t('client.searchStarted')}
        {entry.continued ? `, ${t('client.restarted')}` : ''}
      </strong>
    );
  return (
    <>
      <strong>{t('client.searchEnded')}</strong>: {t(`endReasons.${entry.reason}`, { defaultValue: entry.reason })}
    </>
  );
};

/** Job searches with their statuses and ends, the newest first. */
export const ClientTimeline = ({ client }: { readonly client: ClientView }): ReactNode => {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="timeline-title">
      <Heading level="2" size="small" id="timeline-title" spacing>
        {t('client.timeline')}
      </Heading>
      <ol className="timeline">
        {timelineOf(client).map((entry) => (
          <li key={entry.key} data-kind={entry.kind}>
            <div className="timeline__when">
              <TimelineWhen entry={entry} />
            </div>
            <div>
              <TimelineWhat entry={entry} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
};
