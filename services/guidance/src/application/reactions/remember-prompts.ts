import type { ClientNewsKind, NewsOf } from '../../domain/client-case/client-news.ts';
import { type AnyCaseReaction, caseReaction } from '../case-reaction.ts';
import type { MultiSectorPorts, PromptBasis } from '../multi-sector-ports.ts';

type Ports = Pick<MultiSectorPorts, 'multiSectorPrompts'>;

/** Remembers what news of a kind tells of a client's age or subsidy. */
const remembering = <Kind extends ClientNewsKind>(
  { multiSectorPrompts }: Ports,
  on: Kind,
  basisOf: (news: NewsOf<Kind>) => PromptBasis,
): AnyCaseReaction =>
  caseReaction({
    name: 'remember-prompts',
    on,
    react: ({ news }) => ({ facts: [], writes: [multiSectorPrompts.remember(basisOf(news))] }),
  });

/** What prompts referrals to the multi-sector support follows the client registry. */
export const rememberPrompts = (ports: Ports): readonly AnyCaseReaction[] => [
  remembering(ports, 'JobSearchStarted', ({ clientId, age }) => ({ clientId, ...(age && { age }) })),
  remembering(ports, 'JobSearchTakenIn', ({ clientId, age }) => ({ clientId, ...(age && { age }) })),
  remembering(ports, 'AgeKnown', ({ clientId, age }) => ({ clientId, age })),
  remembering(ports, 'SubsidyReached', ({ clientId, reachedOn }) => ({ clientId, subsidy300On: reachedOn })),
];
