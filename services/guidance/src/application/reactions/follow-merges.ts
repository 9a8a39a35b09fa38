import type { ClientCase } from '../../domain/client-case/client-case.ts';
import { withResidence } from '../../domain/client-case/client-news.ts';
import { type AnyCaseReaction, type CaseNews, caseReaction, type ReactionContext } from '../case-reaction.ts';
import type { CasePorts, MergedRecords } from '../ports.ts';

type Ports = Pick<CasePorts, 'cases'> & { readonly mergedRecords: MergedRecords };

const joinedOrParted = (
  { mergedRecords }: Ports,
  { news: { clientId: intoClientId, merge }, after }: CaseNews<'HistoryReplaced', undefined>,
  { toldOn: on }: ReactionContext,
) => {
  if (merge === undefined) return mergedRecords.shareResidence(after);
  const { clientId } = merge;
  const records = { intoClientId, clientId, ...(after.jobSearch && { jobSearchId: after.jobSearch.jobSearchId }) };
  return merge.kind === 'PARTED'
    ? [...mergedRecords.part(records), ...mergedRecords.shareResidence(after, { except: clientId })]
    : [...mergedRecords.join({ ...records, on }), ...mergedRecords.shareResidence(after, { also: clientId })];
};

/**
 * What guidance did under a record that went into another of the same person is found from the surviving one, and is
 * as protected as the surviving client is, whatever was known of where the merged record's person lives.
 */
export const followMerges = (ports: Ports): readonly AnyCaseReaction[] => [
  caseReaction<'HistoryReplaced'>({
    name: 'follow-merge',
    on: 'HistoryReplaced',
    react: (state, context) => ({ facts: [], writes: joinedOrParted(ports, state, context) }),
  }),
  caseReaction<'ResidenceChanged'>({
    name: 'share-residence',
    on: 'ResidenceChanged',
    react: ({ after }) => ({ facts: [], writes: ports.mergedRecords.shareResidence(after) }),
  }),
  caseReaction<'JobSearchEnded', ClientCase | undefined>({
    name: 'take-surviving-residence',
    on: 'JobSearchEnded',
    load: async (tx, _after, { intoClientId }) =>
      intoClientId === undefined ? undefined : ports.cases.find(tx, intoClientId),
    react: ({ after, loaded }) => loaded && { nextCase: withResidence(after, loaded), facts: [], writes: [] },
  }),
];
