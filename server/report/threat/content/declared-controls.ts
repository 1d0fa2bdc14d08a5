import type { Analysis } from '../../../analysis/analysis.ts';
import { controlStatements } from '../../../model/control-statements.ts';
import type { ControlStatus } from '../../../model/architecture.ts';
import type { NamedPlace, Naming } from './naming.ts';

export interface DeclaredControl {
  readonly id: string;
  readonly title: string;
  /** Places of one statement, or of services that bring the same. */
  readonly at: readonly NamedPlace[];
  /** `brought` by a service, which nobody had to state. */
  readonly status: ControlStatus | 'brought';
  readonly owner: string | undefined;
  readonly due: string | undefined;
  readonly overdue: boolean;
  readonly by: string | undefined;
  readonly note: string | undefined;
  readonly evidence: readonly string[];
  readonly line: number | undefined;
  readonly verify: readonly string[];
}

const order: readonly DeclaredControl['status'][] = [
  'ineffective',
  'absent',
  'partial',
  'planned',
  'implemented',
  'inherited',
  'brought',
  'not-applicable',
];

/** What the descriptor states about controls and what its services bring: what is to be done first. */
export function declaredControlsOf(analysis: Analysis, naming: Naming): readonly DeclaredControl[] {
  const { active, catalog, judgement, options } = analysis;
  const stated = [...controlStatements(active)].map(
    ({ control, place, status, facts, span }): DeclaredControl => {
      const said = (key: string): string | undefined => facts.get(key)?.values[0]?.text;
      const due = said('due');
      const notes = [
        said('reason'),
        said('covers') === undefined ? undefined : `covers ${said('covers') ?? ''}`,
      ];
      return {
        id: control,
        title: catalog.controls.get(control)?.title ?? control,
        at: [naming.place(place.type === 'system' ? 'system' : place.id)],
        status,
        owner: said('owner'),
        due,
        overdue: due !== undefined && due < options.today && (status === 'planned' || status === 'partial'),
        by: said('by'),
        note: notes.filter((note) => note !== undefined).join('; ') || undefined,
        evidence: facts.get('evidence')?.values.map(({ text }) => text) ?? [],
        line: naming.line(span),
        verify:
          status === 'implemented' || status === 'inherited'
            ? (catalog.controls.get(control)?.verify ?? [])
            : [],
      };
    },
  );
  const brought = judgement.index.all
    .filter(({ statement }) => statement === undefined)
    .map(({ control, place, because }): DeclaredControl => ({
      id: control.id,
      title: control.title,
      at: [naming.place(place)],
      status: 'brought',
      owner: undefined,
      due: undefined,
      overdue: false,
      by: undefined,
      note: because,
      evidence: [],
      line: undefined,
      verify: control.verify,
    }));
  return merged([...stated, ...brought]).sort(
    (a, b) =>
      order.indexOf(a.status) - order.indexOf(b.status) ||
      compare(a.due ?? '9999', b.due ?? '9999') ||
      compare(a.owner ?? '\uffff', b.owner ?? '\uffff') ||
      compare(a.title, b.title),
  );
}

/** What a default says of many flows is one statement, and is shown once. */
function merged(controls: readonly DeclaredControl[]): DeclaredControl[] {
  const byStatement = new Map<string, DeclaredControl>();
  for (const control of controls) {
    const { id, status, owner, due, by, note, evidence, line } = control;
    const key = JSON.stringify([id, status, owner, due, by, note, evidence, line]);
    const known = byStatement.get(key);
    byStatement.set(key, known === undefined ? control : { ...known, at: [...known.at, ...control.at] });
  }
  return [...byStatement.values()];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
