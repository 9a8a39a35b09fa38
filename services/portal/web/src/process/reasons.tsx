import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RuleFacts } from '../calculators/rule-value.tsx';

/** What a rule gives as a reason, in words: as at the calculators, else as the process names it. */
export const useReasonText = (): ((code: string) => string) => {
  const { t } = useTranslation();
  return (code) =>
    t(`calculators.reasons.${code}`, { defaultValue: t(`process.codes.because.${code}`, { defaultValue: code }) });
};

type ReasonsProps = {
  readonly because: readonly { readonly code: string; readonly data: Readonly<Record<string, string>> }[];
};

/** Every rule that hit, with the facts that it looked at. */
export const Reasons = ({ because }: ReasonsProps): ReactNode => {
  const reasonText = useReasonText();
  if (because.length === 0) return undefined;
  return (
    <ul className="plain-list">
      {because.map(({ code, data }, at) => (
        // A rule's answer does not change.
        <li key={at}>
          {reasonText(code)}
          {Object.keys(data).length > 0 ? (
            <>
              {' '}
              – <RuleFacts facts={data} inline />
            </>
          ) : undefined}
        </li>
      ))}
    </ul>
  );
};
