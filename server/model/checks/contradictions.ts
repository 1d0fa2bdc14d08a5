import type { Architecture, ControlStatement, Flow } from '../architecture.ts';
import { isOn } from '../activate.ts';
import { boundariesAround } from '../containment.ts';
import { transitControl } from '../decode/flows.ts';
import { makeProblem, replaceWithEach } from '../make-problem.ts';
import type { Problem } from '../problem.ts';
import { findKind } from '../vocabulary/vocabulary.ts';
import { quote } from '../wording.ts';
import type { CheckContext } from './check-architecture.ts';

/** Statements that cannot both be true. */
export function* checkContradictions(context: CheckContext): Generator<Problem> {
  yield* checkEncryption(context.architecture);
  yield* checkScope(context.architecture);
  yield* checkServices(context);
}

/** `encrypted: false` where the system, or a boundary around an end, claims encryption without an exception. */
function* checkEncryption(architecture: Architecture): Generator<Problem> {
  const reported = new Set<number>();
  for (const flow of architecture.flows) {
    const word = flow.drawn ? flow.facts.get('encrypted')?.values[0] : undefined;
    if (word?.text !== 'false' || reported.has(word.span.start) || saysMore(flow)) continue;
    const claim = claimsOver(architecture, flow).find((one) => !isExcepted(one.statement, flow));
    if (claim === undefined) continue;
    reported.add(word.span.start);
    const message = `${quote(flow.id)} is not encrypted, but ${claim.where} says that "${transitControl}" is ${claim.statement.status}; except the flow there, or correct one of them`;
    yield makeProblem('contradiction', word.span, message, {
      related: [
        { text: `"${transitControl}" is ${claim.statement.status} here`, span: claim.statement.span },
      ],
    });
  }
}

/** The flow's own long form wins over `encrypted`. */
function saysMore(flow: Flow): boolean {
  const short = flow.facts.get('encrypted')?.keySpan.start;
  return flow.controls.some(
    (statement) => statement.control === transitControl && statement.controlSpan.start !== short,
  );
}

interface Claim {
  readonly statement: ControlStatement;
  readonly where: string;
}

function claimsOver(architecture: Architecture, flow: Flow): readonly Claim[] {
  const around = new Set(
    [flow.from.text, flow.to.text].flatMap((end) => boundariesAround(architecture, end)),
  );
  const places = [...around].map((boundary) => ({
    where: quote(boundary.id),
    controls: boundary.controls,
  }));
  return [...places, { where: 'the system', controls: architecture.system.controls }].flatMap(
    ({ where, controls }) =>
      controls
        .filter(
          (statement) =>
            statement.control === transitControl &&
            (statement.status === 'implemented' || statement.status === 'inherited') &&
            statement.switches.every((one) => isOn(architecture.system, {}, one.option.text) === one.wanted),
        )
        .map((statement) => ({ statement, where })),
  );
}

function isExcepted(statement: ControlStatement, flow: Flow): boolean {
  const excepted = (statement.facts.get('except')?.values ?? []).map((value) => value.text);
  return [flow.id, flow.from.text, flow.to.text].some((id) => excepted.includes(id));
}

/** A scope that is lower than what the drawn parts do. */
function* checkScope({ system, elements }: Architecture): Generator<Problem> {
  const word = system.facts.get('scope')?.values[0];
  if (system.scope === undefined || word === undefined) return;
  for (const element of elements.values()) {
    const tuning = element.facts.get('tuning')?.values[0]?.text;
    const needed =
      tuning === 'self-trained' ? 5 : tuning === 'fine-tuned' || element.kind === 'training-pipeline' ? 4 : 0;
    if (system.scope >= needed) continue;
    const what = tuning === undefined || tuning === 'none' ? `a ${element.kind}` : tuning;
    const message = `scope ${system.scope} knows no training of one's own, but ${quote(element.id)} is ${what}: that is scope ${needed}`;
    yield makeProblem('contradiction', word.span, message, {
      severity: 'hint',
      related: [{ text: quote(element.id), span: element.idSpan }],
      remedies: replaceWithEach([String(needed)], word.span),
    });
    return;
  }
}

/** A product that the catalog knows as something else altogether. */
function* checkServices({ architecture, known }: CheckContext): Generator<Problem> {
  for (const element of architecture.elements.values()) {
    const word = element.facts.get('service')?.values[0];
    const kinds = word === undefined ? [] : (known.services.get(word.text)?.kinds ?? []);
    if (word === undefined || kinds.length === 0 || !element.facts.has('kind')) continue;
    const groups = kinds.map((kind) => findKind(kind)?.group ?? kind);
    if (groups.includes(element.group)) continue;
    const message = `${quote(word.text)} is known as ${kinds.map(quote).join(', ')}, but ${quote(element.id)} is ${quote(element.kind)}`;
    yield makeProblem('contradiction', word.span, message, {
      severity: 'hint',
      related: [{ text: 'the kind', span: element.kindSpan }],
    });
  }
}
