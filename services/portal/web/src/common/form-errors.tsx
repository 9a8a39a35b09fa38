import { ErrorSummary } from '@navikt/ds-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../lib/api-client.ts';
import { fieldErrors } from './problem-texts.ts';

/** The id of a field's input, so that the summary can lead to it. */
export const inputId = (form: string, field: string): string => `${form}-${field.replaceAll('.', '-')}`;

type FormErrorsProps = { readonly form: string; readonly problem: Problem | undefined };

/** All that must be corrected, on top of the form, with links to the fields. Takes the focus when it appears. */
export const FormErrors = ({ form, problem }: FormErrorsProps): ReactNode => {
  const { t } = useTranslation();
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem?.violations.length) summary.current?.focus();
  }, [problem]);
  const errors = fieldErrors(t, problem);
  if (errors.length === 0) return undefined;
  return (
    <ErrorSummary ref={summary} heading={t('errors.summary')} headingTag="h2">
      {errors.map(({ field, text }) => (
        <ErrorSummary.Item key={field} href={`#${inputId(form, field)}`}>
          {text}
        </ErrorSummary.Item>
      ))}
    </ErrorSummary>
  );
};
