import { themeOf, type Theme, type ThemeName } from '../../server/diagram/svg/theme.ts';

/**
 * Gives the picture the colours of its meanings that fit the editor's theme. The editor's own chart colours do not do:
 * some are half transparent, and as text they are too faint. Canvas, ink and lines stay the editor's.
 */
export function followTheme(): void {
  const apply = (): void => {
    for (const [name, colour] of Object.entries(meanings(themeOf(themeName())))) {
      document.body.style.setProperty(`--bartizan-${name}`, colour);
    }
  };
  apply();
  new MutationObserver(apply).observe(document.body, { attributes: true, attributeFilter: ['class'] });
}

function themeName(): ThemeName {
  const { classList } = document.body;
  if (classList.contains('vscode-light') || classList.contains('vscode-high-contrast-light')) return 'light';
  return classList.contains('vscode-high-contrast') ? 'high-contrast' : 'dark';
}

function meanings(theme: Theme): Readonly<Record<string, string>> {
  const { untrusted, unencrypted, control, missing, onSeverity, severity, zone } = theme;
  return {
    untrusted,
    unencrypted,
    control,
    missing,
    'on-severity': onSeverity,
    ...severity,
    ...Object.fromEntries(Object.entries(zone).map(([name, colour]) => [`zone-${name}`, colour])),
  };
}
