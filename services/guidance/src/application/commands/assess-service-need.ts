import { allOf, type Checked, checkCode } from '@tyovayla/kernel/field-check';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { understood } from '../../domain/client-case/case-refusals.ts';
import { segments } from '../../domain/client-case/client-case.ts';
import { checkFreeText } from '../../domain/free-text/check-free-text.ts';
import type { BindingPlan } from '../../domain/plan/plan.ts';
import { type AssessServiceNeed, assessServiceNeed } from '../../domain/service-need/assess-service-need.ts';
import { type ServiceNeed, type Stated, statedAnswers } from '../../domain/service-need/service-need.ts';
import { servesClients } from '../access.ts';
import { type CaseCommand, caseCommand, type OnCase } from '../case-command.ts';
import type { GuidancePorts } from '../ports.ts';

export type AssessServiceNeedInput = OnCase & AssessServiceNeed;

/** An assessment as it was written; empty texts say nothing. */
export type ServiceNeedForm = OnCase & {
  readonly segment: string;
  readonly workAbilityConsidered: string;
  readonly multiSectorNeed: string;
  readonly vocationalQualification: string;
  readonly serviceLanguage: string;
  readonly note: string;
};

const maxNoteLength = 500;

const checkAnswer = (field: string, text: string): Checked<Stated | undefined> =>
  text === '' ? accepted(undefined) : checkCode(field, text, statedAnswers);

/** Understands what was written, or names every bad field; a note with an identity code is one. */
export const readAssessServiceNeed = (written: ServiceNeedForm): Result<AssessServiceNeedInput, Refusal> => {
  const read = understood(
    allOf({
      segment: checkCode('segment_code', written.segment, segments),
      workAbility: checkAnswer('work_ability_considered', written.workAbilityConsidered),
      multiSectorNeed: checkCode('multi_sector_need', written.multiSectorNeed, statedAnswers),
      qualification: checkAnswer('vocational_qualification', written.vocationalQualification),
      note: checkFreeText('note', written.note, { maxLength: maxNoteLength }),
    }),
  );
  if (!read.ok) return read;
  const { segment, workAbility, multiSectorNeed, qualification, note } = read.value;
  const { clientId, serviceLanguage } = written;
  return accepted({
    clientId,
    segment,
    multiSectorNeed,
    ...(workAbility !== undefined && { workAbilityConsidered: workAbility }),
    ...(qualification !== undefined && { vocationalQualification: qualification }),
    ...(serviceLanguage !== '' && { serviceLanguage }),
    ...(note !== '' && { note }),
  });
};

/** Assesses what service a client needs; the segment becomes the case's. */
export const assessServiceNeedCommand = (
  ports: GuidancePorts,
): CaseCommand<AssessServiceNeedInput, BindingPlan | undefined, ServiceNeed, { readonly assessmentId: string }> =>
  caseCommand(ports, {
    name: 'AssessServiceNeed',
    access: servesClients('client-process'),
    // Read only where it may be no longer under the duty to apply for studies.
    load: async (tx, { clientId, vocationalQualification }) =>
      vocationalQualification === 'YES' ? ports.plans.binding(tx, clientId) : undefined,
    decide: ({ clientCase }, { clientId: _client, ...need }, { actor, today, newId }) => {
      const assessed = assessServiceNeed(clientCase, need, { today, assessedBy: actor.id, newId });
      if (!assessed.ok) return assessed;
      const { nextCase, assessment, facts } = assessed.value;
      return accepted({ nextCase, next: assessment, facts, answer: { assessmentId: assessment.assessmentId } });
    },
    save: (assessment, { clientCase: { jobSearch }, loaded: plan }) => [
      ...ports.serviceNeeds.add(assessment),
      ...(jobSearch === undefined ? [] : [ports.dayTasks.done(jobSearch.jobSearchId, 'ASSESSMENT_DUE')]),
      ...(plan?.binding.studyDuty === undefined ? [] : [ports.dayTasks.done(plan.planId, 'STUDY_APPLICATION')]),
    ],
  });
