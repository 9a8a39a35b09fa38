import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../lib/session.tsx';

/** A member of staff by id; the reader is told that it is they. */
export const StaffName = ({ id }: { readonly id: string }): ReactNode => {
  const { t } = useTranslation();
  const { staffId } = useSignedIn();
  return id === staffId ? `${id} (${t('day.you')})` : id;
};
