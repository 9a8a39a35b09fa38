import { Alert, Button } from '@navikt/ds-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { acceptanceChannels, planEndReasons, planKinds } from '../../../src/api/process-codes.ts';
import type { PlanView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { useSignedIn } from '../lib/session.tsx';
import { useStaffName } from '../lib/teams.tsx';
import { CodeField, DayField, filled } from './form-fields.tsx';
import { draftBody, type PlanForm, planForm } from './plan-draft.ts';
import { PlanFields } from './plan-fields.tsx';
import { useScene } from './process-context.tsx';
import { ProcessForm } from './process-form.tsx';

type OnPlan = { readonly plan: PlanView };

const reductionReasons = { REDUCTION_NOT_BELOW_RULE: 'draft.reduction.count' };

/** Drafts a plan. */
export const DraftPlan = (): ReactNode => {
  const { t } = useTranslation();
  const { client } = useScene();
  const [kindCode, setKind] = useState('01');
  const [form, setForm] = useState(planForm(undefined, client.serviceLanguage.toLowerCase()));
  return (
    <ProcessForm
      name="draft-plan"
      title={t('process.plan.draft')}
      submitText={t('process.plan.saveDraft')}
      path="plans"
      body={{ ...filled({ kindCode }), draft: draftBody(form) }}
      reasonFields={{ ...reductionReasons, SUBSTITUTING_PLAN_BINDS: 'kindCode' }}
      done={t('process.plan.drafted')}
    >
      <CodeField
        field="kindCode"
        label={t('process.plan.kind')}
        codes={planKinds}
        names="planKinds"
        withCode
        value={kindCode}
        onChange={setKind}
      />
      <PlanFields form={form} onChange={setForm} />
    </ProcessForm>
  );
};

type MeanwhileProps = OnPlan & { readonly seen: number; onRead(): void };

/** Somebody else wrote in the meantime: who and when, and that what is written here is still here. */
const ChangedMeanwhile = ({ plan, seen, onRead }: MeanwhileProps): ReactNode => {
  const { t } = useTranslation();
  const { instant } = useFormats();
  const nameOf = useStaffName();
  const last = plan.edits.at(-1);
  if (plan.version === seen) return undefined;
  return (
    <Alert variant="warning">
      <p>
        {t('process.plan.conflict', {
          who: nameOf(last?.editorId ?? ''),
          when: instant(last?.editTime ?? ''),
          version: plan.version,
          seen,
        })}
      </p>
      <Button type="button" size="small" variant="secondary" onClick={onRead}>
        {t('process.plan.conflictRead', { version: plan.version })}
      </Button>
    </Alert>
  );
};

/** Writes another content. What somebody else saved meanwhile is shown before it can be replaced. */
export const RevisePlan = ({ plan }: OnPlan): ReactNode => {
  const { t } = useTranslation();
  const { client } = useScene();
  const [seen, setSeen] = useState(plan.version);
  const newest = plan.proposed ?? plan.binding;
  const [form, setForm] = useState<PlanForm>(planForm(newest, client.serviceLanguage.toLowerCase()));
  return (
    <ProcessForm
      name={`revise-${plan.planId}`}
      title={t('process.plan.revise')}
      submitText={t('process.plan.saveRevision')}
      path={`plans/${plan.planId}/revise`}
      body={{ expectedVersion: seen, draft: draftBody(form) }}
      reasonFields={reductionReasons}
      onStale={() => undefined}
      done={() => {
        setSeen(plan.version + 1);
        return t('process.plan.revised');
      }}
    >
      <ChangedMeanwhile plan={plan} seen={seen} onRead={() => setSeen(plan.version)} />
      <PlanFields form={form} onChange={setForm} />
    </ProcessForm>
  );
};

/** Records that the client accepted the newest content. */
export const AcceptPlan = ({ plan }: OnPlan): ReactNode => {
  const { t } = useTranslation();
  const { today } = useSignedIn();
  const [form, setForm] = useState({ how: '', acceptedDate: today });
  return (
    <ProcessForm
      name={`accept-${plan.planId}`}
      title={t('process.plan.accept')}
      submitText={t('process.plan.accept')}
      path={`plans/${plan.planId}/accept`}
      body={{ expectedVersion: plan.version, ...filled(form) }}
      reasonFields={{ PLAN_ACCEPTED_DATE_OUT_OF_RANGE: 'acceptedDate' }}
      done={t('process.plan.accepted')}
    >
      <p className="muted">{t('process.plan.acceptHelp')}</p>
      <div className="fields">
        <CodeField
          field="how"
          label={t('process.plan.how')}
          codes={acceptanceChannels}
          names="acceptanceChannels"
          value={form.how}
          onChange={(how) => setForm({ ...form, how })}
        />
        <DayField
          field="acceptedDate"
          label={t('process.plan.acceptedOn')}
          value={form.acceptedDate}
          onChange={(acceptedDate) => setForm({ ...form, acceptedDate })}
        />
      </div>
    </ProcessForm>
  );
};

/** Records that a task is done. */
export const TaskDone = ({
  plan,
  taskId,
  name,
}: OnPlan & { readonly taskId: string; readonly name: string }): ReactNode => {
  const { t } = useTranslation();
  const { today } = useSignedIn();
  const [doneDate, setDone] = useState(today);
  return (
    <ProcessForm
      name={`task-${taskId}`}
      title={t('process.plan.taskDone', { task: name })}
      submitText={t('process.save')}
      path={`plans/${plan.planId}/tasks/${taskId}/done`}
      body={{ expectedVersion: plan.version, ...filled({ doneDate }) }}
      done={t('process.plan.taskRecorded')}
    >
      <DayField field="doneDate" label={t('process.plan.doneOn')} value={doneDate} onChange={setDone} />
    </ProcessForm>
  );
};

/** Ends a plan; a draft can be withdrawn, a binding plan only agreed to end or ended with the job search. */
export const EndPlan = ({ plan }: OnPlan): ReactNode => {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <ProcessForm
      name={`end-${plan.planId}`}
      title={t('process.plan.end')}
      submitText={t('process.plan.end')}
      danger
      path={`plans/${plan.planId}/end`}
      body={{ expectedVersion: plan.version, ...filled({ reason }) }}
      reasonFields={{ PLAN_BINDS: 'reason', PLAN_NOT_BINDING: 'reason', JOB_SEARCH_STILL_RUNS: 'reason' }}
      done={t('process.plan.ended')}
    >
      <CodeField
        field="reason"
        label={t('process.plan.endReason')}
        codes={planEndReasons}
        names="planEndReasons"
        value={reason}
        onChange={setReason}
      />
    </ProcessForm>
  );
};
