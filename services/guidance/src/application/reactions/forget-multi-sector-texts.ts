import { forgetMultiSectorTexts } from '../../domain/multi-sector/forget-texts.ts';
import type { GuardedCase } from '../access-rules/multi-sector-rule.ts';
import { type CaseReaction, caseReaction } from '../case-reaction.ts';
import type { MultiSectorPorts } from '../multi-sector-ports.ts';

type Ports = Pick<MultiSectorPorts, 'multiSectorCases' | 'expertOrders'>;

/** Takes words and grounds out of the register, and experts' results out of orders, when the client becomes anonymous. */
export const forgetMultiSectorTextsOfAnonymous = ({
  multiSectorCases,
  expertOrders,
}: Ports): CaseReaction<'JobSearchEnded', readonly GuardedCase[]> =>
  caseReaction({
    name: 'forget-multi-sector-texts',
    on: 'JobSearchEnded',
    load: (tx, { clientId }) => multiSectorCases.ofClient(tx, clientId),
    react: ({ news, loaded }) =>
      news.reason === 'ANONYMISED'
        ? {
            facts: [],
            writes: [
              ...loaded.flatMap(({ one }) => multiSectorCases.save(one, forgetMultiSectorTexts(one))),
              expertOrders.forgetTexts(news.clientId),
            ],
          }
        : undefined,
  });
