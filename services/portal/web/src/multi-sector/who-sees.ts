const serving: readonly string[] = ['CASE_SPECIALIST', 'SERVICE_MANAGER', 'PROTECTED_CLIENT_HANDLER'];

/** Whether somebody with these roles serves clients for the employment authority; the service decides. */
export const servesCases = (roles: readonly string[]): boolean => roles.some((role) => serving.includes(role));

/** Whether somebody with these roles may be a member of a client's network; the service decides. */
export const seesCases = (roles: readonly string[]): boolean =>
  servesCases(roles) || roles.includes('MULTI_SECTOR_MEMBER');
