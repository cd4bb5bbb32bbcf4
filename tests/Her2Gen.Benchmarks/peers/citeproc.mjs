// usage: node citeproc.mjs REPOSITORY   prints the milliseconds of CPU that citeproc-js takes for 300 references under the default style: the median of runs after a warm-up.
// needs: npm install citeproc, in the folder it is run from (a measuring tool only; nothing of it ships)
import fs from 'fs'; import path from 'path'; import { createRequire } from 'module';
const CSL = createRequire(path.resolve('x.js'))('citeproc');
const read = name => fs.readFileSync(path.join(process.argv[2], name), 'utf8');
const [style, locale, records] = [read('templates/citation-styles/nlm-citation-sequence.csl'), read('templates/citation-styles/locales-en-US.xml'), JSON.parse(read('tests/cases/csl/oracle/made-up.json'))];
const list = Array.from({ length: 300 }, (_, i) => ({ ...records[i % records.length], id: `item-${i}` }));
const byId = Object.fromEntries(list.map(item => [item.id, item]));
const run = () => {
  const before = process.cpuUsage();
  const engine = new CSL.Engine({ retrieveLocale: () => locale, retrieveItem: id => byId[id] }, style, 'en-US', true);
  engine.updateItems(list.map(item => item.id));
  engine.makeBibliography();
  const used = process.cpuUsage(before);
  return (used.user + used.system) / 1000;
};
const first = run();
const times = Array.from({ length: 9 }, run).sort((a, b) => a - b);
console.log(`first ${first.toFixed(0)} ms, median of ${times.length} more ${times[4].toFixed(0)} ms`);
