import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { profileParts } from '../../../src/api/record-codes.ts';
import { CodeChecks } from '../common/code-fields.tsx';
import { CodeSearch } from '../common/code-search.tsx';
import { PartForm } from '../common/part-form.tsx';
import type { ProfileAnswer } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { useSignedIn } from '../lib/session.tsx';
import { DayField } from '../process/form-fields.tsx';
import { emptyProfile, filledParts } from './profile-draft.ts';
import { ProfileFacts } from './profile-facts.tsx';
import { ProfileForm } from './profile-form.tsx';
import { useRecord, useRecordPart, useRecordPath } from './record-scene.tsx';
import { Part } from './record-section.tsx';

type Shown = { readonly answer: ProfileAnswer };

const Publish = ({ answer }: Shown): ReactNode => {
  const { t } = useTranslation();
  const path = useRecordPath('profile/publish');
  const filled = filledParts(answer.profile ?? emptyProfile);
  const [parts, setParts] = useState<readonly string[]>(answer.publication?.parts ?? filled);
  return (
    <PartForm
      name="publish-profile"
      title={t('record.profile.publish')}
      path={path}
      body={{ parts, expectedVersion: answer.profileVersion }}
      reasonFields={{ PROFILE_PART_EMPTY: 'parts', PROFILE_PUBLICATION_UNCHANGED: 'parts' }}
      done={t('record.profile.published')}
    >
      <CodeChecks
        field="parts"
        label={t('record.profile.partsShown')}
        codes={profileParts.filter((part) => filled.includes(part))}
        names="record.codes.profileParts"
        value={parts}
        onChange={setParts}
      />
    </PartForm>
  );
};

type MinimumForm = { readonly dueDate: string; readonly occupations: readonly string[] };

const PublishMinimum = ({ answer }: Shown): ReactNode => {
  const { t } = useTranslation();
  const { today } = useSignedIn();
  const path = useRecordPath('profile/publish-minimum');
  const [form, setForm] = useState<MinimumForm>({ dueDate: today, occupations: [] });
  const known = (answer.profile?.occupationsSought.length ?? 0) > 0;
  return (
    <PartForm
      name="minimum-profile"
      title={t('record.profile.minimum')}
      path={path}
      body={{ dueDate: form.dueDate, occupationsSought: known ? [] : form.occupations }}
      reasonFields={{ MINIMUM_PROFILE_NEEDS_OCCUPATION: 'occupationsSought', MINIMUM_PROFILE_NOT_DUE: 'dueDate' }}
      done={t('record.profile.minimumPublished')}
    >
      <p className="muted">{t('record.profile.minimumHelp')}</p>
      <DayField
        field="dueDate"
        label={t('record.profile.dueDate')}
        value={form.dueDate}
        onChange={(dueDate) => setForm({ ...form, dueDate })}
      />
      {known ? undefined : (
        <CodeSearch
          field="occupationsSought"
          label={t('record.profile.occupationsSought')}
          help={t('record.profile.occupationsHelp')}
          names="occupations"
          most={10}
          value={form.occupations}
          onChange={(occupations) => setForm({ ...form, occupations })}
        />
      )}
    </PartForm>
  );
};

const Withdraw = (): ReactNode => {
  const { t } = useTranslation();
  const path = useRecordPath('profile/withdraw');
  return (
    <PartForm
      name="withdraw-profile"
      title={t('record.profile.withdraw')}
      danger
      path={path}
      body={{}}
      done={t('record.profile.withdrawn')}
    >
      <p className="muted">{t('record.profile.withdrawHelp')}</p>
    </PartForm>
  );
};

const Publication = ({ answer: { publication } }: Shown): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  if (!publication) return <p>{t('record.profile.notPublished')}</p>;
  const { publisher, parts, publishedDate } = publication;
  return (
    <p>
      {t('record.profile.publishedBy', {
        date: day(publishedDate),
        publisher: t(`record.codes.publishers.${publisher}`, { defaultValue: publisher }),
      })}{' '}
      {parts.map((part) => t(`record.codes.profileParts.${part}`, { defaultValue: part })).join('; ')}
    </p>
  );
};

const Publishing = ({ answer }: Shown): ReactNode => (
  <>
    {answer.profile ? <Publish answer={answer} /> : undefined}
    {answer.publication ? <Withdraw /> : <PublishMinimum answer={answer} />}
  </>
);

/** The job-applicant profile: what the client can do and wishes, and what of it others may see. */
export const ProfileSection = (): ReactNode => {
  const { t } = useTranslation();
  const part = useRecordPart<ProfileAnswer>('profile');
  // Of a client under protection nothing is published.
  const hidden = useRecord().client.protectionOrder !== undefined;
  return (
    <Part part={part}>
      {(answer) => (
        <>
          <Publication answer={answer} />
          {answer.profile ? (
            <ProfileFacts profile={answer.profile} />
          ) : (
            <p className="muted">{t('record.profile.none')}</p>
          )}
          <div className="actions" key={answer.profileVersion}>
            <ProfileForm answer={answer} />
            {hidden ? undefined : <Publishing answer={answer} />}
          </div>
        </>
      )}
    </Part>
  );
};
