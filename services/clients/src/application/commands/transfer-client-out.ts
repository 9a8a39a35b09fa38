import { checkDate } from '@tyovayla/kernel/field-check';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted, type Result } from '@tyovayla/kernel/result';
import type { Write } from '@tyovayla/kernel/sql';
import type { Command } from '@tyovayla/runtime/command';
import type { Client } from '../../domain/client/client.ts';
import type { ClientFact } from '../../domain/client/client-events.ts';
import { type ClientRefusal, understood } from '../../domain/client/client-refusals.ts';
import { handOverRecordOf } from '../../domain/client/hand-over.ts';
import type { AreaCode } from '../../domain/client/job-search.ts';
import { transferClientOut } from '../../domain/client/transfer-client-out.ts';
import { correctsClients } from '../access.ts';
import type { ClientsPorts } from '../ports.ts';
import { clientCommand, type NewVersion, type OnClient, type Requested } from './client-command.ts';
import { retentionWrites } from './retention-writes.ts';

export type TransferClientOutInput = OnClient & {
  readonly toArea: AreaCode;
  /** First day with the other area. */
  readonly transferredOn: LocalDate;
  /** Plans that go along, as guidance knows them. */
  readonly planIds: readonly string[];
};

/** Understands what was written, or names every bad field. */
export const readTransferClientOut = (
  written: Omit<TransferClientOutInput, 'toArea' | 'transferredOn'> & {
    readonly toArea: string;
    readonly transferredOn: string;
  },
): Result<TransferClientOutInput, ClientRefusal> => {
  const date = checkDate('transferred_date', written.transferredOn);
  return understood(
    date.ok ? accepted({ ...written, toArea: written.toArea as AreaCode, transferredOn: date.value }) : date,
  );
};

/** The hand-over that waits for the other area. */
export type TransferredOut = NewVersion & { readonly transferId: string; readonly planIds: readonly string[] };

export type TransferClientOutCommand = Command<TransferClientOutInput, Requested, Client, ClientFact, TransferredOut>;

const handOverWrites = (
  ports: ClientsPorts,
  before: Client | undefined,
  { next, answer }: { readonly next: Client; readonly answer: TransferredOut },
): readonly Write[] => {
  const { jobSearch, clientId } = next;
  if (before === undefined || jobSearch.status !== 'TRANSFERRED') return [];
  const { jobSearchId, toArea, transferredOn } = jobSearch;
  const record = handOverRecordOf(before, answer.planIds);
  return [
    ports.handOvers.save({ transferId: answer.transferId, clientId, jobSearchId, toArea, transferredOn, record }),
  ];
};

/** Hands the running job search over to another area, with a sealed record that waits for it. */
export const transferClientOutCommand = (ports: ClientsPorts): TransferClientOutCommand => {
  const { neighbours } = ports.area;
  const command = clientCommand<TransferClientOutInput>(ports, {
    name: 'TransferClientOut',
    access: correctsClients,
    decide: (client, input, { today }) => transferClientOut(client, { ...input, today, neighbours }),
  });
  return {
    ...command,
    decide: (state, input, context) => {
      const decision = command.decide(state, input, context);
      if (!decision.ok) return decision;
      const answer = { ...decision.value.answer, transferId: context.newId(), planIds: input.planIds };
      return accepted({ ...decision.value, answer });
    },
    save: (decision, state, context) => [
      ...command.save(decision, state, context),
      ...handOverWrites(ports, state.client, decision),
      ...retentionWrites(ports, decision.next, context),
    ],
  };
};
