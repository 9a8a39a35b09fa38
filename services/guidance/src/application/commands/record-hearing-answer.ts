import { allOf, checkCode } from '@tyovayla/kernel/field-check';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { understood } from '../../domain/client-case/case-refusals.ts';
import { checkFreeText } from '../../domain/free-text/check-free-text.ts';
import { recordHearingAnswer } from '../../domain/neglect/hold-hearing.ts';
import { type ExplanationCode, explanationCodes, type NeglectInHearing } from '../../domain/neglect/neglect.ts';
import type { NeglectDecided } from '../../domain/neglect/record-neglect.ts';
import type { NeglectPorts } from '../neglect-ports.ts';
import type { CasePorts } from '../ports.ts';
import { type NeglectCommand, neglectCommand, type OnNeglect } from './neglect-command.ts';

export type RecordHearingAnswerInput = OnNeglect & {
  readonly code: ExplanationCode;
  /** The client's own words; may be empty. */
  readonly explanation: string;
};

const maxExplanation = 500;

/** Understands what was written, or names every bad field; an identity code in the client's words is one. */
export const readRecordHearingAnswer = ({
  code,
  explanation,
  ...onNeglect
}: OnNeglect & { readonly code: string; readonly explanation: string }): Result<RecordHearingAnswerInput, Refusal> => {
  const fields = understood(
    allOf({
      code: checkCode('explanation_code', code, explanationCodes),
      explanation: checkFreeText('explanation', explanation, { maxLength: maxExplanation }),
    }),
  );
  return fields.ok ? accepted({ ...onNeglect, ...fields.value }) : fields;
};

/** Records what the client gives as the reason for a neglect; their own words are stored apart and are in no event. */
export const recordHearingAnswerCommand = (
  ports: CasePorts & NeglectPorts,
): NeglectCommand<RecordHearingAnswerInput, NeglectDecided<NeglectInHearing>, { readonly version: number }> =>
  neglectCommand(ports, {
    name: 'RecordHearingAnswer',
    decide: ({ neglect, today }, { code }) => recordHearingAnswer(neglect, { code, today }),
    answer: ({ next: { version } }) => ({ version }),
    alsoSave: ({ next: { clientId, hearing } }, { explanation }) =>
      explanation === '' ? [] : ports.neglects.explain({ hearingId: hearing.hearingId, clientId, explanation }),
  });
