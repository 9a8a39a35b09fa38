import { ExpansionCard } from '@navikt/ds-react';
import { type ReactNode, useEffect, useState } from 'react';
import { PartScope } from '../common/part-form.tsx';
import { ProblemAlert } from '../common/problem-alert.tsx';
import { Waiting } from '../common/waiting.tsx';
import { useRouter } from '../lib/router.tsx';
import type { Resource } from '../lib/use-resource.ts';
import { useRecord } from './record-scene.tsx';

type RecordSectionProps = { readonly id: string; readonly title: string; readonly children: ReactNode };

/** A part of the client's record that opens when it is wanted: what nobody opens is neither read nor recorded as read. */
export const RecordSection = ({ id, title, children }: RecordSectionProps): ReactNode => {
  const { hash } = useRouter();
  const named = hash === `#${id}`;
  const [open, setOpen] = useState(named);
  // An address that names the part opens it.
  useEffect(() => {
    if (named) setOpen(true);
  }, [named]);
  return (
    <ExpansionCard
      id={id}
      className="record-section"
      size="small"
      aria-labelledby={`${id}-title`}
      open={open}
      onToggle={setOpen}
    >
      <ExpansionCard.Header>
        <ExpansionCard.Title as="h3" size="small" id={`${id}-title`}>
          {title}
        </ExpansionCard.Title>
      </ExpansionCard.Header>
      <ExpansionCard.Content>{open ? children : undefined}</ExpansionCard.Content>
    </ExpansionCard>
  );
};

type PartProps<Value> = { readonly part: Resource<Value>; readonly children: (value: Value) => ReactNode };

/**
 * What a part shows once it is read, or what is wrong. Its forms read it again, and the client too: the part's facts
 * continue the client's version, and the next correction goes out with the version seen.
 */
export const Part = <Value,>({ part, children }: PartProps<Value>): ReactNode => {
  const { reload } = useRecord();
  const both = (): void => {
    part.reload();
    reload();
  };
  return (
    <PartScope reload={both}>
      <div className="stack">
        {part.value ? children(part.value) : undefined}
        {!part.value && part.problem ? <ProblemAlert problem={part.problem} onRetry={part.reload} /> : undefined}
        {!part.value && !part.problem ? <Waiting /> : undefined}
      </div>
    </PartScope>
  );
};
