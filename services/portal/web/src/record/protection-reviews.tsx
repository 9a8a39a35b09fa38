import { Heading } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../common/problem-alert.tsx';
import type { ProtectionReviewsView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { Link } from '../lib/router.tsx';
import { useResource } from '../lib/use-resource.ts';

/** For a handler: clients whose granted period of protection is over. They stay protected; the register is to be asked. */
export const ProtectionReviews = (): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const list = useResource<ProtectionReviewsView>('/api/protection-reviews');
  const reviews = list.value?.reviews ?? [];
  if (!list.problem && reviews.length === 0) return undefined;
  return (
    <section className="card stack" aria-labelledby="protection-reviews-title">
      <Heading level="2" size="small" id="protection-reviews-title">
        {t('record.protection.reviews')}
      </Heading>
      <p className="muted">{t('record.protection.reviewsHelp')}</p>
      <ProblemAlert problem={list.problem} onRetry={list.reload} />
      <ul className="plain-links">
        {reviews.map(({ clientId, validToDate }) => (
          <li key={clientId}>
            {/* Not by name: a name is shown only for a stated reason. */}
            <Link to={`/clients/${clientId}`}>{t('day.clientUnnamed', { id: clientId.slice(-6) })}</Link>
            {', '}
            {t('record.protection.grantedTo', { date: day(validToDate) })}
          </li>
        ))}
      </ul>
    </section>
  );
};
