import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type ScrollTableProps = {
  /** What the table shows, for those who don't see the heading beside it. */
  readonly caption: string;
  readonly head: ReactNode;
  readonly children: ReactNode;
};

/** A list as a table that scrolls sideways where it does not fit. */
export const ScrollTable = ({ caption, head, children }: ScrollTableProps): ReactNode => {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="scroll" tabIndex={0} aria-label={t('day.table', { name: caption })}>
      <table className="list list--wrap">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>{head}</tr>
        </thead>
        {children}
      </table>
    </section>
  );
};
