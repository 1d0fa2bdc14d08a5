import { TextDocument } from 'vscode-languageserver-textdocument';
import { TextDocuments, TextDocumentSyncKind, type Connection } from 'vscode-languageserver';
import type { Analysis } from '../analysis/analysis.ts';
import { analyze } from '../analysis/analyze.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { isDescriptor } from './descriptor-name.ts';
import { folderOf, readJudges, type Judge, type Judges, type Sources } from './knowledge.ts';
import { usualSettings } from './settings.ts';

/** A descriptor as one version of its text gives it. */
export interface Descriptor {
  readonly uri: string;
  readonly document: TextDocument;
  readonly analysis: Analysis;
  readonly judge: Judge;
}

interface Known {
  readonly descriptor: Descriptor;
  readonly today: string;
}

/** The open documents, what they are judged by, and the one cache: (uri, version) → Analysis. */
export class Workspace {
  readonly documents = new TextDocuments(TextDocument);
  readonly #builtIn: Catalog;
  readonly #today: () => string;
  readonly #known = new Map<string, Known>();
  #folders: readonly string[] = [];
  #judges: Judges;
  #ready: Promise<void> = Promise.resolve();
  #reloads = 0;

  constructor(builtIn: Catalog, today: () => string) {
    this.#builtIn = builtIn;
    this.#today = today;
    this.#judges = new Map([
      [undefined, { settings: usualSettings, catalog: builtIn, catalogFiles: new Map() }],
    ]);
    this.documents.onDidClose(({ document }) => void this.#known.delete(document.uri));
  }

  listen(connection: Connection): void {
    this.documents.listen(connection);
  }

  get folders(): readonly string[] {
    return this.#folders;
  }

  get judges(): Judges {
    return this.#judges;
  }

  /** Reads settings and catalogs anew; whoever asks meanwhile waits. What was begun last counts. */
  reload(folders: readonly string[], sources: Sources): Promise<void> {
    this.#folders = folders;
    this.#reloads += 1;
    const mine = this.#reloads;
    const reading = readJudges(this.#builtIn, folders, sources).then((judges) => {
      if (this.#reloads !== mine) return this.#ready;
      this.#judges = judges;
      this.#known.clear();
      return undefined;
    });
    // Where reading fails, what was read before goes on to count.
    this.#ready = reading.catch(() => undefined);
    return reading;
  }

  /** The open descriptor in its newest version; absent for what is closed or no descriptor. */
  async descriptor(uri: string): Promise<Descriptor | undefined> {
    await this.#ready;
    return this.#openNow(uri);
  }

  async openDescriptors(): Promise<readonly Descriptor[]> {
    await this.#ready;
    return this.documents.keys().flatMap((uri) => this.#openNow(uri) ?? []);
  }

  /** A text that nobody has open, judged as if it stood at `uri`. */
  async closed(uri: string, text: string): Promise<Descriptor> {
    await this.#ready;
    return this.#judged(TextDocument.create(uri, 'yaml', 0, text), this.#today());
  }

  judgeOf(uri: string): Judge {
    const judge = this.#judges.get(folderOf(this.#judges.keys(), uri)) ?? this.#judges.get(undefined);
    if (judge === undefined) throw new Error('there is always a judge outside every folder');
    return judge;
  }

  analyze(uri: string, text: string): Analysis {
    return this.#analyze(text, this.judgeOf(uri), this.#today());
  }

  #openNow(uri: string): Descriptor | undefined {
    const document = this.documents.get(uri);
    if (document === undefined || !isDescriptor(uri)) return undefined;
    const today = this.#today();
    const known = this.#known.get(uri);
    if (known?.descriptor.document.version === document.version && known.today === today) {
      return known.descriptor;
    }
    // Open documents change in place: the analysis keeps the text that it speaks of.
    const { languageId, version } = document;
    const text = document.getText();
    const descriptor = this.#judged(TextDocument.create(uri, languageId, version, text), today);
    this.#known.set(uri, { descriptor, today });
    return descriptor;
  }

  #judged(document: TextDocument, today: string): Descriptor {
    const judge = this.judgeOf(document.uri);
    return { uri: document.uri, document, judge, analysis: this.#analyze(document.getText(), judge, today) };
  }

  #analyze(text: string, { catalog, settings }: Judge, today: string): Analysis {
    const { rulesOff, assumptions } = settings;
    return analyze(text, catalog, { today, switches: {}, rulesOff, assumptions });
  }
}

export const textSync = { openClose: true, change: TextDocumentSyncKind.Incremental } as const;
