/** A rule, and the place at which it speaks; without one, any. */
export interface Expectation {
  readonly rule: string;
  readonly place: string | undefined;
}

/** What the comments beneath a descriptor say of its findings. */
export interface Expectations {
  readonly expected: readonly Expectation[];
  readonly never: readonly Expectation[];
  readonly atMost: number;
  /** By variant what it adds to the findings. */
  readonly news: ReadonlyMap<string, readonly Expectation[]>;
}

const form = /^# (expect|never|expect-new)(?: ([a-z-]+))?: ([a-z-]+)(?: ([a-z0-9-]+))?$/;

export function readExpectations(text: string): Expectations {
  const expected: Expectation[] = [];
  const never: Expectation[] = [];
  const news = new Map<string, Expectation[]>();
  for (const [line] of text.matchAll(/^# (?:expect|never)\b.*:.*$/gm)) {
    const [, word, variant, rule, place] = form.exec(line) ?? [];
    if (rule === undefined || (word === 'expect-new') !== (variant !== undefined)) {
      throw new Error(`this says nothing that can be tested: ${line}`);
    }
    if (word === 'expect') expected.push({ rule, place });
    else if (word === 'never') never.push({ rule, place });
    else news.set(String(variant), [...(news.get(String(variant)) ?? []), { rule, place }]);
  }
  const atMost = /^# at-most: ([0-9.]+) findings per element/m.exec(text)?.[1];
  if (atMost === undefined) throw new Error('say how many findings per element are borne: "# at-most: …"');
  return { expected, never, atMost: Number(atMost), news };
}

/**
 * The descriptor with one thing changed: lines that end in `# without: NAME` are dropped, and what stands behind
 * `#+ NAME:` is added. A variant that changes nothing is a slip of the pen.
 */
export function variantOf(text: string, variant?: string): string {
  if (variant === undefined) return text;
  const changed = text
    .split('\n')
    .filter((line) => !line.endsWith(`# without: ${variant}`))
    .map((line) => line.replace(`#+ ${variant}: `, ''))
    .join('\n');
  if (changed === text) throw new Error(`nothing in the descriptor belongs to "${variant}"`);
  return changed;
}
