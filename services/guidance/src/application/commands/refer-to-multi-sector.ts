import { allOf, checkCode, everyOf } from '@tyovayla/kernel/field-check';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import type { Verdict } from '@tyovayla/runtime/access';
import type { Command } from '@tyovayla/runtime/command';
import { clientCaseNotFound, understood } from '../../domain/client-case/case-refusals.ts';
import type { ClientCase } from '../../domain/client-case/client-case.ts';
import { checkFreeText } from '../../domain/free-text/check-free-text.ts';
import { multiSectorGrounds } from '../../domain/multi-sector/multi-sector-case.ts';
import type { MultiSectorFact } from '../../domain/multi-sector/multi-sector-facts.ts';
import {
  consultationFindings,
  type ReferToMultiSector,
  referToMultiSector,
} from '../../domain/multi-sector/refer-to-multi-sector.ts';
import { caseRule } from '../access-rules/case-rule.ts';
import { needReason } from '../access-rules/need-reason.ts';
import { servesMultiSector } from '../multi-sector-access.ts';
import { decidingOf, type MultiSectorChange } from '../multi-sector-command.ts';
import type { MultiSectorPorts } from '../multi-sector-ports.ts';

export type Referred = { readonly caseId: string; readonly version: number };

type State = {
  readonly clientId: string;
  readonly clientCase?: ClientCase;
  readonly verdict: Verdict;
  readonly openCase: 'NONE' | 'OPEN';
};

/** Understands what was written, or names every bad field. */
export const readReferToMultiSector = (written: {
  readonly clientId: string;
  readonly grounds: readonly string[];
  readonly consultation: string;
  readonly internalNote: string;
}): Result<ReferToMultiSector, Refusal> => {
  const fields = allOf({
    grounds: everyOf(written.grounds.map((ground, at) => checkCode(`grounds[${at}]`, ground, multiSectorGrounds))),
    consultation: checkCode('consultation', written.consultation, consultationFindings),
    internalNote: checkFreeText('internal_note', written.internalNote, { maxLength: 500 }),
  });
  return understood(fields.ok ? accepted({ clientId: written.clientId, ...fields.value }) : fields);
};

/** Refers a client whom the actor serves. From then on the case is its members' alone; the first is who referred. */
export const referToMultiSectorCommand = ({
  cases,
  multiSectorCases,
  multiSectorEvents,
}: MultiSectorPorts): Command<ReferToMultiSector, State, MultiSectorChange, MultiSectorFact, Referred> => ({
  name: 'ReferToMultiSector',
  access: servesMultiSector,
  missing: clientCaseNotFound,
  load: async (tx, { clientId }, { actor }) => {
    const clientCase = await cases.lock(tx, clientId);
    const verdict = caseRule(clientCase, actor);
    const open = verdict.allowed && clientCase !== undefined && (await multiSectorCases.hasOpen(tx, clientId));
    return { clientId, ...(clientCase && { clientCase }), verdict, openCase: open ? 'OPEN' : 'NONE' };
  },
  mayTouch: ({ verdict }) => verdict,
  decide: ({ clientCase, openCase }, input, context) => {
    if (clientCase === undefined) return refused(clientCaseNotFound);
    const decision = referToMultiSector(openCase, input, decidingOf(context));
    if (!decision.ok) return decision;
    const { next, facts } = decision.value;
    return accepted({ next: { after: next }, facts, answer: { caseId: next.caseId, version: next.version } });
  },
  save: ({ next: { after } }) => multiSectorCases.insert(after),
  publish: ({ next: { after }, facts }, context) => multiSectorEvents.ofCase({ next: after, facts }, context),
  subjectOf: ({ clientId }) => clientId,
  accessReasonOf: ({ clientCase }, { actor }) => needReason(clientCase, actor),
});
