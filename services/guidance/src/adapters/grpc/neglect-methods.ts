import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/neglect';
import { commandMethod } from '@tyovayla/runtime/grpc/command-method';
import { queryMethod } from '@tyovayla/runtime/grpc/query-method';
import { shown } from '../../application/case-query.ts';
import type { GuidanceCatalogue } from '../../application/catalogue.ts';
import { readAssessReason } from '../../application/commands/assess-reason.ts';
import { readDismissCandidate } from '../../application/commands/dismiss-neglect-candidate.ts';
import type { OnNeglect } from '../../application/commands/neglect-command.ts';
import { readOpenHearing } from '../../application/commands/open-hearing.ts';
import { readRecordHearingAnswer } from '../../application/commands/record-hearing-answer.ts';
import { readRecordNeglect } from '../../application/commands/record-neglect.ts';
import { askedOf, clientIdOf, expectedVersionOf } from './case-request.ts';
import {
  candidateTo,
  dismissGroundFrom,
  explanationCodeFrom,
  mannerFrom,
  matterLanguageFrom,
  neglectKindFrom,
  neglectTo,
  proposalTo,
  reasonGroundFrom,
  verdictTo,
} from './neglect-mapping.ts';

const onNeglectFrom = (request: {
  readonly clientId: string;
  readonly neglectId: string;
  readonly expectedVersion: number;
}): OnNeglect => ({
  ...clientIdOf(request),
  ...expectedVersionOf(request),
  neglectId: request.neglectId.toLowerCase(),
});

const candidateMethods = ({ commands, queries }: GuidanceCatalogue) => ({
  recordNeglect: commandMethod({
    command: commands.recordNeglect,
    request: contract.RecordNeglectRequest,
    response: contract.RecordNeglectResponse,
    input: (request) =>
      readRecordNeglect({
        ...clientIdOf(request),
        ...(request.candidateId !== '' && { candidateId: request.candidateId.toLowerCase() }),
        kind: neglectKindFrom(request.kind),
        occurredOn: request.occurredDate,
      }),
    answer: (recorded) => recorded,
  }),
  dismissNeglectCandidate: commandMethod({
    command: commands.dismissNeglectCandidate,
    request: contract.DismissNeglectCandidateRequest,
    response: contract.DismissNeglectCandidateResponse,
    input: (request) =>
      readDismissCandidate({
        ...clientIdOf(request),
        candidateId: request.candidateId.toLowerCase(),
        ground: dismissGroundFrom(request.ground),
      }),
    answer: () => ({}),
  }),
  listNeglectCandidates: queryMethod({
    query: queries.listNeglectCandidates,
    request: contract.ListNeglectCandidatesRequest,
    response: contract.ListNeglectCandidatesResponse,
    input: askedOf,
    view: (view) => ({ candidates: shown(view).map(candidateTo) }),
  }),
});

const hearingMethods = ({ commands }: GuidanceCatalogue) => ({
  openHearing: commandMethod({
    command: commands.openHearing,
    request: contract.OpenHearingRequest,
    response: contract.OpenHearingResponse,
    input: (request) =>
      readOpenHearing({
        ...onNeglectFrom(request),
        manner: mannerFrom(request.manner),
        language: matterLanguageFrom(request.language),
      }),
    answer: ({ deadline, ...hearing }) => ({ ...hearing, deadlineDate: deadline }),
  }),
  recordHearingAnswer: commandMethod({
    command: commands.recordHearingAnswer,
    request: contract.RecordHearingAnswerRequest,
    response: contract.RecordHearingAnswerResponse,
    input: (request) =>
      readRecordHearingAnswer({
        ...onNeglectFrom(request),
        code: explanationCodeFrom(request.explanationCode),
        explanation: request.explanation,
      }),
    answer: (version) => version,
  }),
  assessReason: commandMethod({
    command: commands.assessReason,
    request: contract.AssessReasonRequest,
    response: contract.AssessReasonResponse,
    input: (request) => readAssessReason({ ...onNeglectFrom(request), ground: reasonGroundFrom(request.ground) }),
    answer: ({ verdict, proposal, version }) => ({
      verdict: verdictTo(verdict),
      proposal: proposal && proposalTo(proposal),
      version,
    }),
  }),
});

/** The contract's methods for neglects and hearings. */
export const neglectMethods = (catalogue: GuidanceCatalogue) => ({
  ...candidateMethods(catalogue),
  ...hearingMethods(catalogue),
  listNeglects: queryMethod({
    query: catalogue.queries.listNeglects,
    request: contract.ListNeglectsRequest,
    response: contract.ListNeglectsResponse,
    input: askedOf,
    view: (view) => ({ neglects: shown(view).map(neglectTo) }),
  }),
});
