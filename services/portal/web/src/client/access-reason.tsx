import { Alert, Button, Heading } from '@navikt/ds-react';
import { accessReasons } from '@tyovayla/runtime/access-reason';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeSelect } from '../common/code-select.tsx';

/** Asks why a client under a protection order is looked at, before anything is shown. */
export const AccessReasonForm = ({ onGiven }: { onGiven(reason: string): void }): ReactNode => {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [pressed, setPressed] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setPressed(true);
    if (reason !== '') onGiven(reason);
  };
  return (
    <section className="card protected" aria-labelledby="reason-title">
      <Heading level="1" size="large" id="reason-title" spacing>
        {t('process.accessReason.title')}
      </Heading>
      <form className="stack" onSubmit={submit} noValidate>
        <Alert variant="info" inline>
          {t('process.accessReason.lead')}
        </Alert>
        <CodeSelect
          id="access-reason"
          label={t('process.accessReason.reason')}
          codes={accessReasons}
          names="process.codes.accessReasons"
          empty={t('register.choose')}
          value={reason}
          error={pressed && reason === '' ? t('errors.fields.reason') : undefined}
          onChange={setReason}
        />
        <div>
          <Button type="submit">{t('process.accessReason.show')}</Button>
        </div>
      </form>
    </section>
  );
};
