/** Names an element so that it is found in a newer report too: the part it is in, and the how many of its kind there. */
export function pathOf(element: Element): string {
  const part = element.closest('[id]');
  const name = element.localName;
  const index = part === null ? 0 : [...part.querySelectorAll(name)].indexOf(element);
  return `${part?.id ?? ''} ${name} ${index}`;
}

export function findByPath(root: HTMLElement, path: string): Element | undefined {
  const [id = '', name = '', index = ''] = path.split(' ');
  if (!/^[a-z]\w*$/.test(name)) return undefined;
  const part = id === '' ? root : root.querySelector(`#${CSS.escape(id)}`);
  if (index === '-1') return part ?? undefined;
  return part?.querySelectorAll(name)[Number(index)];
}
