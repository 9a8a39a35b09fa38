import { parseArgs } from 'node:util';
import { measureProduct, measurePrototype } from './bench/commands-and-events.ts';
import { measureDay } from './bench/day.ts';
import { measureStarts } from './bench/starts.ts';

const ratio = (part: number, whole: number): number => Math.round((part / whole) * 100) / 100;

const { positionals } = parseArgs({ allowPositionals: true });

const commands = async (): Promise<void> => {
  const prototypes = [
    { baseline: 'bare prototype, one row and one event', ...(await measurePrototype('a person')) },
    { baseline: 'bare prototype, the same rows and events', ...(await measurePrototype('the same rows')) },
  ];
  const product = await measureProduct();
  console.log(JSON.stringify({ prototypes, product }));
  for (const { baseline, load, delay } of prototypes) {
    console.log(
      `B1  commands/s ${product.load.perSecond} / ${load.perSecond} = ${ratio(product.load.perSecond, load.perSecond)} (goal ≥ 0.60; ${baseline})`,
    );
    console.log(
      `B2  commit → effect p50 ${product.delay.p50} / ${delay.p50} ms = ${ratio(product.delay.p50, delay.p50)}, p99 ${product.delay.p99} / ${delay.p99} ms = ${ratio(product.delay.p99, delay.p99)} (goal ≤ 2; ${baseline})`,
    );
  }
  console.log(`B10 resident MB at rest ${JSON.stringify(product.memory)} (goal ≤ 120 each)`);
};

const starts = async (): Promise<void> => {
  const { firstSeconds, secondSeconds } = await measureStarts();
  console.log(`B9  first start ${firstSeconds} s (goal ≤ 60), second ${secondSeconds} s (goal ≤ 15)`);
};

const day = async (): Promise<void> => {
  for (const { clientsEach, tasks, shown, product, raw } of await measureDay()) {
    console.log(
      `day list of a specialist with ${clientsEach} of 50000 clients (${tasks} tasks stored, ${shown} counted), 8 callers: p50 ${product.p50} / ${raw.p50} ms, p99 ${product.p99} / ${raw.p99} ms (service / raw query; goal p99 ≤ 50), ${product.perSecond} / ${raw.perSecond} a second`,
    );
  }
};

const [what = 'all'] = positionals;
if (what === 'all' || what === 'commands') await commands();
if (what === 'all' || what === 'starts') await starts();
if (what === 'all' || what === 'day') await day();
