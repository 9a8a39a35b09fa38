import { Alert, Button } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../lib/api-client.ts';
import { problemText } from './problem-texts.ts';

type ProblemAlertProps = { readonly problem: Problem | undefined; readonly onRetry?: () => void };

/** Tells a problem that is not about single fields, and how to go on. */
export const ProblemAlert = ({ problem, onRetry }: ProblemAlertProps): ReactNode => {
  const { t } = useTranslation();
  if (!problem || problem.status === 401) return undefined;
  return (
    <Alert variant={problem.status >= 500 || problem.status === 0 ? 'error' : 'warning'} role="alert">
      {problemText(t, problem)}
      {onRetry ? (
        <div>
          <Button size="small" variant="secondary" onClick={onRetry}>
            {t('errors.retry')}
          </Button>
        </div>
      ) : undefined}
    </Alert>
  );
};
