import type { Query } from '@tyovayla/runtime/query';
import type { ClientProfile } from '../../domain/profile/profile.ts';
import { usesProfiles } from '../access.ts';
import type { ClientsPorts } from '../ports.ts';
import { clientPartQuery, type OfClient, type PartView } from './client-part-query.ts';

/** Shows a client's whole profile and what of it is published. */
export const getProfileQuery = (ports: ClientsPorts): Query<OfClient, PartView<ClientProfile | undefined>> =>
  clientPartQuery(ports, {
    name: 'GetProfile',
    access: usesProfiles,
    load: (sql, clientId) => ports.parts.profiles.find(sql, clientId),
  });
