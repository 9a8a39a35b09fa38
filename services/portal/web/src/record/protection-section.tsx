import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StaffField } from '../common/code-search.tsx';
import { PartForm, PartScope } from '../common/part-form.tsx';
import { DayField, filled } from '../process/form-fields.tsx';
import { useRecord, useRecordPath } from './record-scene.tsx';

const Reassign = (): ReactNode => {
  const { t } = useTranslation();
  const { client } = useRecord();
  const path = useRecordPath('protection-order/handler');
  const [handlerId, setHandlerId] = useState('');
  return (
    <PartForm
      name="reassign"
      title={t('record.protection.reassign')}
      danger
      path={path}
      body={{ handlerId, expectedVersion: client.version }}
      reasonFields={{ HANDLER_UNCHANGED: 'handlerId' }}
      done={t('record.protection.reassigned')}
    >
      <p className="muted">{t('record.protection.reassignHelp')}</p>
      <StaffField
        field="handlerId"
        label={t('record.protection.newHandler')}
        value={handlerId}
        onChange={setHandlerId}
      />
    </PartForm>
  );
};

const Prolong = (): ReactNode => {
  const { t } = useTranslation();
  const path = useRecordPath('protection-order/prolong');
  const [validToDate, setValidToDate] = useState('');
  return (
    <PartForm
      name="prolong"
      title={t('record.protection.prolong')}
      submitText={t('client.save')}
      path={path}
      body={filled({ validToDate })}
      reasonFields={{ PROTECTION_NOT_PROLONGED: 'validToDate' }}
      done={t('record.protection.prolonged')}
    >
      <p className="muted">{t('record.protection.prolongHelp')}</p>
      <DayField
        field="validToDate"
        label={t('protection.to')}
        help={t('protection.toHelp')}
        value={validToDate}
        onChange={setValidToDate}
      />
    </PartForm>
  );
};

/** The care for a protection order, by the assigned handler. */
export const ProtectionSection = (): ReactNode => {
  const { client, reload } = useRecord();
  return (
    <PartScope reload={reload}>
      <div className="actions" key={client.version}>
        <Prolong />
        <Reassign />
      </div>
    </PartScope>
  );
};
