import { Heading } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusCode } from '../clients/status-code.tsx';
import type { ClientView, InitialInterviewView, MeetingView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { useResource } from '../lib/use-resource.ts';
import { runningSearch, runningSpell } from './job-search-facts.ts';

type InterviewProps = { readonly interview: InitialInterviewView | undefined; readonly heldDate: string | undefined };

/** Of an interview that is still to be held the last day is told, of every other what became of it. */
const isOpen = (status: string): boolean => status === 'PLANNED' || status === 'BOOKED';

/** When the first interview was held or is due, and by which version of the rule; or that it cannot be told now. */
const Interview = ({ interview, heldDate }: InterviewProps): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  if (heldDate) return <strong>{t('process.meetings.interviewHeld', { date: day(heldDate) })}</strong>;
  if (!interview) return <span className="muted">{t('app.loading')}</span>;
  const { state, dueDate, workingDays = 0, ruleValidFromDate, status = 'PLANNED' } = interview;
  if (state === 'NONE') return <span className="muted">{t('client.interviewNone')}</span>;
  if (state === 'UNAVAILABLE' || !dueDate) return <span className="muted">{t('client.interviewUnavailable')}</span>;
  if (!isOpen(status)) return <strong>{t(`process.codes.meetingStatuses.${status}`, { defaultValue: status })}</strong>;
  return (
    <>
      <strong>{t('client.interviewDue', { date: day(dueDate) })}</strong>
      <div className="muted">
        {t('client.interviewRule', { count: workingDays, date: day(ruleValidFromDate ?? '') })}
      </div>
    </>
  );
};

type JobSearchCardProps = {
  readonly client: ClientView;
  /** Why the client is looked at, where a protection order asks for a reason; empty where none does. */
  readonly accessReason: string;
  /** Meetings of the client, where the reader sees them. */
  readonly meetings?: readonly MeetingView[] | undefined;
};

/** The running job search: since when, under which status, and when the first interview is due. */
export const JobSearchCard = ({ client, accessReason, meetings = [] }: JobSearchCardProps): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const search = runningSearch(client);
  const spell = runningSpell(search);
  const held = meetings.find(
    ({ kind, status, jobSearchId }) =>
      kind === 'INITIAL_INTERVIEW' && status === 'HELD' && jobSearchId === search?.jobSearchId,
  );
  const interview = useResource<InitialInterviewView>(
    search ? `/api/clients/${client.clientId}/initial-interview` : undefined,
    { accessReason },
  );
  const shown: InitialInterviewView | undefined = interview.problem ? { state: 'UNAVAILABLE' } : interview.value;
  return (
    <section className="card" aria-labelledby="job-search-title">
      <Heading level="2" size="small" id="job-search-title" spacing>
        {t('client.jobSearch')}
      </Heading>
      {search && spell ? (
        <dl className="facts">
          <dt>{t('client.jobSearch')}</dt>
          <dd>{t('client.running', { date: day(search.startedDate) })}</dd>
          <dt>{t('client.currentStatus')}</dt>
          <dd>
            <StatusCode code={spell.statusCode} />{' '}
            <span className="muted">{t('client.since', { date: day(spell.fromDate) })}</span>
          </dd>
          <dt>{t('client.interview')}</dt>
          <dd>
            <Interview interview={shown} heldDate={held?.doneDate} />
          </dd>
        </dl>
      ) : (
        <p className="muted">{t('client.notRunning')}</p>
      )}
    </section>
  );
};
