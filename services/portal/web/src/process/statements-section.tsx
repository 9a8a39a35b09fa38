import { Tag } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StaffName } from '../common/staff-name.tsx';
import type { ObligationProgressView, StatementChoicesView, StatementView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { useResource } from '../lib/use-resource.ts';
import { useScene } from './process-context.tsx';
import { ProcessSection } from './process-section.tsx';
import { IssueStatement, RecordWork, ReplaceStatement, ResendStatement } from './statement-forms.tsx';

type OnStatement = { readonly statement: StatementView };

const noChoices: StatementChoicesView = { grounds: [], recipients: [], serviceCodes: [] };

/** How each field of a content is told; fields that are not here stand elsewhere or are ids. */
const useContentText = (): ((statement: StatementView) => string) => {
  const { t } = useTranslation();
  const { day, euros } = useFormats();
  const code = (list: string) => (value: unknown) =>
    t(`process.codes.${list}.${String(value)}`, { defaultValue: String(value) });
  const counted = (text: string) => (value: unknown) => t(`process.statements.${text}`, { count: Number(value) });
  const told: Readonly<Record<string, (value: unknown) => string>> = {
    days: counted('days'),
    weeks: counted('weeks'),
    serviceCode: code('serviceCodes'),
    daysPerWeek: counted('daysPerWeek'),
    expenseAllowance: code('expenseAllowances'),
    allowanceCents: (cents) => euros(Number(cents)),
    finding: code('conditionFindings'),
    noticeDate: (date) => t('process.statements.noticeOn', { date: day(String(date)) }),
    countryCode: String,
    fullTimeWorkSought: () => t('process.statements.content.fullTimeWorkSought'),
    freeGround: String,
  };
  return ({ content }) => {
    const [said = {}] = Object.values(content);
    const texts = Object.entries(said).map(([field, value]) => told[field]?.(value) ?? '');
    return texts.filter(Boolean).join(' · ');
  };
};

const deliveryColours: Readonly<Record<string, 'success' | 'danger' | 'info'>> = {
  RECEIPT: 'success',
  FAILED: 'danger',
  SENT: 'info',
};

const Delivery = ({ statement }: OnStatement): ReactNode => {
  const { t } = useTranslation();
  const { instant } = useFormats();
  const { delivery } = statement;
  if (!delivery) return undefined;
  const { state, attempts, sentTime, receiptId, receiptTime, failureCode, nextAttemptTime } = delivery;
  return (
    <>
      <dt>{t('process.statements.delivery')}</dt>
      <dd>
        <Tag size="small" variant="outline" data-color={deliveryColours[state] ?? 'neutral'}>
          {t(`process.codes.deliveryStates.${state}`, { defaultValue: state })}
        </Tag>
        {sentTime ? <div>{t('process.statements.sent', { when: instant(sentTime), count: attempts })}</div> : undefined}
        {receiptTime ? (
          <div>{t('process.statements.receipt', { when: instant(receiptTime), id: receiptId ?? '' })}</div>
        ) : undefined}
        {failureCode ? (
          <div>
            {t(`process.codes.failures.${failureCode}`, { defaultValue: failureCode })}
            {nextAttemptTime ? `. ${t('process.statements.nextAttempt', { when: instant(nextAttemptTime) })}` : ''}
          </div>
        ) : undefined}
      </dd>
    </>
  );
};

type ItemProps = OnStatement & { readonly choices: StatementChoicesView };

const StatementFacts = ({ statement, choices }: ItemProps): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const contentText = useContentText()(statement);
  const { validFromDate, validToDate, groundCode, groundAct, groundSection, recipientCode } = statement;
  const { issuedBy, issuedDate, language, ruleValidFromDate, replacesStatementId } = statement;
  const recipient = choices.recipients.find((one) => one.recipientCode === recipientCode);
  return (
    <dl className="facts">
      <dt>{t('process.statements.about')}</dt>
      <dd>
        {day(validFromDate)} –{validToDate ? ` ${day(validToDate)}` : ''}
        {contentText ? <div>{contentText}</div> : undefined}
        {ruleValidFromDate ? (
          <div className="muted">{t('process.ruleFrom', { date: day(ruleValidFromDate) })}</div>
        ) : undefined}
      </dd>
      <dt>{t('process.statements.ground')}</dt>
      <dd>
        {t(`process.codes.statementGrounds.${groundCode}`, { defaultValue: groundCode })} (
        {[groundAct, groundSection].filter(Boolean).join(', ')})
      </dd>
      <dt>{t('process.statements.recipient')}</dt>
      <dd>
        {recipient?.name ?? recipientCode}, {t(`process.codes.matterLanguages.${language}`, { defaultValue: language })}
      </dd>
      <dt>{t('process.statements.issuedBy')}</dt>
      <dd>
        {day(issuedDate)}, <StaffName id={issuedBy} />
        {replacesStatementId ? ` · ${t('process.statements.isCorrection')}` : ''}
      </dd>
      <Delivery statement={statement} />
    </dl>
  );
};

const StatementItem = ({ statement, choices }: ItemProps): ReactNode => {
  const { t } = useTranslation();
  const { kind, replacedByStatementId, delivery } = statement;
  return (
    <li className="process__item">
      <h3 className="process__title">
        {t(`process.codes.statementKinds.${kind}`, { defaultValue: kind })}{' '}
        {replacedByStatementId ? (
          <Tag size="small" variant="outline" data-color="neutral">
            {t('process.statements.wasReplaced')}
          </Tag>
        ) : undefined}
      </h3>
      <StatementFacts statement={statement} choices={choices} />
      <div className="process__actions">
        {replacedByStatementId ? undefined : <ReplaceStatement statement={statement} choices={choices} />}
        {delivery?.state === 'FAILED' ? <ResendStatement statement={statement} /> : undefined}
      </div>
    </li>
  );
};

const Progress = ({ progress }: { readonly progress: ObligationProgressView }): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { obligationStatementId, weeks, daysRecorded, metDate } = progress;
  return (
    <li className="process__item">
      <h3 className="process__title">{t('process.statements.workObligation', { count: weeks })}</h3>
      <p>
        {t('process.statements.daysRecorded', { count: daysRecorded, of: weeks * 7 })}
        {metDate ? ` · ${t('process.statements.metOn', { date: day(metDate) })}` : ''}
      </p>
      {metDate ? undefined : <RecordWork key={daysRecorded} statementId={obligationStatementId} />}
    </li>
  );
};

/** The statements of a client with their delivery, and the work obligations that they set. */
export const StatementsSection = (): ReactNode => {
  const { t } = useTranslation();
  const { process } = useScene();
  const choices = useResource<StatementChoicesView>('/api/statement-choices').value ?? noChoices;
  return (
    <ProcessSection
      id="statements"
      title={t('process.statements.title')}
      lead={t('process.statements.lead')}
      part={process.statements}
    >
      {({ statements, obligations }) => (
        <>
          {statements.length === 0 ? <p className="muted process__meta">{t('process.statements.none')}</p> : undefined}
          <ul className="process__list">
            {obligations.map((progress) => (
              <Progress key={progress.obligationStatementId} progress={progress} />
            ))}
            {statements.map((statement) => (
              <StatementItem key={statement.statementId} statement={statement} choices={choices} />
            ))}
          </ul>
          <div className="process__actions">
            <IssueStatement key={statements.length} choices={choices} />
          </div>
        </>
      )}
    </ProcessSection>
  );
};
