import { checkCode } from '@tyovayla/kernel/field-check';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { understood } from '../../domain/client-case/case-refusals.ts';
import { type AppointMember, appointMultiSectorMember } from '../../domain/multi-sector/appoint-multi-sector-member.ts';
import { parties } from '../../domain/multi-sector/party.ts';
import { networkRule } from '../access-rules/multi-sector-rule.ts';
import { servesMultiSector } from '../multi-sector-access.ts';
import { multiSectorCommand, newVersionOf, type OnMultiSectorCase } from '../multi-sector-command.ts';
import type { MultiSectorPorts } from '../multi-sector-ports.ts';

type Input = OnMultiSectorCase & AppointMember;

/** Understands what was written, or names the bad field. */
export const readAppointMultiSectorMember = (
  on: OnMultiSectorCase,
  written: { readonly staffId: string; readonly party: string },
): Result<Input, Refusal> => {
  const party = checkCode('party', written.party, parties);
  return understood(party.ok ? accepted({ ...on, staffId: written.staffId, party: party.value }) : party);
};

/** Appoints a named person of a party to the client's network. */
export const appointMultiSectorMemberCommand = (ports: MultiSectorPorts) =>
  multiSectorCommand<Input, { readonly version: number }>(ports, {
    name: 'AppointMultiSectorMember',
    access: servesMultiSector,
    rule: networkRule,
    find: ports.multiSectorCases.lockForNetwork,
    decide: (one, { staffId, party }, deciding) =>
      appointMultiSectorMember(one, { staffId, party, people: ports.partyPeople }, deciding),
    answer: newVersionOf,
  });
