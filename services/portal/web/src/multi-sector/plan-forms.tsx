import { Checkbox, CheckboxGroup } from '@navikt/ds-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PartForm } from '../common/part-form.tsx';
import type { MultiSectorCaseView, MultiSectorPlanView } from '../lib/api-types.ts';
import { useSignedIn } from '../lib/session.tsx';
import { DayField } from '../process/form-fields.tsx';

type OfPlan = { readonly one: MultiSectorCaseView; readonly plan: MultiSectorPlanView };

/** Signs the plan for the reader's party, or writes down that the client has signed. */
export const SignPlan = ({ one, plan, signer }: OfPlan & { readonly signer: 'CLIENT' | 'OWN_PARTY' }): ReactNode => {
  const { t } = useTranslation();
  const { today } = useSignedIn();
  const [signedDate, setSignedDate] = useState(today);
  return (
    <PartForm
      name={`sign-${signer}`}
      title={t(`multiSector.sign.${signer}`)}
      path={`/api/clients/${one.clientId}/multi-sector/plans/${plan.planId}/sign`}
      body={{ signer, signedDate, expectedVersion: one.version }}
      reasonFields={{ MULTI_SECTOR_DATE_IN_FUTURE: 'signedDate', MULTI_SECTOR_DATE_TOO_EARLY: 'signedDate' }}
      done={t('multiSector.sign.done')}
    >
      {signer === 'OWN_PARTY' && one.seenAs === 'EMPLOYMENT_AUTHORITY' ? (
        <p className="muted">{t('multiSector.sign.binds')}</p>
      ) : undefined}
      <DayField field="signedDate" label={t('multiSector.sign.date')} value={signedDate} onChange={setSignedDate} />
    </PartForm>
  );
};

/** Records that the parties reviewed the plan in force, and what was found done. */
export const ReviewPlan = ({ one, plan }: OfPlan): ReactNode => {
  const { t } = useTranslation();
  const { today } = useSignedIn();
  const [form, setForm] = useState({ reviewedDate: today, doneTaskIds: [] as readonly string[] });
  const open = plan.tasks.filter(({ doneDate }) => doneDate === undefined);
  return (
    <PartForm
      name="review"
      title={t('multiSector.review.title')}
      path={`/api/clients/${one.clientId}/multi-sector/review`}
      body={{ ...form, expectedVersion: one.version }}
      reasonFields={{ MULTI_SECTOR_DATE_IN_FUTURE: 'reviewedDate', MULTI_SECTOR_DATE_TOO_EARLY: 'reviewedDate' }}
      done={t('multiSector.review.done')}
    >
      <DayField
        field="reviewedDate"
        label={t('multiSector.review.date')}
        value={form.reviewedDate}
        onChange={(reviewedDate) => setForm({ ...form, reviewedDate })}
      />
      {open.length > 0 ? (
        <CheckboxGroup
          legend={t('multiSector.review.tasks')}
          value={[...form.doneTaskIds]}
          onChange={(doneTaskIds: string[]) => setForm({ ...form, doneTaskIds })}
        >
          {open.map(({ taskId, owner, description }) => (
            <Checkbox key={taskId} value={taskId}>
              {t(`multiSector.codes.owners.${owner}`, { defaultValue: owner })}: {description}
            </Checkbox>
          ))}
        </CheckboxGroup>
      ) : undefined}
    </PartForm>
  );
};
