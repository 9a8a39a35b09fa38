import { Button } from '@navikt/ds-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { employerKinds, languageLevels, workingTimes, workPermits } from '../../../src/api/record-codes.ts';
import { CodeChecks, CodeChoice } from '../common/code-fields.tsx';
import { CodeSearch } from '../common/code-search.tsx';
import { PartForm } from '../common/part-form.tsx';
import type { ProfileAnswer } from '../lib/api-types.ts';
import { residences } from '../picture/areas.ts';
import { DayField, LineField, NoteField } from '../process/form-fields.tsx';
import { LanguageField } from './language-field.tsx';
import {
  draftOf,
  type EducationRow,
  emptyProfile,
  type LanguageRow,
  listOf,
  type ProfileDraft,
  profileBody,
  type WorkRow,
} from './profile-draft.ts';
import { useRecordPath } from './record-scene.tsx';

type DraftProps = { readonly draft: ProfileDraft; set(change: Partial<ProfileDraft>): void };

const Abilities = ({ draft, set }: DraftProps): ReactNode => {
  const { t } = useTranslation();
  const occupations = [
    ['occupationsSought', 10],
    ['occupationsHeld', 20],
  ] as const;
  return (
    <>
      <div className="fields">
        {occupations.map(([field, most]) => (
          <CodeSearch
            key={field}
            field={`profile.${field}`}
            label={t(`record.profile.${field}`)}
            help={t(`record.profile.${field}Help`)}
            names="occupations"
            most={most}
            value={listOf(draft[field])}
            onChange={(codes) => set({ [field]: codes.join(', ') })}
          />
        ))}
        <LineField
          field="profile.drivingLicenceClasses"
          label={t('record.profile.drivingLicence')}
          help={t('record.profile.drivingLicenceClassesHelp')}
          value={draft.drivingLicenceClasses}
          onChange={(drivingLicenceClasses) => set({ drivingLicenceClasses })}
        />
      </div>
      <NoteField
        field="profile.skillIds"
        label={t('record.profile.skills')}
        help={t('record.profile.skillsHelp')}
        value={draft.skillIds}
        onChange={(skillIds) => set({ skillIds })}
      />
      <CodeChecks
        field="profile.workPermits"
        label={t('record.profile.workPermits')}
        codes={workPermits}
        names="record.codes.workPermits"
        value={draft.workPermits}
        onChange={(permits) => set({ workPermits: permits })}
      />
    </>
  );
};

type RowsProps<Row> = {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly empty: Row;
  readonly fields: (row: Row, at: number, change: (change: Partial<Row>) => void) => ReactNode;
  onChange(rows: readonly Row[]): void;
};

const Rows = <Row extends object>({ title, rows, empty, fields, onChange }: RowsProps<Row>): ReactNode => {
  const { t } = useTranslation();
  return (
    <fieldset className="fieldset rows__set">
      <legend>{title}</legend>
      <div className="rows">
        {rows.map((row, at) => (
          // Rows are told apart by their place alone.
          <div key={at} className="rows__row stack stack--tight">
            <div className="fields fields--narrow">
              {fields(row, at, (change) =>
                onChange(rows.map((other, place) => (place === at ? { ...other, ...change } : other))),
              )}
            </div>
            <div>
              <Button
                type="button"
                size="xsmall"
                variant="tertiary"
                onClick={() => onChange(rows.filter((_, place) => place !== at))}
              >
                {t('record.removeRow', { title, number: at + 1 })}
              </Button>
            </div>
          </div>
        ))}
        <div>
          <Button type="button" size="xsmall" variant="secondary" onClick={() => onChange([...rows, empty])}>
            {t('record.addRow', { title })}
          </Button>
        </div>
      </div>
    </fieldset>
  );
};

const emptyLanguage: LanguageRow = { language: '', level: '' };

const Languages = ({ draft, set }: DraftProps): ReactNode => {
  const { t } = useTranslation();
  return (
    <Rows
      title={t('record.profile.languages')}
      rows={draft.languages}
      empty={emptyLanguage}
      onChange={(languages) => set({ languages })}
      fields={(row, at, change) => (
        <>
          <LanguageField
            field={`profile.languages.${at}.language`}
            label={t('record.profile.language')}
            value={row.language}
            onChange={(language) => change({ language })}
          />
          <CodeChoice
            field={`profile.languages.${at}.level`}
            label={t('record.profile.level')}
            codes={languageLevels}
            names="record.codes.languageLevels"
            value={row.level}
            onChange={(level) => change({ level })}
          />
        </>
      )}
    />
  );
};

