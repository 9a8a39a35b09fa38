import { Heading, Tag } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MultiSectorCaseView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { ClientLanguage } from './named-client.tsx';
import { CaseSteps } from './step-forms.tsx';

type OfCase = { readonly one: MultiSectorCaseView };

/** Names of parties in the reader's language. */
export const usePartyNames = (): ((codes: readonly string[]) => string) => {
  const { t } = useTranslation();
  return (codes) => codes.map((code) => t(`multiSector.codes.parties.${code}`, { defaultValue: code })).join(', ');
};

const dates = [
  ['referred', 'referredDate'],
  ['consultationStarted', 'consultationStartedDate'],
  ['clientInformed', 'clientInformedDate'],
  ['assessmentStarted', 'assessmentStartedDate'],
  ['assessmentDue', 'assessmentDueDate'],
  ['accepted', 'acceptedDate'],
  ['exited', 'exitedDate'],
] as const;

const Days = ({ one }: OfCase): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  return dates.flatMap(([name, field]) => {
    const date = one[field];
    return date ? [<dt key={name}>{t(`multiSector.facts.${name}`)}</dt>, <dd key={field}>{day(date)}</dd>] : [];
  });
};

const AuthorityFacts = ({ one }: OfCase): ReactNode => {
  const { t } = useTranslation();
  const { grounds, internalNote } = one;
  if (one.seenAs !== 'EMPLOYMENT_AUTHORITY') return undefined;
  return (
    <>
      <dt>{t('multiSector.facts.grounds')}</dt>
      <dd>{grounds.map((code) => t(`multiSector.codes.grounds.${code}`, { defaultValue: code })).join(', ') || '–'}</dd>
      {internalNote ? (
        <>
          <dt>{t('multiSector.facts.note')}</dt>
          <dd>
            {internalNote} <span className="muted">{t('multiSector.facts.ownOnly')}</span>
          </dd>
        </>
      ) : undefined}
    </>
  );
};

/** Where a case stands, since when, who is involved; and what comes next. */
export const CaseFacts = ({ one }: OfCase): ReactNode => {
  const { t } = useTranslation();
  const partyNames = usePartyNames();
  const { state, seenAs, parties, exitReason } = one;
  return (
    <section className="card stack" aria-labelledby="case-state-title">
      <Heading level="2" size="small" id="case-state-title">
        {t('multiSector.facts.title')}{' '}
        <Tag size="small" variant="outline" data-color={state === 'EXITED' ? 'neutral' : 'info'}>
          {t(`multiSector.codes.states.${state}`, { defaultValue: state })}
        </Tag>
      </Heading>
      <dl className="facts">
        <dt>{t('multiSector.facts.seenAs')}</dt>
        <dd>{partyNames([seenAs])}</dd>
        <ClientLanguage one={one} />
        <dt>{t('multiSector.facts.parties')}</dt>
        <dd>{parties.length > 0 ? partyNames(parties) : t('multiSector.facts.noParties')}</dd>
        <Days one={one} />
        {exitReason ? (
          <>
            <dt>{t('multiSector.facts.exitReason')}</dt>
            <dd>{t(`multiSector.codes.exitReasons.${exitReason}`, { defaultValue: exitReason })}</dd>
          </>
        ) : undefined}
        <AuthorityFacts one={one} />
      </dl>
      <CaseSteps key={one.version} one={one} />
    </section>
  );
};
