import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { neighbourAreas } from '../../../src/api/record-codes.ts';
import { runningSearch } from '../client/job-search-facts.ts';
import { CodeChoice } from '../common/code-fields.tsx';
import { PartForm, PartScope } from '../common/part-form.tsx';
import { useFormats } from '../lib/format.ts';
import { useSignedIn } from '../lib/session.tsx';
import { residences } from '../picture/areas.ts';
import { DayField } from '../process/form-fields.tsx';
import { useRecord, useRecordPath } from './record-scene.tsx';

const Move = (): ReactNode => {
  const { t } = useTranslation();
  const { today } = useSignedIn();
  const { client } = useRecord();
  const path = useRecordPath('move');
  const [form, setForm] = useState({ municipalityCode: '', fromDate: today });
  return (
    <PartForm
      name="move"
      title={t('record.moves.move')}
      submitText={t('client.save')}
      path={path}
      body={{ ...form, expectedVersion: client.version }}
      reasonFields={{
        MUNICIPALITY_UNCHANGED: 'municipalityCode',
        MUNICIPALITY_NOT_IN_AREA: 'municipalityCode',
        MOVE_BEFORE_KNOWN_RESIDENCE: 'fromDate',
        DATE_IN_FUTURE: 'fromDate',
      }}
      done={t('record.moves.moved')}
    >
      <p className="muted">{t('record.moves.moveHelp')}</p>
      <CodeChoice
        field="municipalityCode"
        label={t('record.moves.municipality')}
        codes={residences.filter((code) => code !== client.municipalityCode)}
        names="municipalities"
        value={form.municipalityCode}
        onChange={(municipalityCode) => setForm({ ...form, municipalityCode })}
      />
      <DayField
        field="fromDate"
        label={t('record.moves.from')}
        value={form.fromDate}
        onChange={(fromDate) => setForm({ ...form, fromDate })}
      />
    </PartForm>
  );
};

const Transfer = (): ReactNode => {
  const { t } = useTranslation();
  const { today } = useSignedIn();
  const { client } = useRecord();
  const path = useRecordPath('transfer');
  const [form, setForm] = useState({ toAreaCode: '', transferredDate: today });
  return (
    <PartForm
      name="transfer"
      title={t('record.moves.transfer')}
      danger
      path={path}
      body={{ ...form, expectedVersion: client.version }}
      reasonFields={{
        AREA_UNKNOWN: 'toAreaCode',
        TRANSFER_NOT_AFTER_RUNNING_SPELL: 'transferredDate',
        DATE_IN_FUTURE: 'transferredDate',
      }}
      done={t('record.moves.transferred')}
    >
      <p className="muted">{t('record.moves.transferHelp')}</p>
      <CodeChoice
        field="toAreaCode"
        label={t('record.moves.area')}
        codes={neighbourAreas}
        names="record.codes.areas"
        value={form.toAreaCode}
        onChange={(toAreaCode) => setForm({ ...form, toAreaCode })}
      />
      <DayField
        field="transferredDate"
        label={t('record.moves.transferDate')}
        value={form.transferredDate}
        onChange={(transferredDate) => setForm({ ...form, transferredDate })}
      />
    </PartForm>
  );
};

/** Where the client lives, and moves: within the area, abroad, to another employment area. */
export const MovesSection = (): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { client, reload } = useRecord();
  const { municipalityCode, residentSinceDate } = client;
  const municipality = t(`municipalities.${municipalityCode}`, { defaultValue: municipalityCode });
  return (
    <PartScope reload={reload}>
      <p>
        {residentSinceDate
          ? t('record.moves.livesSince', { municipality, date: day(residentSinceDate) })
          : t('record.moves.lives', { municipality })}
      </p>
      <div className="actions" key={client.version}>
        <Move />
        {runningSearch(client) ? <Transfer /> : undefined}
      </div>
    </PartScope>
  );
};
