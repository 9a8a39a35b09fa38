import type { Actor } from '@tyovayla/runtime/actor';
import { type ClientCase, isProtected } from '../../domain/client-case/client-case.ts';

/**
 * Why somebody who doesn't serve the client sees and changes the case all the same: the need that they stated, as a code
 * for the access log. Undefined for those who serve the client, and of a protected client, whom no need opens.
 */
export const needReason = (clientCase: ClientCase | undefined, { id }: Actor): string | undefined => {
  if (clientCase === undefined || isProtected(clientCase)) return undefined;
  const need = clientCase.openNeeds?.find(({ staffId }) => staffId === id);
  return need && `NEED_${need.reason}`;
};
