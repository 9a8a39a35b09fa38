import { checkCode } from '@tyovayla/kernel/field-check';
import { accepted, type Result } from '@tyovayla/kernel/result';
import type { Query } from '@tyovayla/runtime/query';
import { type ClientRefusal, understood } from '../../domain/client/client-refusals.ts';
import {
  type ClientWorkAbility,
  type WorkAbilityPurpose,
  workAbilityPurposes,
} from '../../domain/work-ability/work-ability.ts';
import { usesWorkAbility } from '../access.ts';
import type { ClientsPorts } from '../ports.ts';
import { clientPartQuery, type OfClient, type PartView } from './client-part-query.ts';

export type GetWorkAbilityInput = OfClient & { readonly purpose: WorkAbilityPurpose };

/** Understands what was written: without a purpose nothing is shown. */
export const readGetWorkAbility = (
  written: OfClient & { readonly purpose: string },
): Result<GetWorkAbilityInput, ClientRefusal> => {
  const purpose = checkCode('purpose', written.purpose, workAbilityPurposes);
  return understood(purpose.ok ? accepted({ ...written, purpose: purpose.value }) : purpose);
};

/** Shows a client's newest work-ability assessment; for what it is shown stands in the access log. */
export const getWorkAbilityQuery = (
  ports: ClientsPorts,
): Query<GetWorkAbilityInput, PartView<ClientWorkAbility | undefined>> =>
  clientPartQuery(ports, {
    name: 'GetWorkAbility',
    access: usesWorkAbility,
    load: (sql, clientId) => ports.parts.workAbilities.find(sql, clientId),
    purposeOf: ({ purpose }) => purpose,
  });
