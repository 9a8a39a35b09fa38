import { Alert } from '@navikt/ds-react';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionForm } from '../client/action-form.tsx';
import { FormScope } from './form-scope.ts';

export type PartNotice = { readonly text: string; readonly variant: 'success' | 'warning' | 'info' };

type Part = { tell(notice: PartNotice): void; reload(): void };

const PartContext = createContext<Part>({ tell: () => undefined, reload: () => undefined });

/** What has just happened. Takes the focus, because the button that was pressed may be gone. */
const Notice = ({ notice }: { readonly notice: PartNotice | undefined }): ReactNode => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (notice) box.current?.focus();
  }, [notice]);
  return (
    <div className="notice" role="status" tabIndex={-1} ref={box}>
      {notice ? <Alert variant={notice.variant}>{notice.text}</Alert> : undefined}
    </div>
  );
};

type PartScopeProps = {
  /** Reads again what the part shows, after something was changed. */
  reload(): void;
  readonly children: ReactNode;
};

/** A part of a page whose forms change what it shows: tells what was done, and reads the part again. */
export const PartScope = ({ reload, children }: PartScopeProps): ReactNode => {
  const [notice, setNotice] = useState<PartNotice>();
  const part = useMemo(() => ({ tell: setNotice, reload }), [reload]);
  return (
    <PartContext.Provider value={part}>
      <Notice notice={notice} />
      {children}
    </PartContext.Provider>
  );
};

type PartFormProps = {
  /** Name of the form, for the ids of its fields; one of its kind on the page. */
  readonly name: string;
  readonly title: string;
  readonly submitText?: string;
  readonly path: string;
  readonly body: object;
  readonly danger?: true;
  /** Where a refusal is about one field: its code → the field. */
  readonly reasonFields?: Readonly<Record<string, string>>;
  readonly done: string;
  readonly children?: ReactNode;
};

/** A button that opens a short form, which changes one thing of the part in which it stands. */
export const PartForm = ({ submitText, done, children, ...form }: PartFormProps): ReactNode => {
  const { t } = useTranslation();
  const { tell, reload } = useContext(PartContext);
  return (
    <ActionForm
      {...form}
      submitText={submitText ?? form.title}
      onDone={() => {
        tell({ text: done, variant: 'success' });
        reload();
      }}
      onStale={() => {
        tell({ text: t('record.changedMeanwhile'), variant: 'warning' });
        reload();
      }}
    >
      {(errorOf) => <FormScope value={{ name: form.name, errorOf }}>{children}</FormScope>}
    </ActionForm>
  );
};