const emptyWork: WorkRow = { occupationCode: '', fromDate: '', toDate: '', employerKind: '' };

const WorkHistory = ({ draft, set }: DraftProps): ReactNode => {
  const { t } = useTranslation();
  return (
    <Rows
      title={t('record.profile.workHistory')}
      rows={draft.workHistory}
      empty={emptyWork}
      onChange={(workHistory) => set({ workHistory })}
      fields={(row, at, change) => (
        <>
          <CodeSearch
            field={`profile.workHistory.${at}.occupationCode`}
            label={t('record.profile.occupationCode')}
            names="occupations"
            value={listOf(row.occupationCode)}
            onChange={(codes) => change({ occupationCode: codes.join(' ') })}
          />
          <DayField
            field={`profile.workHistory.${at}.fromDate`}
            label={t('record.from')}
            value={row.fromDate}
            onChange={(fromDate) => change({ fromDate })}
          />
          <DayField
            field={`profile.workHistory.${at}.toDate`}
            label={t('record.to')}
            help={t('record.profile.stillThere')}
            value={row.toDate}
            onChange={(toDate) => change({ toDate })}
          />
          <CodeChoice
            field={`profile.workHistory.${at}.employerKind`}
            label={t('record.profile.employerKind')}
            codes={employerKinds}
            names="record.codes.employerKinds"
            value={row.employerKind}
            onChange={(employerKind) => change({ employerKind })}
          />
        </>
      )}
    />
  );
};

const emptyEducation: EducationRow = { levelCode: '', fieldCode: '', completedYear: '' };

const Education = ({ draft, set }: DraftProps): ReactNode => {
  const { t } = useTranslation();
  const columns = ['levelCode', 'fieldCode', 'completedYear'] as const;
  return (
    <Rows
      title={t('record.profile.education')}
      rows={draft.education}
      empty={emptyEducation}
      onChange={(education) => set({ education })}
      fields={(row, at, change) =>
        columns.map((name) => (
          <LineField
            key={name}
            field={`profile.education.${at}.${name}`}
            label={t(`record.profile.${name}`)}
            help={t(`record.profile.${name}Help`)}
            width={6}
            digits
            value={row[name]}
            onChange={(text) => change({ [name]: text })}
          />
        ))
      }
    />
  );
};

const Wishes = ({ draft, set }: DraftProps): ReactNode => {
  const { t } = useTranslation();
  return (
    <>
      <CodeChecks
        field="profile.wishedMunicipalityCodes"
        label={t('record.profile.wishedMunicipalities')}
        codes={[...new Set([...residences, ...draft.wishedMunicipalityCodes])]}
        names="municipalities"
        value={draft.wishedMunicipalityCodes}
        onChange={(wishedMunicipalityCodes) => set({ wishedMunicipalityCodes })}
      />
      <CodeChecks
        field="profile.wishedWorkingTimes"
        label={t('record.profile.wishedWorkingTimes')}
        codes={workingTimes}
        names="record.codes.workingTimes"
        value={draft.wishedWorkingTimes}
        onChange={(wishedWorkingTimes) => set({ wishedWorkingTimes })}
      />
      <LineField
        field="profile.commutingLimitMinutes"
        label={t('record.profile.commutingLimit')}
        help={t('record.profile.commutingHelp')}
        width={6}
        digits
        value={draft.commutingLimitMinutes}
        onChange={(commutingLimitMinutes) => set({ commutingLimitMinutes })}
      />
    </>
  );
};

/** Writes the whole profile as it is from now on. */
export const ProfileForm = ({ answer }: { readonly answer: ProfileAnswer }): ReactNode => {
  const { t } = useTranslation();
  const path = useRecordPath('profile');
  const [draft, setDraft] = useState(draftOf(answer.profile ?? emptyProfile));
  const set = (change: Partial<ProfileDraft>): void => setDraft({ ...draft, ...change });
  return (
    <PartForm
      name="profile"
      title={t(answer.profile ? 'record.profile.change' : 'record.profile.record')}
      submitText={t('client.save')}
      path={path}
      body={{ profile: profileBody(draft), expectedVersion: answer.profileVersion }}
      done={t('record.profile.recorded')}
    >
      <Abilities draft={draft} set={set} />
      <Languages draft={draft} set={set} />
      <WorkHistory draft={draft} set={set} />
      <Education draft={draft} set={set} />
      <Wishes draft={draft} set={set} />
    </PartForm>
  );
};
