import { describeRules, explainRule } from '@tyovayla/runtime/rule-desk';
import { statisticalClassBook } from '../domain/statistical-class/class-parameters.ts';
import { statisticsRules } from '../domain/statistical-class/statistics-rules.ts';
import { smallCellRule } from '../domain/suppression/rules/small-cell-rule.ts';
import { type RebuildSources, rebuildProjection } from './commands/rebuild-projection.ts';
import { type WatchSources, watchSituationPicture } from './feeds/watch-situation-picture.ts';
import { getRowSeries } from './queries/get-row-series.ts';
import { getSituationPicture } from './queries/get-situation-picture.ts';
import { getStatedPicture } from './queries/get-stated-picture.ts';
import { type Counting, countFacts } from './reactions/count-facts.ts';

/** What the service stands on; the rules of counting and of hiding are its own. */
export type StatisticsSources = {
  readonly counting: Omit<Counting, 'classes'>;
  readonly watch: Omit<WatchSources, 'smallCells'>;
  readonly rebuild: Omit<RebuildSources, 'counting'>;
};

/** Everything that the service can do: its table of contents. */
export const statisticsCatalogue = (sources: StatisticsSources) => {
  const counting: Counting = { ...sources.counting, classes: statisticalClassBook };
  const pictures: WatchSources = { ...sources.watch, smallCells: smallCellRule };
  return {
    commands: { rebuildProjection: rebuildProjection({ ...sources.rebuild, counting }) },
    queries: {
      getSituationPicture: getSituationPicture(pictures),
      getRowSeries: getRowSeries(pictures),
      getStatedPicture: getStatedPicture(pictures.figures),
      describeRules: describeRules(statisticsRules),
      explainRule: explainRule(statisticsRules),
    },
    feeds: { watchSituationPicture: watchSituationPicture(pictures) },
    reactions: { countFacts: countFacts(counting) },
  };
};

export type StatisticsCatalogue = ReturnType<typeof statisticsCatalogue>;
