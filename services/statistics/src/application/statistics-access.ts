import type { Access } from '@tyovayla/runtime/access';

/** Figures: for everybody who works in the portal, and for programs that load and measure. No person's data is in them. */
export const figuresAccess: Access = {
  roles: [
    'CASE_SPECIALIST',
    'SERVICE_MANAGER',
    'PROTECTED_CLIENT_HANDLER',
    'STATISTICIAN',
    'BOARD_MEMBER',
    'AUDITOR',
    'INTEGRATION_ADMIN',
  ],
  programs: ['portal'],
  programsAlone: ['population', 'operator'],
  purpose: 'statistics',
  dataGroup: 'none',
};

/** Care of the projection: for those who keep the integrations running. */
export const projectionCareAccess: Access = {
  roles: ['INTEGRATION_ADMIN'],
  programs: ['portal'],
  programsAlone: ['operator'],
  purpose: 'operation',
  dataGroup: 'none',
};
