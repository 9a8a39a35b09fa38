import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionForm } from '../client/action-form.tsx';
import { FormScope } from '../common/form-scope.ts';
import { type Notice, useScene, useTell } from './process-context.tsx';

type ProcessFormProps = {
  /** Name of the form, for the ids of its fields; one of its kind on the page. */
  readonly name: string;
  readonly title: string;
  readonly submitText: string;
  /** Below the client's address, e.g. "meetings/book". */
  readonly path: string;
  readonly body: object;
  readonly danger?: true;
  readonly reasonFields?: Readonly<Record<string, string>>;
  /** What to say once it was done. */
  readonly done: string | ((answer: unknown) => string | Notice);
  /** Where the form itself shows what somebody else changed meanwhile. */
  onStale?(): void;
  readonly children: ReactNode;
};

/** A button that opens a short form, which changes one thing of a client's process. */
export const ProcessForm = (props: ProcessFormProps): ReactNode => {
  const { t } = useTranslation();
  const { process } = useScene();
  const tell = useTell();
  const { name, title, submitText, path, body, danger, reasonFields, done, onStale, children } = props;
  return (
    <ActionForm
      name={name}
      title={title}
      submitText={submitText}
      path={`/api/clients/${process.clientId}/${path}`}
      body={body}
      {...(danger ? { danger } : {})}
      {...(reasonFields ? { reasonFields } : {})}
      onDone={(answer) => {
        const said = typeof done === 'string' ? done : done(answer);
        tell(typeof said === 'string' ? { text: said, variant: 'success' } : said);
        process.reload();
      }}
      onStale={() => {
        if (!onStale) tell({ text: t('process.changedMeanwhile'), variant: 'warning' });
        onStale?.();
        process.reload();
      }}
    >
      {(errorOf) => <FormScope value={{ name, errorOf }}>{children}</FormScope>}
    </ActionForm>
  );
};
