import { Heading } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PictureView, StatedPictureView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { areas } from './areas.ts';
import { activationDifference, planActivation, rowDifference, type Why } from './stated-differences.ts';

/** The number of the note that explains a kind of difference. */
export type NoteNumbers = Readonly<Partial<Record<Why, number>>>;

const order: readonly Why[] = ['SUM', 'RATE', 'MEAN', 'ROUNDING', 'WITHHELD', 'OTHER'];

/** Numbers for the notes that this picture needs, in a fixed order. */
export const noteNumbers = (picture: PictureView, plan: StatedPictureView | undefined): NoteNumbers => {
  if (!plan) return {};
  const found = new Set<Why | undefined>();
  for (const { row, cells } of picture.rows)
    for (const cell of cells) found.add(rowDifference({ picture, plan }, row, cell.municipalityCode)?.why);
  for (const area of areas) found.add(activationDifference({ picture, plan }, area)?.why);
  return Object.fromEntries(order.filter((why) => found.has(why)).map((why, at) => [why, at + 1]));
};

type PictureNotesProps = {
  readonly picture: PictureView;
  readonly plan: StatedPictureView | undefined;
  readonly notes: NoteNumbers;
};

const useDifferenceTexts = ({ picture, plan }: PictureNotesProps): Readonly<Record<Why, string>> => {
  const { t } = useTranslation();
  const { percent } = useFormats();
  const rates = (area: string) => {
    const stated = plan?.rates.find((rate) => rate.municipalityCode === area)?.activationRatePercent ?? 0;
    const recomputed = plan ? (planActivation(plan, area) ?? 0) : 0;
    return { municipality: t(`municipalities.${area}`), stated: percent(stated), recomputed: percent(recomputed) };
  };
  const odd = areas.filter((area) => plan && activationDifference({ picture, plan }, area)?.why === 'RATE');
  return {
    SUM: t('picture.noteSum'),
    RATE: odd.map((area) => t('picture.noteRate', rates(area))).join(' '),
    MEAN: t('picture.noteMean', rates('total')),
    ROUNDING: t('picture.noteRounding'),
    WITHHELD: t('picture.noteWithheldDifference'),
    OTHER: t('picture.noteOther'),
  };
};

/** What a reader must know to understand the figures, and why some differ from the plan's. */
export const PictureNotes = (props: PictureNotesProps): ReactNode => {
  const { picture, plan, notes } = props;
  const { t } = useTranslation();
  const { month } = useFormats();
  const texts = useDifferenceTexts(props);
  const suppressed = picture.rows.some(({ cells }) => cells.some((cell) => cell.suppressed));
  return (
    <section className="notes-section" aria-labelledby="notes-title">
      <Heading level="2" size="small" id="notes-title">
        {t('picture.notesTitle')}
      </Heading>
      <ul className="notes">
        {plan ? (
          <li data-mark="•">{t('picture.noteStated', { from: month(plan.fromMonth), to: month(plan.toMonth) })}</li>
        ) : undefined}
        {order.map((why) =>
          notes[why] === undefined ? undefined : (
            <li key={why} data-mark={notes[why]} data-why={why}>
              {texts[why]}
            </li>
          ),
        )}
        {picture.withheldInTotalOnly ? <li data-mark="•">{t('picture.noteWithheld')}</li> : undefined}
        {suppressed ? <li data-mark="–">{t('picture.noteSuppressed')}</li> : undefined}
        <li data-mark="•">{t('picture.noteRates')}</li>
      </ul>
    </section>
  );
};
