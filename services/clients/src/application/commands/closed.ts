import type { Write } from '@tyovayla/kernel/sql';
import type { ClientId } from '../../domain/client/client.ts';
import type { ClientsPorts } from '../ports.ts';

/**
 * What a protection order closes at once: nothing of the profile is published, and needs that others have stated are
 * over, so that they don't open the client again when the order is lifted.
 */
export const closed = ({ parts, serving }: ClientsPorts, clientId: ClientId): readonly Write[] => [
  parts.profiles.withdrawUnderProtection(clientId),
  serving.endNeeds(clientId),
];
