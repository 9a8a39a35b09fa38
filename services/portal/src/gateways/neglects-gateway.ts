import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/neglect';
import * as schemas from '../api/neglect-schemas.ts';
import type { Neglects } from '../api/process-ports.ts';
import type { GuidanceCalls } from './guidance-calls.ts';
import { does, reads } from './process-call.ts';

export const neglectCodes = {
  kind: 'NEGLECT_KIND_',
  manner: 'HEARING_MANNER_',
  language: 'MATTER_LANGUAGE_',
  explanationCode: 'EXPLANATION_CODE_',
  stage: 'NEGLECT_STAGE_',
  verdict: 'REASON_VERDICT_',
  ground: 'REASON_GROUND_',
  consequence: 'CONSEQUENCE_KIND_',
};
export const dismissCodes = { ground: 'DISMISS_GROUND_' };

const recording = (calls: GuidanceCalls) => ({
  listNeglects: reads({
    request: contract.ListNeglectsRequest,
    response: contract.ListNeglectsResponse,
    call: calls.listNeglects,
    answer: schemas.neglectList,
    codes: neglectCodes,
  }),
  listNeglectCandidates: reads({
    request: contract.ListNeglectCandidatesRequest,
    response: contract.ListNeglectCandidatesResponse,
    call: calls.listNeglectCandidates,
    answer: schemas.candidateList,
    codes: neglectCodes,
  }),
  recordNeglect: does({
    request: contract.RecordNeglectRequest,
    response: contract.RecordNeglectResponse,
    call: calls.recordNeglect,
    answer: schemas.recordedNeglect,
    codes: neglectCodes,
  }),
  dismissNeglectCandidate: does({
    request: contract.DismissNeglectCandidateRequest,
    response: contract.DismissNeglectCandidateResponse,
    call: calls.dismissNeglectCandidate,
    answer: schemas.done,
    codes: dismissCodes,
  }),
});

const hearing = (calls: GuidanceCalls) => ({
  openHearing: does({
    request: contract.OpenHearingRequest,
    response: contract.OpenHearingResponse,
    call: calls.openHearing,
    answer: schemas.openedHearing,
    codes: neglectCodes,
  }),
  recordHearingAnswer: does({
    request: contract.RecordHearingAnswerRequest,
    response: contract.RecordHearingAnswerResponse,
    call: calls.recordHearingAnswer,
    answer: schemas.changedNeglect,
    codes: neglectCodes,
  }),
  assessReason: does({
    request: contract.AssessReasonRequest,
    response: contract.AssessReasonResponse,
    call: calls.assessReason,
    answer: schemas.assessedReason,
    codes: neglectCodes,
  }),
});

/** Neglects and hearings over gRPC, as the API needs them. */
export const neglectsGateway = (calls: GuidanceCalls): Neglects => ({ ...recording(calls), ...hearing(calls) });
