import { Checkbox } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { inputId } from '../common/form-errors.tsx';
import { useFormScene } from '../common/form-scope.ts';

type TickFieldProps = {
  readonly field: string;
  readonly label: string;
  readonly value: boolean;
  onChange(value: boolean): void;
};

/** Something that is so or not. What is wrong with it stands beside it. */
export const TickField = ({ field, label, value, onChange }: TickFieldProps): ReactNode => {
  const { name, errorOf } = useFormScene();
  const id = inputId(name, field);
  const error = errorOf(field);
  return (
    <div>
      <Checkbox
        id={id}
        checked={value}
        error={error !== undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={(event) => onChange(event.target.checked)}
      >
        {label}
      </Checkbox>
      {error ? (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      ) : undefined}
    </div>
  );
};
