import { Alert, Heading } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MissingPage } from '../common/missing-page.tsx';
import { ProblemAlert } from '../common/problem-alert.tsx';
import { Waiting } from '../common/waiting.tsx';
import { Link } from '../lib/router.tsx';
import { useResource } from '../lib/use-resource.ts';
import type { RuleDescription } from './rule-description.ts';
import { RuleForm } from './rule-form.tsx';

type Rules = { readonly rules: readonly RuleDescription[]; readonly incomplete: boolean };

const RuleList = ({ rules, chosen }: { rules: readonly RuleDescription[]; chosen: string }): ReactNode => {
  const { t } = useTranslation();
  return (
    <nav className="card" aria-label={t('calculators.choose')}>
      <ul className="calculators__list">
        {rules.map(({ name }) => (
          <li key={name}>
            <Link to={`/calculators/${name}`} aria-current={name === chosen ? 'page' : undefined}>
              {t(`calculators.rules.${name}.name`, { defaultValue: name })}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const Calculators = ({ rules, id }: { rules: readonly RuleDescription[]; id: string }): ReactNode => {
  const { t } = useTranslation();
  const chosen = id || rules[0]?.name || '';
  const rule = rules.find(({ name }) => name === chosen);
  if (rules.length === 0) return <Alert variant="info">{t('calculators.none')}</Alert>;
  if (!rule) return <MissingPage />;
  return (
    <div className="calculators">
      <RuleList rules={rules} chosen={chosen} />
      <RuleForm key={rule.name} rule={rule} />
    </div>
  );
};

/** Laskurit: one form for each rule that the services answer for. */
export const CalculatorsPage = ({ id }: { readonly id: string }): ReactNode => {
  const { t } = useTranslation();
  const list = useResource<Rules>('/api/rules');
  return (
    <>
      <div className="page-head">
        <div>
          <Heading level="1" size="large">
            {t('calculators.title')}
          </Heading>
          <p>{t('calculators.lead')}</p>
        </div>
      </div>
      <ProblemAlert problem={list.problem} onRetry={list.reload} />
      {list.value?.incomplete ? (
        <Alert variant="warning" className="notice">
          {t('calculators.incomplete')}
        </Alert>
      ) : undefined}
      {list.value ? <Calculators rules={list.value.rules} id={id} /> : list.problem ? undefined : <Waiting />}
    </>
  );
};
