import {
  ConsequenceKind,
  ExplanationCode,
  HearingManner,
  MatterLanguage,
  type Neglect,
  ReasonGround,
} from '@tyovayla/proto/tyovayla/guidance/v1/neglect';
import type { Served } from './casework.ts';

/** The client's open candidates: what the system puts before an official. */
export const candidatesOf = async ({ clientId, desk }: Served) =>
  (await desk.guidance.listNeglectCandidates({ clientId })).candidates;

export const neglectsOf = async ({ clientId, desk }: Served): Promise<readonly Neglect[]> =>
  (await desk.guidance.listNeglects({ clientId })).neglects;

/** Records a candidate as a neglect and asks the client to explain; gives the neglect's id and the last day to explain. */
export const openHearing = async (
  { clientId, desk }: Served,
  candidateId: string,
): Promise<{ readonly neglectId: string; readonly deadline: string }> => {
  const { neglectId } = await desk.guidance.recordNeglect({ clientId, candidateId, kind: 0, occurredDate: '' });
  const { deadlineDate } = await desk.guidance.openHearing({
    clientId,
    neglectId,
    manner: HearingManner.HEARING_MANNER_E_SERVICE,
    language: MatterLanguage.MATTER_LANGUAGE_FI,
    expectedVersion: 0,
  });
  return { neglectId, deadline: deadlineDate };
};

/** The client explains: they were ill. An official finds the reason acceptable. */
export const excuseByIllness = async ({ clientId, desk }: Served, neglectId: string): Promise<void> => {
  const explanation = { explanationCode: ExplanationCode.EXPLANATION_CODE_ILLNESS, explanation: '' };
  await desk.guidance.recordHearingAnswer({ clientId, neglectId, ...explanation, expectedVersion: 0 });
  const ground = ReasonGround.REASON_GROUND_ILLNESS;
  await desk.guidance.assessReason({ clientId, neglectId, ground, expectedVersion: 0 });
};

/** The client's time to explain is over; gives what the system proposes. Refused while the time runs. */
export const findNoReason = async ({ clientId, desk }: Served, neglectId: string) => {
  const ground = ReasonGround.REASON_GROUND_NO_EXPLANATION;
  const { proposal } = await desk.guidance.assessReason({ clientId, neglectId, ground, expectedVersion: 0 });
  return proposal;
};

const contentOf = (neglectId: string, consequence: ConsequenceKind, fromDate: string) => {
  if (consequence === ConsequenceKind.CONSEQUENCE_KIND_NO_BENEFIT)
    return { $case: 'waitingPeriod', value: { neglectId, fromDate, days: 0 } } as const;
  return { $case: 'workObligation', value: { neglectId, fromDate, weeks: 0 } } as const;
};

/** States a sanction to Kela, of the kind and length that the rule says; gives the statement's id. */
export const stateSanction = async (
  { clientId, desk }: Served,
  { neglectId, consequence, from }: { neglectId: string; consequence: ConsequenceKind; from: string },
): Promise<string> => {
  const { statementId } = await desk.guidance.issueStatement({
    clientId,
    content: { content: contentOf(neglectId, consequence, from) },
    groundCode: 'NEGLECT_IN_PROCESS',
    recipientCode: 'KELA',
    language: MatterLanguage.MATTER_LANGUAGE_FI,
  });
  return statementId;
};
