import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A national employment status code with its name. */
export const StatusCode = ({ code }: { readonly code: string }): ReactNode => {
  const { t } = useTranslation();
  return (
    <span className="status">
      <span className="status__code">{code}</span>
      <span>{t(`statusCodes.${code}`, { defaultValue: code })}</span>
    </span>
  );
};
