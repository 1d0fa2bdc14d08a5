/** A statement, with what it is made of beneath. */
export interface Outline {
  readonly text: string;
  readonly parts: readonly Outline[];
}

export function says(text: string): Outline {
  return { text, parts: [] };
}

/** A heading over its parts; a single part needs no line of its own. */
export function over(text: string, parts: readonly Outline[]): Outline {
  const [only] = parts;
  return only !== undefined && parts.length === 1
    ? { text: `${text} ${only.text}`, parts: only.parts }
    : { text: `${text}:`, parts };
}

export function outlineList(outlines: readonly Outline[], indent = ''): string {
  return outlines
    .map(({ text, parts }) => {
      const line = `${indent}- ${text}`;
      return parts.length === 0 ? line : `${line}\n${outlineList(parts, `${indent}  `)}`;
    })
    .join('\n');
}
