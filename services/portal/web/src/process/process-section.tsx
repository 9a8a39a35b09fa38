import { Alert, Heading } from '@navikt/ds-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../common/problem-alert.tsx';
import { Waiting } from '../common/waiting.tsx';
import type { Problem } from '../lib/api-client.ts';
import type { Resource } from '../lib/use-resource.ts';
import { type Notice, TellProvider } from './process-context.tsx';

type ProcessSectionProps<Value> = {
  /** What an address names it by, after "#". */
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  readonly part: Resource<Value>;
  readonly children: (value: Value) => ReactNode;
};

const PartProblem = ({ problem, onRetry }: { readonly problem: Problem; onRetry(): void }): ReactNode => {
  const { t } = useTranslation();
  // Guidance hears of a new job search a moment after the registry.
  if (problem.reason === 'CLIENT_CASE_NOT_FOUND') return <Alert variant="info">{t('process.noCase')}</Alert>;
  return <ProblemAlert problem={problem} onRetry={onRetry} />;
};

/** What has just happened in a section. Takes the focus, because the button that was pressed may be gone. */
const SectionNotice = ({ notice }: { readonly notice: Notice | undefined }): ReactNode => {
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

/** One part of a client's process as a section of the page, or what is wrong with it. */
export const ProcessSection = <Value,>(props: ProcessSectionProps<Value>): ReactNode => {
  const { id, title, lead, part, children } = props;
  const [notice, setNotice] = useState<Notice>();
  const tell = useRef(setNotice).current;
  return (
    <section className="card process" id={id} aria-labelledby={`${id}-title`}>
      <Heading level="2" size="small" id={`${id}-title`} spacing>
        {title}
      </Heading>
      {lead ? <p className="muted process__lead">{lead}</p> : undefined}
      <SectionNotice notice={notice} />
      <TellProvider value={tell}>
        {part.value ? children(part.value) : undefined}
        {!part.value && part.problem ? <PartProblem problem={part.problem} onRetry={part.reload} /> : undefined}
        {!part.value && !part.problem ? <Waiting /> : undefined}
      </TellProvider>
    </section>
  );
};
