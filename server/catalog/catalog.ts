import type { Control } from './control.ts';
import type { Risk } from './risk.ts';
import type { Rule } from './rule.ts';
import type { Service } from './service.ts';

/** Ids of an outside framework with their official names. */
export interface Framework {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly names: Readonly<Record<string, string>>;
}

/** The knowledge, indexed by id, in the order of the files. */
export interface Catalog {
  readonly version: string;
  readonly risks: ReadonlyMap<string, Risk>;
  readonly controls: ReadonlyMap<string, Control>;
  readonly rules: ReadonlyMap<string, Rule>;
  readonly services: ReadonlyMap<string, Service>;
  readonly frameworks: ReadonlyMap<string, Framework>;
}
