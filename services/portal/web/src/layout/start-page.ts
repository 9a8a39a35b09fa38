/** Roles whose work begins with their day list. */
export const startsWithDay: readonly string[] = ['CASE_SPECIALIST', 'PROTECTED_CLIENT_HANDLER'];

/** The page that people with these roles see first. */
export const startPage = (roles: readonly string[]): string => {
  if (roles.some((role) => startsWithDay.includes(role))) return '/day';
  return roles.includes('MULTI_SECTOR_MEMBER') ? '/multi-sector' : '/situation-picture';
};
