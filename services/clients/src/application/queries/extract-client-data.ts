import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted, refused } from '@tyovayla/kernel/result';
import type { Sql } from '@tyovayla/kernel/sql';
import type { WithReason } from '@tyovayla/runtime/access-reason';
import type { Query } from '@tyovayla/runtime/query';
import type { InterpreterNeed } from '../../domain/client/change-service-language.ts';
import type { ClientId } from '../../domain/client/client.ts';
import { clientNotFound } from '../../domain/client/client-refusals.ts';
import type { Residence } from '../../domain/client/life-cycle-events.ts';
import type { Consent } from '../../domain/consent/consent.ts';
import type { KeptReceipt } from '../../domain/information/information-receipt.ts';
import type { ClientProfile } from '../../domain/profile/profile.ts';
import type { ClientWorkAbility } from '../../domain/work-ability/work-ability.ts';
import { extractsData } from '../access.ts';
import { reasonRule, reasonShown } from '../access-rules/reason-rule.ts';
import { serviceRule } from '../access-rules/service-rule.ts';
import type { FormerCode } from '../life-cycle-ports.ts';
import type { ClientsPorts } from '../ports.ts';
import type { ClientRecord } from './client-record.ts';
import type { PendingHandOver } from './list-hand-overs.ts';

export type ExtractClientDataInput = WithReason & { readonly clientId: ClientId };

/** Everything that the registry keeps of a person. */
export type ClientExtract = {
  readonly extractedOn: LocalDate;
  readonly record: ClientRecord & InterpreterNeed;
  readonly residences: readonly Residence[];
  readonly formerCodes: readonly FormerCode[];
  readonly transfers: readonly PendingHandOver[];
  readonly profile?: ClientProfile;
  readonly workAbility?: ClientWorkAbility;
  readonly consents: readonly Consent[];
  readonly receipts: readonly KeptReceipt[];
};

const partsOf = async (
  { parts, reader, identities, handOvers }: ClientsPorts,
  sql: Sql,
  clientId: ClientId,
): Promise<Omit<ClientExtract, 'extractedOn' | 'record'> & { readonly interpreter: InterpreterNeed }> => {
  const [interpreter, residences, formerCodes, transfers, profile, workAbility, consents, receipts] = await Promise.all(
    [
      parts.interpreters.find(sql, clientId),
      reader.residences(sql, clientId),
      identities.formerCodes(sql, clientId),
      handOvers.ofClient(sql, clientId),
      parts.profiles.find(sql, clientId),
      parts.workAbilities.find(sql, clientId),
      parts.consents.list(sql, clientId),
      parts.receipts.list(sql, clientId),
    ],
  );
  return {
    interpreter,
    residences,
    formerCodes,
    transfers,
    ...(profile && { profile }),
    ...(workAbility && { workAbility }),
    consents,
    receipts,
  };
};

/**
 * Takes out everything that the registry keeps of a person, for the person: GDPR article 15, handbook 1.8 (R1.24). Who
 * has seen it is asked for apart (ListClientAccesses); what other services keep is asked of them.
 */
export const extractClientDataQuery = (ports: ClientsPorts): Query<ExtractClientDataInput, ClientExtract> => ({
  name: 'ExtractClientData',
  access: extractsData,
  missing: clientNotFound(),
  load: async (sql, input, context) => {
    const { actor, today } = context;
    const record = await ports.reader.get(sql, input.clientId, context);
    if (record === undefined) return refused(clientNotFound());
    const unreasoned = reasonRule(record, actor, input);
    if (unreasoned !== undefined) return refused(unreasoned);
    const { interpreter, ...parts } = await partsOf(ports, sql, record.clientId);
    return accepted({ extractedOn: today, record: { ...record, ...interpreter }, ...parts });
  },
  maySee: ({ record }, { actor }) => serviceRule(record, actor),
  subjectOf: ({ clientId }, extract) => extract?.record.clientId ?? clientId,
  accessReasonOf: (input, { record }) => reasonShown(record, input),
});
