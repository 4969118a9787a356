import type { TextLine } from '../../extract/document.js';

/** A heading while the tree grows: still to become a section or, when it proves to be a list item, a paragraph. */
export interface HeadingNode {
  readonly kind: 'heading';
  readonly level: number;
  readonly number: string;
  readonly ordinal: number | null;
  readonly title: string;
  /** The heading as text, for the case that it becomes a paragraph. */
  readonly text: string;
  readonly lines: readonly TextLine[];
  readonly children: Node[];
  /** A table stands under it. */
  holdsTable: boolean;
}

export interface ParagraphNode {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly lines: readonly TextLine[];
}

export type Node = HeadingNode | ParagraphNode;

/**
 * Makes paragraphs of headings that are items of a list. A heading has something below it; the items "1.办公室 2.法律政策研究室 …" have
 * not. Neighbours of one level are judged together, from the third level down, by all but the last of them (what follows the last may
 * belong to the parent): when fewer than half have anything below, all are items. A single one is judged by itself.
 */
export function withoutListItems(nodes: readonly Node[]): Node[] {
  const out: Node[] = [];
  for (let at = 0; at < nodes.length; ) {
    const node = nodes[at];
    if (node === undefined) break;
    if (node.kind === 'paragraph') {
      out.push(node);
      at++;
      continue;
    }
    const run = runFrom(nodes, at);
    at += run.length;
    const list = node.level >= 3 && isList(run);
    for (const heading of run) {
      const children = withoutListItems(heading.children);
      if (list) out.push({ kind: 'paragraph', text: heading.text, lines: heading.lines }, ...children);
      else out.push({ ...heading, children });
    }
  }
  return out;
}

function runFrom(nodes: readonly Node[], at: number): HeadingNode[] {
  const run: HeadingNode[] = [];
  for (const node of nodes.slice(at)) {
    if (node.kind !== 'heading' || (run[0] && node.level !== run[0].level)) break;
    run.push(node);
  }
  return run;
}

function isList(run: readonly HeadingNode[]): boolean {
  const judged = run.length > 1 ? run.slice(0, -1) : run;
  const filled = judged.filter((heading) => heading.children.length > 0 || heading.holdsTable).length;
  return filled * 2 < judged.length;
}
