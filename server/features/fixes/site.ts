import type { ControlSite } from '../../analysis/finding.ts';
import { quote } from '../../model/wording.ts';

/** The keys that lead to a site's entry. */
export function pathOf(site: ControlSite): readonly string[] {
  return site.id === undefined ? [site.section] : [site.section, site.id];
}

export function nameOf(site: ControlSite): string {
  return site.id === undefined ? 'the system' : quote(site.id);
}
