import { Button } from '@navikt/ds-react';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormErrors } from '../common/form-errors.tsx';
import { ProblemAlert } from '../common/problem-alert.tsx';
import { fieldErrors, problemText } from '../common/problem-texts.ts';
import type { Problem } from '../lib/api-client.ts';
import { useSubmission } from '../lib/submission.ts';

type ActionFormProps = {
  /** Name of the form, for the ids of its fields. */
  readonly name: string;
  /** What the button that opens the form says. */
  readonly title: string;
  readonly submitText: string;
  readonly path: string;
  /** The request that the fields stand for. */
  readonly body: object;
  readonly danger?: true;
  /** The fields; they get what is wrong with each. */
  readonly children: (errorOf: (field: string) => string | undefined) => ReactNode;
  /** Where a refusal is about one field: its code → the field. */
  readonly reasonFields?: Readonly<Record<string, string>>;
  /** After it was done, with what the API answered, or after another's change was noticed. */
  onDone(answer: unknown): void;
  onStale(): void;
};

const isStale = (problem: Problem): boolean => problem.reason.endsWith('CHANGED_MEANWHILE');

const Opened = (props: ActionFormProps & { close(): void }): ReactNode => {
  const { t } = useTranslation();
  const submission = useSubmission<unknown>();
  const errors = fieldErrors(t, submission.problem);
  const { problem } = submission;
  const refusedField = problem && props.reasonFields?.[problem.reason];
  const errorOf = (field: string): string | undefined =>
    errors.find((error) => error.field === field)?.text ??
    (problem && refusedField === field ? problemText(t, problem) : undefined);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const answer = await submission.send(props.path, props.body);
    if (answer.ok) {
      props.close();
      props.onDone(answer.value);
    } else if (isStale(answer.problem)) props.onStale();
  };
  return (
    <form className="stack action" aria-label={props.title} onSubmit={submit} noValidate autoComplete="off">
      <FormErrors form={props.name} problem={submission.problem} />
      {errors.length === 0 ? <ProblemAlert problem={submission.problem} /> : undefined}
      {props.children(errorOf)}
      <div className="row">
        <Button
          type="submit"
          size="small"
          loading={submission.sending}
          {...(props.danger ? { 'data-color': 'danger' } : {})}
        >
          {props.submitText}
        </Button>
        <Button type="button" size="small" variant="tertiary" onClick={props.close}>
          {t('client.cancel')}
        </Button>
      </div>
    </form>
  );
};

/** A button that opens a short form, which changes one thing of the client. */
export const ActionForm = (props: ActionFormProps): ReactNode => {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <div className={open ? 'action-form action-form--open' : 'action-form'}>
      <Button ref={opener} variant="secondary" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
        {props.title}
      </Button>
      {open ? <Opened {...props} close={close} /> : undefined}
    </div>
  );
};
