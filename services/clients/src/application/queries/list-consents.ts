import type { Query } from '@tyovayla/runtime/query';
import type { Consent } from '../../domain/consent/consent.ts';
import { usesConsents } from '../access.ts';
import type { ClientsPorts } from '../ports.ts';
import { clientPartQuery, type OfClient, type PartView } from './client-part-query.ts';

/** Shows a client's consents, also those that hold no more, the newest first. */
export const listConsentsQuery = (ports: ClientsPorts): Query<OfClient, PartView<readonly Consent[]>> =>
  clientPartQuery(ports, {
    name: 'ListConsents',
    access: usesConsents,
    load: (sql, clientId) => ports.parts.consents.list(sql, clientId),
  });
