import { Button } from '@navikt/ds-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  functionalLimitKinds,
  limitExtents,
  workAbilityPurposes,
  workAbilitySources,
} from '../../../src/api/record-codes.ts';
import { CodeChoice } from '../common/code-fields.tsx';
import { CodeSelect } from '../common/code-select.tsx';
import { PartForm } from '../common/part-form.tsx';
import type { WorkAbilityAnswer } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { useSignedIn } from '../lib/session.tsx';
import { useResource } from '../lib/use-resource.ts';
import { DayField } from '../process/form-fields.tsx';
import { useRecordPath } from './record-scene.tsx';
import { Part } from './record-section.tsx';

type Shown = { readonly answer: WorkAbilityAnswer };

const Facts = ({ answer: { workAbility } }: Shown): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  if (!workAbility) return <p className="muted">{t('record.workAbility.none')}</p>;
  const { limits, source, assessedDate, reviewDate } = workAbility;
  return (
    <dl className="facts">
      <dt>{t('record.workAbility.limits')}</dt>
      <dd>
        {limits.length === 0
          ? t('record.workAbility.noLimits')
          : limits.map(({ kind, extent }) => (
              <div key={kind}>
                {t(`record.codes.limitKinds.${kind}`, { defaultValue: kind })}:{' '}
                {t(`record.codes.limitExtents.${extent}`, { defaultValue: extent })}
              </div>
            ))}
      </dd>
      <dt>{t('record.workAbility.source')}</dt>
      <dd>{t(`record.codes.workAbilitySources.${source}`, { defaultValue: source })}</dd>
      <dt>{t('record.workAbility.assessed')}</dt>
      <dd>{day(assessedDate)}</dd>
      <dt>{t('record.workAbility.review')}</dt>
      <dd>{day(reviewDate)}</dd>
    </dl>
  );
};

type FormProps = Shown & { readonly purpose: string };

const RecordAssessment = ({ answer, purpose }: FormProps): ReactNode => {
  const { t } = useTranslation();
  const { today } = useSignedIn();
  const path = useRecordPath('work-ability');
  const known = answer.workAbility;
  const [extents, setExtents] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries((known?.limits ?? []).map(({ kind, extent }) => [kind, extent])),
  );
  const [form, setForm] = useState({ source: known?.source ?? '', assessedDate: today, reviewDate: '' });
  const limits = functionalLimitKinds.flatMap((kind) => (extents[kind] ? [{ kind, extent: extents[kind] }] : []));
  return (
    <PartForm
      name="work-ability"
      title={t('record.workAbility.record')}
      submitText={t('client.save')}
      path={path}
      body={{ purpose, workAbility: { ...form, limits }, expectedVersion: answer.workAbilityVersion }}
      done={t('record.workAbility.recorded')}
    >
      <p className="muted">{t('record.workAbility.help')}</p>
      <div className="fields fields--narrow">
        {functionalLimitKinds.map((kind) => (
          <CodeSelect
            key={kind}
            id={`work-ability-${kind}`}
            label={t(`record.codes.limitKinds.${kind}`)}
            codes={limitExtents}
            names="record.codes.limitExtents"
            empty={t('record.workAbility.notLimited')}
            value={extents[kind] ?? ''}
            onChange={(extent) => setExtents({ ...extents, [kind]: extent })}
          />
        ))}
      </div>
      <CodeChoice
        field="workAbility.source"
        label={t('record.workAbility.source')}
        codes={workAbilitySources}
        names="record.codes.workAbilitySources"
        value={form.source}
        onChange={(source) => setForm({ ...form, source })}
      />
      <DayField
        field="workAbility.assessedDate"
        label={t('record.workAbility.assessed')}
        value={form.assessedDate}
        onChange={(assessedDate) => setForm({ ...form, assessedDate })}
      />
      <DayField
        field="workAbility.reviewDate"
        label={t('record.workAbility.review')}
        value={form.reviewDate}
        onChange={(reviewDate) => setForm({ ...form, reviewDate })}
      />
    </PartForm>
  );
};

const ForPurpose = ({ purpose }: { readonly purpose: string }): ReactNode => {
  const part = useResource<WorkAbilityAnswer>(useRecordPath('work-ability'), { purpose });
  return (
    <Part part={part}>
      {(answer) => (
        <>
          <Facts answer={answer} />
          <RecordAssessment key={answer.workAbilityVersion} answer={answer} purpose={purpose} />
        </>
      )}
    </Part>
  );
};

/** Work ability, a special category of data: whoever looks says first for what, and that stands in the access log. */
export const WorkAbilitySection = (): ReactNode => {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState('');
  const [purpose, setPurpose] = useState('');
  if (purpose !== '') return <ForPurpose purpose={purpose} />;
  return (
    <div className="stack">
      <p className="muted">{t('record.workAbility.purposeHelp')}</p>
      <CodeSelect
        id="work-ability-purpose"
        label={t('record.workAbility.purpose')}
        codes={workAbilityPurposes}
        names="record.codes.workAbilityPurposes"
        empty={t('register.choose')}
        value={chosen}
        onChange={setChosen}
      />
      <div>
        <Button type="button" size="small" disabled={chosen === ''} onClick={() => setPurpose(chosen)}>
          {t('record.workAbility.show')}
        </Button>
      </div>
    </div>
  );
};
