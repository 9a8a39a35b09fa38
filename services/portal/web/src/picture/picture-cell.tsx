import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../lib/format.ts';
import type { Difference } from './stated-differences.ts';

type PictureCellProps = {
  readonly row: string;
  readonly area: string;
  readonly value: number | undefined;
  readonly suppressed: boolean;
  /** Shown with one decimal, as a rate. */
  readonly rate: boolean;
  /** The plan's figure beside; undefined where it is not asked for or not stated. */
  readonly difference: Difference | undefined;
  readonly noteNumber: number | undefined;
  /** True where the last message changed this figure. */
  readonly changed: boolean;
};

const Stated = ({
  difference,
  rate,
  noteNumber,
}: Pick<PictureCellProps, 'rate' | 'noteNumber'> & { difference: Difference }): ReactNode => {
  const { t } = useTranslation();
  const { count, percent, signed } = useFormats();
  const show = rate ? percent : count;
  const by = signed(difference.by, rate || !Number.isInteger(difference.by) ? 1 : 0);
  return (
    <span className="stated">
      {t('picture.stated', { value: show(difference.stated) })}
      {difference.by === 0 ? undefined : (
        <span className="stated__difference">
          <span className="visually-hidden">{t('picture.difference', { value: by })}</span>
          <span aria-hidden="true">{by}</span>
          {noteNumber === undefined ? undefined : (
            <sup>
              <span className="visually-hidden">, {t('picture.note', { number: noteNumber })}</span>
              <span aria-hidden="true"> {noteNumber}</span>
            </sup>
          )}
        </span>
      )}
    </span>
  );
};

/** One figure of table 1, with the plan's beside it. A figure that just changed lights up for a moment. */
export const PictureCell = (props: PictureCellProps): ReactNode => {
  const { row, area, value, suppressed, rate, difference, noteNumber, changed } = props;
  const { t } = useTranslation();
  const { count, percent } = useFormats();
  const missing = t(suppressed ? 'picture.suppressed' : 'picture.noValue');
  return (
    <td data-row={row} data-area={area}>
      {value === undefined ? (
        <span className="cell">
          <span aria-hidden="true">–</span>
          <span className="visually-hidden">{missing}</span>
        </span>
      ) : (
        // A new key starts the animation anew.
        <span className="cell" key={value} data-flash={changed}>
          {rate ? percent(value) : count(value)}
        </span>
      )}
      {difference ? <Stated difference={difference} rate={rate} noteNumber={noteNumber} /> : undefined}
    </td>
  );
};
