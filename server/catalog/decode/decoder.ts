import type { Span } from '../../text/span.ts';
import type { SyntaxNode } from '../../syntax/tree.ts';

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonSchema;

export interface JsonSchema {
  readonly [keyword: string]: JsonValue;
}

/** Named schemas, `#/$defs/…`, that the decoders of one file refer to. */
export type Definitions = Map<string, JsonSchema>;

/**
 * Reads one kind of value, and describes it as JSON Schema: the two cannot drift apart.
 * `decode` gives undefined where it has reported why.
 */
export interface Decoder<T> {
  decode(node: SyntaxNode, report: EntryReport): T | undefined;
  schema(definitions: Definitions): JsonSchema;
}

/** Outside lists whose ids the catalog names, by the id of their framework. */
export type FrameworkName =
  | 'nist-csf'
  | 'mitre-atlas'
  | 'aisvs'
  | 'owasp-agentic'
  | 'owasp-mcp'
  | 'owasp-llm-2023'
  | 'owasp-llm-2025'
  | 'owasp-llm-2026'
  | 'cwe';

export type ReferenceTarget = 'control' | 'risk' | 'service' | 'rule' | FrameworkName;

/** An id that an entry names. One that is only mentioned may name an entry that is itself left out. */
export interface Reference {
  readonly to: ReferenceTarget;
  readonly id: string;
  readonly span: Span;
  readonly use: 'rests-on' | 'mentions';
}

export interface ReportedProblem {
  readonly span: Span;
  readonly message: string;
}

/** Gathers what is found while one entry is read. */
export interface EntryReport {
  readonly problems: ReportedProblem[];
  readonly references: Reference[];
}

export function createEntryReport(): EntryReport {
  return { problems: [], references: [] };
}

export function reportProblem(report: EntryReport, span: Span, message: string): void {
  report.problems.push({ span, message });
}

/** Decodes with `decoder` and goes on with what it gives. */
export function mapped<T, U>(decoder: Decoder<T>, change: (value: T) => U): Decoder<U> {
  return {
    decode: (node, report) => {
      const value = decoder.decode(node, report);
      return value === undefined ? undefined : change(value);
    },
    schema: (definitions) => decoder.schema(definitions),
  };
}

/** A decoder with a name of its own in the schema. Taken as a function, so that it may contain itself. */
export function named<T>(name: string, decoder: () => Decoder<T>): Decoder<T> {
  let built: Decoder<T> | undefined;
  const own = (): Decoder<T> => (built ??= decoder());
  return {
    decode: (node, report) => own().decode(node, report),
    schema: (definitions) => {
      if (!definitions.has(name)) {
        definitions.set(name, {});
        definitions.set(name, own().schema(definitions));
      }
      return { $ref: `#/$defs/${name}` };
    },
  };
}
