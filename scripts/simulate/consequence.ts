import { ConsequenceKind, type Neglect, type NeglectProposal } from '@tyovayla/proto/tyovayla/guidance/v1/neglect';

const forThePayer: readonly ConsequenceKind[] = [
  ConsequenceKind.CONSEQUENCE_KIND_NO_BENEFIT,
  ConsequenceKind.CONSEQUENCE_KIND_WORK_OBLIGATION,
];

/** The sanction that is stated to a payer; undefined where a reminder or nothing follows. */
export const sanctionOf = (proposal: NeglectProposal | undefined): ConsequenceKind | undefined =>
  forThePayer.find((kind) => kind === proposal?.consequence);

/** Whether the time to explain has passed. */
export const isHearingOver = ({ hearing }: Neglect, today: string): boolean =>
  hearing !== undefined && hearing.deadlineDate < today;
