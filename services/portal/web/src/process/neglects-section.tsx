import { Tag } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StaffName } from '../common/staff-name.tsx';
import type { NeglectView, ProposalView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { Link } from '../lib/router.tsx';
import type { Resource } from '../lib/use-resource.ts';
import {
  AssessReason,
  type Candidate,
  DismissCandidate,
  HearingAnswer,
  OpenHearing,
  RecordCandidate,
  RecordNeglect,
} from './neglect-forms.tsx';
import { useScene } from './process-context.tsx';
import { ProcessSection } from './process-section.tsx';
import { Reasons } from './reasons.tsx';

type OnNeglect = { readonly neglect: NeglectView };

const CandidateItem = ({ candidate }: { readonly candidate: Candidate }): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { kind, occurredDate } = candidate;
  return (
    <li className="process__item process__item--candidate">
      <h3 className="process__title">
        {t(`process.codes.neglectKinds.${kind}`, { defaultValue: kind })}, {day(occurredDate)}{' '}
        <Tag size="small" variant="outline" data-color="warning">
          {t('process.neglects.candidate')}
        </Tag>
      </h3>
      <div className="process__actions">
        <RecordCandidate candidate={candidate} />
        <DismissCandidate candidate={candidate} />
      </div>
    </li>
  );
};

/** How severe the consequence is, in words. */
const useConsequence = (): ((proposal: ProposalView) => string) => {
  const { t } = useTranslation();
  return ({ consequence = 'UNSPECIFIED', days, weeks }) =>
    t(`process.codes.consequences.${consequence}`, { defaultValue: consequence, count: days || weeks });
};

const Proposal = ({ proposal, decided }: { readonly proposal: ProposalView; readonly decided: boolean }): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const consequence = useConsequence();
  const { ruleValidFromDate, rule, windowEndsDate, step, because } = proposal;
  return (
    <>
      <dt>{t(decided ? 'process.neglects.proposed' : 'process.neglects.wouldPropose')}</dt>
      <dd>
        <strong>{consequence(proposal)}</strong>
        {step > 0 && windowEndsDate ? (
          <div>{t('process.neglects.step', { step, date: day(windowEndsDate) })}</div>
        ) : undefined}
        <Reasons because={because} />
        {ruleValidFromDate ? (
          <div className="muted">
            {t('process.ruleFrom', { date: day(ruleValidFromDate) })}{' '}
            {rule === 'sanction' || rule === 'study-application-duty' ? (
              <Link to={`/calculators/${rule}`}>{t('process.openRule')}</Link>
            ) : undefined}
          </div>
        ) : undefined}
      </dd>
    </>
  );
};

const HearingFacts = ({ neglect }: OnNeglect): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { hearing } = neglect;
  if (!hearing) return undefined;
  const { openedDate, deadlineDate, manner, language, answeredDate, explanationCode = '', explanation } = hearing;
  return (
    <>
      <dt>{t('process.neglects.hearing')}</dt>
      <dd>
        {t('process.neglects.askedOn', { date: day(openedDate) })},{' '}
        {t(`process.codes.hearingManners.${manner}`, { defaultValue: manner })},{' '}
        {t(`process.codes.matterLanguages.${language}`, { defaultValue: language })}
        <div>{t('process.neglects.deadline', { date: day(deadlineDate) })}</div>
      </dd>
      <dt>{t('process.neglects.clientSays')}</dt>
      <dd>
        {answeredDate
          ? `${day(answeredDate)}: ${t(`process.codes.explanationCodes.${explanationCode}`, { defaultValue: explanationCode })}`
          : t('process.neglects.noAnswer')}
        {explanation ? <blockquote className="process__quote">{explanation}</blockquote> : undefined}
      </dd>
    </>
  );
};

const Finding = ({ neglect }: OnNeglect): ReactNode => {
  const { t } = useTranslation();
  const { verdict, ground = '', assessedBy = '' } = neglect;
  if (!verdict) return undefined;
  return (
    <>
      <dt>{t('process.neglects.finding')}</dt>
      <dd>
        {t(`process.codes.reasonGrounds.${ground}`, { defaultValue: ground })}, <StaffName id={assessedBy} />
      </dd>
    </>
  );
};

const NeglectItem = ({ neglect }: OnNeglect): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { kind, occurredDate, stage, hearing, verdict, proposal, statementId } = neglect;
  return (
    <li className="process__item">
      <h3 className="process__title">
        {t(`process.codes.neglectKinds.${kind}`, { defaultValue: kind })}, {day(occurredDate)}{' '}
        <Tag size="small" variant="outline" data-color={stage === 'ASSESSED' ? 'success' : 'info'}>
          {t(`process.codes.neglectStages.${stage}`, { defaultValue: stage })}
        </Tag>
      </h3>
      <dl className="facts">
        <dt>{t('process.neglects.recordedBy')}</dt>
        <dd>
          <StaffName id={neglect.recordedBy} />
        </dd>
        <HearingFacts neglect={neglect} />
        <Finding neglect={neglect} />
        {proposal ? <Proposal proposal={proposal} decided={verdict !== undefined} /> : undefined}
        {statementId ? (
          <>
            <dt>{t('process.neglects.statement')}</dt>
            <dd>
              <Link to={`${window.location.pathname}#statements`}>{t('process.neglects.statementIssued')}</Link>
            </dd>
          </>
        ) : undefined}
      </dl>
      <div className="process__actions" key={neglect.version}>
        {hearing ? undefined : <OpenHearing neglect={neglect} />}
        {hearing && !hearing.answeredDate && !verdict ? <HearingAnswer neglect={neglect} /> : undefined}
        {stage === 'HEARD' ? <AssessReason neglect={neglect} /> : undefined}
      </div>
    </li>
  );
};

type Both = { readonly candidates: readonly Candidate[]; readonly neglects: readonly NeglectView[] };

/** Candidates and neglects are two answers; the section needs both. */
const useBoth = (): Resource<Both> => {
  const { candidates, neglects } = useScene().process;
  const value =
    candidates.value && neglects.value
      ? { candidates: candidates.value.candidates, neglects: neglects.value.neglects }
      : undefined;
  return {
    value,
    problem: neglects.problem ?? candidates.problem,
    loading: candidates.loading || neglects.loading,
    reload: () => {
      candidates.reload();
      neglects.reload();
    },
  };
};

/** What looks like a neglect, and what is one: hearing, finding, and what the rule proposes. */
export const NeglectsSection = (): ReactNode => {
  const { t } = useTranslation();
  const both = useBoth();
  return (
    <ProcessSection id="neglects" title={t('process.neglects.title')} lead={t('process.neglects.lead')} part={both}>
      {({ candidates, neglects }) => (
        <>
          {candidates.length + neglects.length === 0 ? (
            <p className="muted process__meta">{t('process.neglects.none')}</p>
          ) : undefined}
          <ul className="process__list">
            {candidates.map((candidate) => (
              <CandidateItem key={candidate.candidateId} candidate={candidate} />
            ))}
            {neglects.map((neglect) => (
              <NeglectItem key={neglect.neglectId} neglect={neglect} />
            ))}
          </ul>
          <div className="process__actions">
            <RecordNeglect key={neglects.length} />
          </div>
        </>
      )}
    </ProcessSection>
  );
};
