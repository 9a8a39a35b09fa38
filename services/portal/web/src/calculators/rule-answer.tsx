import { Heading, ReadMore } from '@navikt/ds-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../lib/format.ts';
import type { RuleAnswer } from './rule-description.ts';
import { RuleFacts, RuleValue } from './rule-value.tsx';

const isAddress = (source: string): boolean => /^https:\/\/\S+$/.test(source);

const Version = ({ version }: Pick<RuleAnswer, 'version'>): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { basis, confidence, validFrom } = version;
  return (
    <dl className="facts">
      <dt>{t('calculators.version')}</dt>
      <dd>{t('calculators.versionFrom', { date: day(validFrom) })}</dd>
      <dt>{t('calculators.basis')}</dt>
      <dd>{[basis.act, basis.section].filter(Boolean).join(', ')}</dd>
      <dt>{t('calculators.source')}</dt>
      <dd>
        {isAddress(basis.source) ? (
          <a href={basis.source} rel="noreferrer">
            {basis.source}
          </a>
        ) : (
          basis.source
        )}
      </dd>
      <dt>{t('calculators.confidence')}</dt>
      <dd>{t(`calculators.confidences.${confidence}`)}</dd>
    </dl>
  );
};

const Because = ({ because }: Pick<RuleAnswer, 'because'>): ReactNode => {
  const { t } = useTranslation();
  if (because.length === 0) return undefined;
  return (
    <div>
      <Heading level="3" size="xsmall">
        {t('calculators.because')}
      </Heading>
      <ul className="plain-list">
        {because.map(({ code, data }, at) => (
          // An answer's list does not change.
          <li key={at}>
            <strong>{t(`calculators.reasons.${code}`, { defaultValue: code })}</strong>{' '}
            {Object.keys(data).length > 0 ? (
              <>
                – <RuleValue value={data} />
              </>
            ) : undefined}
          </li>
        ))}
      </ul>
    </div>
  );
};

/** What a rule says, why, and which version said it. Takes the focus, so that it is read out. */
export const RuleAnswerCard = ({ answer }: { readonly answer: RuleAnswer }): ReactNode => {
  const { t } = useTranslation();
  const card = useRef<HTMLElement>(null);
  // Each new answer is read out.
  useEffect(() => card.current?.focus(), [answer]);
  return (
    <section className="card answer stack" aria-labelledby="answer-title" tabIndex={-1} ref={card}>
      <Heading level="2" size="medium" id="answer-title">
        {t('calculators.answer')}
      </Heading>
      <div className="outcome">
        <RuleFacts facts={answer.outcome} />
      </div>
      <Because because={answer.because} />
      <Version version={answer.version} />
      <ReadMore header={t('calculators.facts')}>
        <RuleFacts facts={answer.facts} />
      </ReadMore>
    </section>
  );
};
