import { Alert, Heading, Tag } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { runningSearch } from '../client/job-search-facts.ts';
import { Waiting } from '../common/waiting.tsx';
import type { ProfileDutyView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { Link } from '../lib/router.tsx';
import { useSignedIn } from '../lib/session.tsx';
import { type Resource, useResource } from '../lib/use-resource.ts';
import { type Answers, nextDiscussion, nextSteps, type Step } from './next-steps.ts';
import { useScene } from './process-context.tsx';

/** Codes among a step's facts are shown by their names, days as people write them. */
const useFactTexts = (): ((step: Step) => Readonly<Record<string, string | number>>) => {
  const { t } = useTranslation();
  const { day } = useFormats();
  return ({ facts }) =>
    Object.fromEntries(
      Object.entries(facts).map(([name, value]) => [
        name,
        name.endsWith('s') || name === 'date'
          ? t(`process.codes.${name}.${value}`, { defaultValue: day(String(value)) })
          : value,
      ]),
    );
};

const When = ({ step }: { readonly step: Step }): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { today } = useSignedIn();
  if (!step.day) return <span className="muted">{t('process.next.soon')}</span>;
  if (step.day < today)
    return (
      <>
        {day(step.day)}{' '}
        <Tag size="xsmall" variant="strong" data-color="danger">
          {t('process.next.late')}
        </Tag>
      </>
    );
  return step.day === today ? <strong>{t('process.next.today')}</strong> : day(step.day);
};

const StepItem = ({ step }: { readonly step: Step }): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const factTexts = useFactTexts();
  const texts = factTexts(step);
  return (
    <li className="steps__item">
      <div className="steps__when">
        <When step={step} />
      </div>
      <div>
        <Link to={`${window.location.pathname}#${step.section}`}>{t(`process.next.kinds.${step.kind}`, texts)}</Link>
        <div className="muted">
          {t(`process.next.why.${step.kind}`, { ...texts, defaultValue: '' })}
          {step.ruleFrom ? (
            <>
              {' '}
              {t('process.ruleFrom', { date: day(step.ruleFrom) })}{' '}
              <Link to={`/calculators/${step.rule ?? ''}`}>{t('process.openRule')}</Link>
            </>
          ) : undefined}
        </div>
      </div>
    </li>
  );
};

/** The profile's duty, which counts from the job search and perhaps from the next discussion. */
const useProfileDuty = (accessReason: string): Resource<ProfileDutyView> => {
  const { client, process } = useScene();
  const started = runningSearch(client)?.startedDate;
  const meetings = process.meetings.value;
  const path = started && meetings ? `/api/clients/${client.clientId}/profile-duty` : undefined;
  const nextDiscussionDate = meetings && nextDiscussion(meetings);
  const asked = { accessReason, jobSearchStartedDate: started, nextDiscussionDate };
  return useResource<ProfileDutyView>(path, asked);
};

/** What the system proposes for this client, by when and why. An official decides. */
export const NextStepsCard = ({ accessReason }: { readonly accessReason: string }): ReactNode => {
  const { t } = useTranslation();
  const { today } = useSignedIn();
  const { process } = useScene();
  const profile = useProfileDuty(accessReason);
  const { meetings, serviceNeed, plans, obligation, candidates, neglects, statements, assignment } = process;
  const parts = { meetings, serviceNeed, plans, obligation, candidates, neglects, statements, assignment };
  const values = Object.fromEntries(Object.entries(parts).map(([name, { value }]) => [name, value])) as Answers;
  const all = Object.values(parts);
  const noCase = all.some(({ problem }) => problem?.reason === 'CLIENT_CASE_NOT_FOUND');
  const missing = !noCase && [...all, profile].some(({ problem }) => problem !== undefined);
  const waiting = all.some(({ value, problem }) => value === undefined && problem === undefined);
  const steps = nextSteps({ ...values, profile: profile.value }, today);
  return (
    <section className="card steps" aria-labelledby="next-title" aria-busy={waiting}>
      <Heading level="2" size="small" id="next-title" spacing>
        {t('process.next.title')}
      </Heading>
      {noCase ? <Alert variant="info">{t('process.noCase')}</Alert> : undefined}
      {missing ? <Alert variant="warning">{t('process.next.incomplete')}</Alert> : undefined}
      {waiting ? <Waiting /> : undefined}
      {!waiting && !noCase && steps.length === 0 ? <p className="muted">{t('process.next.none')}</p> : undefined}
      {waiting ? undefined : (
        <ol className="steps__list">
          {steps.map((step) => (
            <StepItem key={step.key} step={step} />
          ))}
        </ol>
      )}
    </section>
  );
};
