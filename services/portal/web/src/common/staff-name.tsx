import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../lib/session.tsx';
import { useStaffName } from '../lib/teams.tsx';

/** A member of staff by name, or by id where no name is known; the reader is told that it is they. */
export const StaffName = ({ id }: { readonly id: string }): ReactNode => {
  const { t } = useTranslation();
  const { staffId, name } = useSignedIn();
  const nameOf = useStaffName();
  return id === staffId ? `${name} (${t('day.you')})` : nameOf(id);
};
