import { allOf, checkCode } from '@tyovayla/kernel/field-check';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { understood } from '../../domain/client-case/case-refusals.ts';
import { openHearing } from '../../domain/neglect/hold-hearing.ts';
import {
  type HearingManner,
  hearingManners,
  type MatterLanguage,
  matterLanguages,
  type NeglectInHearing,
} from '../../domain/neglect/neglect.ts';
import type { NeglectDecided } from '../../domain/neglect/record-neglect.ts';
import type { NeglectPorts } from '../neglect-ports.ts';
import type { CasePorts } from '../ports.ts';
import { type NeglectCommand, neglectCommand, type OnNeglect } from './neglect-command.ts';

export type OpenHearingInput = OnNeglect & { readonly manner: HearingManner; readonly language: MatterLanguage };

export type OpenHearingAnswer = {
  readonly hearingId: string;
  readonly deadline: LocalDate;
  readonly version: number;
};

/** Understands what was written, or names every bad field. */
export const readOpenHearing = ({
  manner,
  language,
  ...onNeglect
}: OnNeglect & { readonly manner: string; readonly language: string }): Result<OpenHearingInput, Refusal> => {
  const fields = understood(
    allOf({
      manner: checkCode('manner', manner, hearingManners),
      language: checkCode('language', language, matterLanguages),
    }),
  );
  return fields.ok ? accepted({ ...onNeglect, ...fields.value }) : fields;
};

/** Asks the client to explain a neglect, by a deadline of which a timer reminds. */
export const openHearingCommand = (
  ports: CasePorts & NeglectPorts,
): NeglectCommand<OpenHearingInput, NeglectDecided<NeglectInHearing>, OpenHearingAnswer> =>
  neglectCommand(ports, {
    name: 'OpenHearing',
    decide: ({ neglect, today }, { manner, language }, { actor, newId }) =>
      openHearing(neglect, { hearingId: newId(), manner, language, openedBy: actor.id, today }),
    answer: ({ next: { hearing, version } }) => ({ hearingId: hearing.hearingId, deadline: hearing.deadline, version }),
    alsoSave: ({ next }, _input, { newId }) => ports.hearingTimers.set(next, newId()),
  });
