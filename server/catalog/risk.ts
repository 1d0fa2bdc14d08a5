/** The editions of the OWASP Top 10 for LLM applications; ids are always shown with their year. */
export type Edition = '2023' | '2025' | '2026';

export const editions: readonly Edition[] = ['2023', '2025', '2026'];

/** A risk by its edition-neutral key (`prompt-injection`), with the ids it has in each edition. */
export interface Risk {
  readonly id: string;
  readonly title: string;
  /** One sentence in our own words. */
  readonly summary: string;
  /** Ids such as `LLM01:2025`; empty where an edition does not know the risk. */
  readonly owasp: Readonly<Record<Edition, readonly string[]>>;
  readonly cwe: readonly string[];
}
