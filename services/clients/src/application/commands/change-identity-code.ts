import { allOf } from '@tyovayla/kernel/field-check';
import type { IdentityCodeParts } from '@tyovayla/kernel/identity-code';
import { accepted, type Result } from '@tyovayla/kernel/result';
import type { Command } from '@tyovayla/runtime/command';
import {
  type CodeHolder,
  changeIdentityCode,
  checkChangeGround,
  type IdentityCodeChangeGround,
} from '../../domain/client/change-identity-code.ts';
import type { Client } from '../../domain/client/client.ts';
import type { ClientFact } from '../../domain/client/client-events.ts';
import { type ClientRefusal, understood } from '../../domain/client/client-refusals.ts';
import { checkIdentityCode } from '../../domain/client/registration-form.ts';
import { changesIdentity } from '../access.ts';
import { protectionRule } from '../access-rules/protection-rule.ts';
import type { ClientsPorts } from '../ports.ts';
import { birthdaysAnew } from './birthday-writes.ts';
import { clientCommand, type NewVersion, type OnClient, type Requested } from './client-command.ts';

export type ChangeIdentityCodeInput = OnClient & {
  readonly identity: IdentityCodeParts;
  readonly ground: IdentityCodeChangeGround;
};

/** Understands what was written, or names every bad field. */
export const readChangeIdentityCode = (
  written: OnClient & { readonly identityCode: string; readonly ground: string },
): Result<ChangeIdentityCodeInput, ClientRefusal> => {
  const { identityCode, ground, ...onClient } = written;
  const fields = allOf({
    identity: checkIdentityCode(identityCode),
    ground: checkChangeGround('ground', ground),
  });
  return understood(fields.ok ? accepted({ ...onClient, ...fields.value }) : fields);
};

type Changing = Requested & { readonly holder?: CodeHolder; readonly ground: IdentityCodeChangeGround };

export type ChangeIdentityCodeCommand = Command<ChangeIdentityCodeInput, Changing, Client, ClientFact, NewVersion>;

/**
 * Records that a person's identity code is another. The old one stays with the record and still finds the person, but
 * for one that was written wrongly: it may be somebody else's.
 */
export const changeIdentityCodeCommand = (ports: ClientsPorts): ChangeIdentityCodeCommand => {
  const command = clientCommand<ChangeIdentityCodeInput>(ports, {
    name: 'ChangeIdentityCode',
    access: changesIdentity,
    decide: (client, { identity }, { today }) => changeIdentityCode(client, { identity, today }),
  });
  return {
    ...command,
    load: async (tx, input, context) => {
      const holder = await ports.identities.holderOf(tx, input.identity.code);
      const state = await command.load(tx, input, context);
      if (holder === undefined) return { ...state, ground: input.ground };
      const { clientId, client } = holder;
      const shown = client !== undefined && protectionRule(client, context.actor).allowed;
      return { ...state, ground: input.ground, holder: { clientId, visibility: shown ? 'SHOWN' : 'HIDDEN' } };
    },
    decide: (state, input, context) => {
      const { holder } = state;
      const holding = clientCommand<ChangeIdentityCodeInput>(ports, {
        ...command,
        decide: (client, { identity }, { today }) =>
          changeIdentityCode(client, { identity, today, ...(holder && { holder }) }),
      });
      return holding.decide(state, input, context);
    },
    save: (decision, state, context) => {
      const { client: before, ground } = state;
      if (before === undefined) return [];
      const { clientId, person } = before;
      return [
        ...command.save(decision, state, context),
        ports.identities.keepFormer({
          formerCodeId: context.newId(),
          clientId,
          identityCode: person.identityCode,
          changedOn: context.today,
          ground,
          finds: ground === 'WRITTEN_WRONGLY' ? 'NOBODY' : 'THE_PERSON',
        }),
        ...birthdaysAnew(ports, decision.next, context),
      ];
    },
  };
};
