import { Alert, Heading } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TimelineWhat, TimelineWhen } from '../client/client-timeline.tsx';
import { timelineOf } from '../client/job-search-facts.ts';
import { useFormats } from '../lib/format.ts';
import { useScene } from './process-context.tsx';
import { mergedByDay, type ProcessEntry, processEntries } from './process-timeline.ts';

const ProcessWhat = ({ entry }: { readonly entry: ProcessEntry }): ReactNode => {
  const { t } = useTranslation();
  const texts = Object.fromEntries(
    Object.entries(entry.facts).map(([name, value]) => [
      name,
      t(`process.codes.${name}.${value}`, { defaultValue: String(value) }),
    ]),
  );
  return <span>{t(`process.timeline.${entry.what}`, texts)}</span>;
};

/** Everything that has happened with the client: the registry's history and guidance's facts, the newest first. */
export const TimelineSection = (): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { client, process } = useScene();
  const { meetings, serviceNeed, plans, obligation, neglects, statements } = process;
  const parts = { meetings, serviceNeed, plans, obligation, neglects, statements };
  const values = Object.fromEntries(Object.entries(parts).map(([name, { value }]) => [name, value]));
  const missing = Object.values(parts).some(({ problem }) => problem && problem.reason !== 'CLIENT_CASE_NOT_FOUND');
  return (
    <section className="card" id="timeline" aria-labelledby="timeline-title">
      <Heading level="2" size="small" id="timeline-title" spacing>
        {t('client.timeline')}
      </Heading>
      {missing ? <Alert variant="warning">{t('process.timelineIncomplete')}</Alert> : undefined}
      <ol className="timeline">
        {mergedByDay(processEntries(values), timelineOf(client)).map((entry) => (
          <li key={entry.key} data-kind={entry.kind}>
            <div className="timeline__when">
              {entry.kind === 'process' ? day(entry.day) : <TimelineWhen entry={entry} />}
            </div>
            <div>{entry.kind === 'process' ? <ProcessWhat entry={entry} /> : <TimelineWhat entry={entry} />}</div>
          </li>
        ))}
      </ol>
    </section>
  );
};
