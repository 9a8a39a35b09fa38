import { allOf, checkCode } from '@tyovayla/kernel/field-check';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import { type ClientRefusal, understood } from '../../domain/client/client-refusals.ts';
import { recordWorkAbility } from '../../domain/work-ability/record-work-ability.ts';
import {
  type ClientWorkAbility,
  readWorkAbility,
  type WorkAbility,
  type WorkAbilityForm,
  type WorkAbilityPurpose,
  workAbilityPurposes,
} from '../../domain/work-ability/work-ability.ts';
import { workAbilityChangedMeanwhile } from '../../domain/work-ability/work-ability-refusals.ts';
import { usesWorkAbility } from '../access.ts';
import type { ClientsPorts } from '../ports.ts';
import { type ClientPartCommand, clientPartCommand, type OnClientPart } from './client-part-command.ts';

export type RecordWorkAbilityInput = OnClientPart & {
  readonly purpose: WorkAbilityPurpose;
  readonly workAbility: WorkAbility;
  /** Version of the assessment that the caller has seen; absent to take the newest. */
  readonly expectedVersion?: number;
};

type Written = OnClientPart & {
  readonly purpose: string;
  readonly workAbility: WorkAbilityForm;
  readonly expectedVersion?: number;
};

/** Understands what was written, or names every bad field. */
export const readRecordWorkAbility = (
  written: Written,
  today: LocalDate,
): Result<RecordWorkAbilityInput, ClientRefusal> => {
  const fields = allOf({
    purpose: checkCode('purpose', written.purpose, workAbilityPurposes),
    workAbility: readWorkAbility(written.workAbility, today),
  });
  return understood(fields.ok ? accepted({ ...written, ...fields.value }) : fields);
};

export type NewWorkAbilityVersion = { readonly workAbilityVersion: number };

export type RecordWorkAbilityCommand = ClientPartCommand<
  RecordWorkAbilityInput,
  ClientWorkAbility | undefined,
  ClientWorkAbility,
  NewWorkAbilityVersion
>;

/** Records a work-ability assessment and for what; nobody is told of it. */
export const recordWorkAbilityCommand = (ports: ClientsPorts): RecordWorkAbilityCommand =>
  clientPartCommand(ports, {
    name: 'RecordWorkAbility',
    access: usesWorkAbility,
    load: (tx, clientId) => ports.parts.workAbilities.find(tx, clientId),
    decide: ({ client, part }, { purpose, workAbility, expectedVersion }) => {
      const version = part?.version ?? 0;
      if (expectedVersion !== undefined && expectedVersion !== version) {
        return refused(workAbilityChangedMeanwhile(version));
      }
      const decision = recordWorkAbility({ client, ...(part && { current: part }) }, { purpose, workAbility });
      if (!decision.ok) return decision;
      const next = decision.value;
      return accepted({ next, facts: [], answer: { workAbilityVersion: next.version } });
    },
    save: (after, { client: { clientId }, part }) =>
      ports.parts.workAbilities.save({ clientId, after, ...(part && { before: part }) }),
  });
