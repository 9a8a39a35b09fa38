import type { MultiSectorCaseView } from '../lib/api-types.ts';

/** What a member may do with a case next; the service decides, this only offers. */
export type CaseStep =
  | 'CONSULT'
  | 'ASSESS'
  | 'ACCEPT'
  | 'MAKE_PLAN'
  | 'SIGN_FOR_CLIENT'
  | 'SIGN'
  | 'REVIEW'
  | 'MEET'
  | 'APPOINT'
  | 'EXIT';

type Case = Pick<MultiSectorCaseView, 'state' | 'seenAs' | 'plans'>;

const authoritySteps: Readonly<Record<string, readonly CaseStep[]>> = {
  REFERRED: ['CONSULT', 'MEET', 'APPOINT', 'EXIT'],
  CONSULTATION: ['ASSESS', 'MEET', 'APPOINT', 'EXIT'],
  ASSESSMENT: ['ACCEPT', 'MEET', 'APPOINT', 'EXIT'],
  CLIENT: ['MAKE_PLAN', 'MEET', 'APPOINT', 'EXIT'],
  EXITED: [],
};

/** The plan that awaits signatures, and the one that binds. */
export const currentPlans = ({ plans }: Pick<Case, 'plans'>) => ({
  draft: plans.find(({ state }) => state === 'DRAFT'),
  inForce: plans.find(({ state }) => state === 'IN_FORCE'),
});

const signing = (one: Case): readonly CaseStep[] => {
  const awaited = currentPlans(one).draft?.awaitedSigners ?? [];
  const authority = one.seenAs === 'EMPLOYMENT_AUTHORITY';
  // The employment authority signs last: with its signature the plan binds.
  const ownTurn = awaited.includes(one.seenAs) && (!authority || awaited.length === 1);
  return [
    ...(authority && awaited.includes('CLIENT') ? (['SIGN_FOR_CLIENT'] as const) : []),
    ...(ownTurn ? (['SIGN'] as const) : []),
  ];
};

/** The steps that the viewer's party may take now. */
export const stepsOf = (one: Case): readonly CaseStep[] => {
  const authority = one.seenAs === 'EMPLOYMENT_AUTHORITY';
  const reviews = authority && one.state === 'CLIENT' && currentPlans(one).inForce !== undefined;
  return [
    ...(authority ? (authoritySteps[one.state] ?? []) : []),
    ...(one.state === 'CLIENT' ? signing(one) : []),
    ...(reviews ? (['REVIEW'] as const) : []),
  ];
};
