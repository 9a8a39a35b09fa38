import { Select } from '@navikt/ds-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionForm } from '../client/action-form.tsx';
import { DateField } from '../common/date-field.tsx';
import { inputId } from '../common/form-errors.tsx';
import { teamName } from '../day/day-filters.tsx';
import type { TeamListView } from '../lib/api-types.ts';
import { useSignedIn } from '../lib/session.tsx';

import { useStaffName } from '../lib/teams.tsx';

type Teams = TeamListView['teams'];

type StaffSelectProps = {
  readonly id: string;
  readonly label: string;
  readonly teams: Teams;
  readonly value: string;
  readonly error: string | undefined;
  onChange(staffId: string): void;
};

const StaffSelect = ({ id, label, teams, value, error, onChange }: StaffSelectProps): ReactNode => {
  const { t, i18n } = useTranslation();
  const nameOf = useStaffName();
  return (
    <Select id={id} label={label} value={value} error={error} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t('register.choose')}</option>
      {teams.map((team) => (
        <optgroup key={team.teamId} label={teamName(team, i18n.language)}>
          {team.specialists.map(({ staffId, municipalityCode }) => (
            <option key={staffId} value={staffId}>
              {nameOf(staffId)}, {t(`municipalities.${municipalityCode}`, { defaultValue: municipalityCode })}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
};

const name = 'substitute';

/** Colleagues of an absent specialist: only they can be the substitute. */
const colleagues = (teams: Teams, absent: string): Teams =>
  teams
    .filter(({ specialists }) => absent === '' || specialists.some(({ staffId }) => staffId === absent))
    .map((team) => ({ ...team, specialists: team.specialists.filter(({ staffId }) => staffId !== absent) }));

/** Sets who serves an absent specialist's clients for some days. */
export const SubstituteForm = ({ teams, onDone }: { readonly teams: Teams; onDone(): void }): ReactNode => {
  const { t } = useTranslation();
  const { today } = useSignedIn();
  const [form, setForm] = useState({ absentStaffId: '', substituteStaffId: '', fromDate: today, toDate: '' });
  return (
    <ActionForm
      name={name}
      title={t('load.setSubstitute')}
      submitText={t('client.save')}
      path="/api/substitutions"
      body={form}
      onDone={onDone}
      onStale={onDone}
    >
      {(errorOf) => (
        <div className="fields">
          <StaffSelect
            id={inputId(name, 'absentStaffId')}
            label={t('load.absent')}
            teams={teams}
            value={form.absentStaffId}
            error={errorOf('absentStaffId')}
            onChange={(absentStaffId) => setForm({ ...form, absentStaffId, substituteStaffId: '' })}
          />
          <StaffSelect
            id={inputId(name, 'substituteStaffId')}
            label={t('load.substitute')}
            teams={colleagues(teams, form.absentStaffId)}
            value={form.substituteStaffId}
            error={errorOf('substituteStaffId')}
            onChange={(substituteStaffId) => setForm({ ...form, substituteStaffId })}
          />
          <DateField
            id={inputId(name, 'fromDate')}
            label={t('load.firstDay')}
            value={form.fromDate}
            error={errorOf('fromDate')}
            onChange={(fromDate) => setForm({ ...form, fromDate })}
          />
          <DateField
            id={inputId(name, 'toDate')}
            label={t('load.lastDay')}
            value={form.toDate}
            error={errorOf('toDate')}
            onChange={(toDate) => setForm({ ...form, toDate })}
          />
        </div>
      )}
    </ActionForm>
  );
};
