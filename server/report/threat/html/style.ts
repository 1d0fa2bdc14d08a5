import { layoutStyle } from './style-layout.ts';
import { narrowStyle } from './style-narrow.ts';
import { printStyle } from './style-print.ts';
import { partsStyle } from './style-parts.ts';

/** By what they mean; a host puts its own in their place. */
export const lightColours = `
    --paper: #ffffff; --sheet: #f6f7f9; --ink: #1b2430; --muted: #5a6575; --rule: #dfe3e9; --link: #1d4f91;
    --critical: #a3123f; --high: #c2410c; --medium: #8a5a00; --low: #3568a8; --good: #0f7b4f;
    --critical-tint: #fbe9ef; --high-tint: #fdeee6; --medium-tint: #fbf3df; --low-tint: #eaf1fa; --good-tint: #e5f4ec;
    --full: #cfeadb; --part: #fbe7b8; --open: #f6c9c0; --on-heat: #1b2430;`;

export const darkColours = `
    --paper: #14181d; --sheet: #1c2128; --ink: #e6ebf1; --muted: #9aa6b5; --rule: #2e3641; --link: #8fbcf5;
    --critical: #ff7d9f; --high: #ff9a6c; --medium: #e5b53b; --low: #86b6f2; --good: #57c793;
    --critical-tint: #3a1a25; --high-tint: #3a2319; --medium-tint: #352a12; --low-tint: #1b2a3d; --good-tint: #14301f;
    --full: #1f4a34; --part: #574313; --open: #632b26; --on-heat: #eef2f6;`;

/** Those of the diagram, which a host gives itself. */
const darkDiagram = `
    --bartizan-canvas: #14181d; --bartizan-surface: #222831; --bartizan-ink: #e8edf3; --bartizan-muted: #a3aebc;
    --bartizan-outline: #8b98a8; --bartizan-flow: #9aa6b5; --bartizan-untrusted: #ff9d57;
    --bartizan-unencrypted: #ff8072; --bartizan-control: #4cc38a; --bartizan-missing: #ff8072;
    --bartizan-on-severity: #14181d; --bartizan-critical: #ff6d94; --bartizan-high: #ff8f5e;
    --bartizan-medium: #e5b53b; --bartizan-low: #7fb2f0; --bartizan-zone-user-interface: #6ea8fe;
    --bartizan-zone-application: #4fc4bd; --bartizan-zone-model: #bb95f5; --bartizan-zone-data: #d9b24c;
    --bartizan-zone-organization: #e58abf; --bartizan-zone-environment: #9aa6b5;
    --bartizan-zone-external: #e39482; --bartizan-zone-none: #9aa6b5;`;

const colours = `
:root {
  color-scheme: light dark;${lightColours}
}
@media screen and (prefers-color-scheme: dark) {
  :root {${darkColours}${darkDiagram}
  }
}
`;

/** All but the colours. */
export const formStyle = [layoutStyle, partsStyle, narrowStyle, printStyle].join('');

/** The whole style sheet. Colours stand in variables, so that light, dark and paper differ in nothing else. */
export const style = colours + formStyle;
