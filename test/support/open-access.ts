import { randomUUID } from 'node:crypto';
import { NeedReason } from '@tyovayla/proto/tyovayla/guidance/v1/assignment';
import { eventually } from '@tyovayla/testing/eventually';
import type { Platform } from '@tyovayla/testing/platform';
import { type Answer, programOn } from './service-calls.ts';

/**
 * Has somebody of the staff state a need for a client whom they do not serve, and waits until the client registry has
 * heard of it. Who serves the client already states nothing. Needs guidance in the area.
 */
export const openAccess = async (platform: Platform, staff: string, clientId: string): Promise<void> => {
  const clients = programOn(platform, 'portal', 'clients');
  const guidance = programOn(platform, 'portal', 'guidance');
  const stated = { clientId, reason: NeedReason.NEED_REASON_CHECK, text: 'asiakas kysyi', hours: 0 };
  const state = async (): Promise<Answer> => {
    const request = { requestId: randomUUID(), ...stated };
    return guidance.call({ method: 'OpenAccess', request, token: await platform.token(staff, 'guidance', 'portal') });
  };
  try {
    // The case is made a moment after the registration.
    await eventually(async () => ['OK', 'FAILED_PRECONDITION'].includes((await state()).code), { within: 15_000 });
    await eventually(async () => {
      const token = await platform.token(staff, 'clients', 'portal');
      return (await clients.call({ method: 'GetClient', request: { clientId }, token })).code === 'OK';
    });
  } finally {
    clients.close();
    guidance.close();
  }
};
