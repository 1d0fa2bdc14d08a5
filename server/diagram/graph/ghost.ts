import type { Switch } from '../../model/architecture.ts';
import { cleanText } from './clean-text.ts';

/** Why a part is drawn as a ghost: what the options would have to say for it to be there. */
export function ghostNote(there: boolean, switches: readonly Switch[]): string | undefined {
  if (there) return undefined;
  const [first] = switches;
  if (first === undefined) return 'switched off';
  return `${first.wanted ? 'only with' : 'only without'} ${cleanText(first.option.text, 64)}`;
}
