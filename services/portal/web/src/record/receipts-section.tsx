import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contactChannels, informationTopics } from '../../../src/api/record-codes.ts';
import { CodeChoice } from '../common/code-fields.tsx';
import { PartForm } from '../common/part-form.tsx';
import { ScrollTable } from '../common/scroll-table.tsx';
import type { ReceiptListView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { useSignedIn } from '../lib/session.tsx';
import { DayField } from '../process/form-fields.tsx';
import { LanguageField, useLanguageName } from './language-field.tsx';
import { useRecord, useRecordPart, useRecordPath } from './record-scene.tsx';
import { Part } from './record-section.tsx';

const columns = ['topic', 'language', 'channel', 'informed'] as const;

const Receipts = ({ receipts }: ReceiptListView): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const languageName = useLanguageName();
  const head = columns.map((name) => (
    <th key={name} scope="col">
      {t(`record.receipt.${name}`)}
    </th>
  ));
  if (receipts.length === 0) return <p className="muted">{t('record.receipt.none')}</p>;
  return (
    <ScrollTable caption={t('record.sections.receipts')} head={head}>
      <tbody>
        {receipts.map(({ receiptId, topic, language, channel, informedDate }) => (
          <tr key={receiptId}>
            <th scope="row">{t(`record.codes.topics.${topic}`, { defaultValue: topic })}</th>
            <td>{languageName(language)}</td>
            <td>{t(`record.codes.contactChannels.${channel}`, { defaultValue: channel })}</td>
            <td>{day(informedDate)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};

const RecordReceipt = (): ReactNode => {
  const { t } = useTranslation();
  const { today } = useSignedIn();
  const { client } = useRecord();
  const path = useRecordPath('information-receipts');
  const spoken = client.serviceLanguage === 'OTHER' ? (client.interpreterLanguage ?? '') : client.serviceLanguage;
  const [form, setForm] = useState({
    topic: '',
    language: spoken.toLowerCase(),
    channel: '',
    informedDate: today,
  });
  return (
    <PartForm
      name="receipt"
      title={t('record.receipt.record')}
      submitText={t('client.save')}
      path={path}
      body={form}
      reasonFields={{ DATE_IN_FUTURE: 'informedDate' }}
      done={t('record.receipt.recorded')}
    >
      <CodeChoice
        field="topic"
        label={t('record.receipt.topic')}
        codes={informationTopics}
        names="record.codes.topics"
        value={form.topic}
        onChange={(topic) => setForm({ ...form, topic })}
      />
      <LanguageField
        field="language"
        label={t('record.receipt.language')}
        value={form.language}
        onChange={(language) => setForm({ ...form, language })}
      />
      <CodeChoice
        field="channel"
        label={t('record.receipt.channel')}
        codes={contactChannels}
        names="record.codes.contactChannels"
        value={form.channel}
        onChange={(channel) => setForm({ ...form, channel })}
      />
      <DayField
        field="informedDate"
        label={t('record.receipt.informed')}
        value={form.informedDate}
        onChange={(informedDate) => setForm({ ...form, informedDate })}
      />
    </PartForm>
  );
};

/** Of what the client was told, when, how and in which language. */
export const ReceiptsSection = (): ReactNode => {
  const part = useRecordPart<ReceiptListView>('information-receipts');
  return (
    <Part part={part}>
      {({ receipts }) => (
        <>
          <Receipts receipts={receipts} />
          <RecordReceipt key={receipts.length} />
        </>
      )}
    </Part>
  );
};
