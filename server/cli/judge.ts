import type { Analysis } from '../analysis/analysis.ts';
import { analyze } from '../analysis/analyze.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { nearestWords } from '../text/nearest.ts';
import type { JudgeFlags } from './flags.ts';
import { loadCatalogs } from './load-catalog.ts';
import { Refusal, type World } from './world.ts';

/** The catalog and the settings that the flags ask for. */
export interface Judge {
  readonly catalog: Catalog;
  readonly analyze: (text: string) => Analysis;
}

/** Loads the catalogs; what is broken in those of the organisation is said on stderr and left out. */
export async function makeJudge(world: World, flags: JudgeFlags): Promise<Judge> {
  const catalog = await loadCatalogs(world, flags.catalog);
  for (const rule of flags.rulesOff) {
    if (catalog.rules.has(rule)) continue;
    const [near] = nearestWords(rule, catalog.rules.keys());
    throw new Refusal(`there is no rule "${rule}"${near === undefined ? '' : `; did you mean "${near}"?`}`);
  }
  const switches = Object.fromEntries(flags.with.map((option) => [option, true]));
  const { today, rulesOff, assumptions } = flags;
  return { catalog, analyze: (text) => analyze(text, catalog, { today, switches, rulesOff, assumptions }) };
}
