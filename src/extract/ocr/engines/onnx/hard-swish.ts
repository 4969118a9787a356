import type { Graph, NumberStep } from './graph.js';
import type { OnnxNode } from './model-file.js';

/**
 * What follows a convolution in the networks of PP-OCRv4 (PP-LCNetV3): its values x are scaled and shifted, go through the hard
 * swish x·clip(x + 3, 0, 6) / 6, and are scaled and shifted again. Eight steps over the whole picture in the file.
 */
export interface HardSwishTail {
  /** Of the convolution: multiplied with `scale`, then `shift` is added. */
  readonly before: { readonly scale: number; readonly shift: number };
  /** Of the hard swish, likewise. */
  readonly after: { readonly scale: number; readonly shift: number };
  /** The steps, none of whose values anybody else takes. */
  readonly nodes: readonly OnnxNode[];
  /** The name of what they give. */
  readonly gives: string;
}

/** The tail of a convolution that gives `value`; `null` where something else follows. */
export function hardSwishTail(graph: Graph, value: string): HardSwishTail | null {
  const first = scaledAndShifted(graph, value);
  const swish = first && hardSwish(graph, first.gives);
  const last = swish && scaledAndShifted(graph, swish.gives);
  if (!last) return null;
  return {
    before: first,
    after: last,
    nodes: [...first.nodes, ...swish.nodes, ...last.nodes],
    gives: last.gives,
  };
}

function scaledAndShifted(graph: Graph, value: string) {
  const scaled = graph.stepByNumber(value, 'Mul');
  const shifted = scaled && graph.stepByNumber(scaled.gives, 'Add');
  if (!shifted) return null;
  return {
    scale: scaled.number,
    shift: shifted.number,
    nodes: [scaled.node, shifted.node],
    gives: shifted.gives,
  };
}

function hardSwish(graph: Graph, value: string) {
  const takers = graph.takers(value);
  const plusThree = takers.flatMap((node) => graph.byNumber(node, value, 'Add') ?? []).find(isThree);
  if (plusThree === undefined) return null;
  const clip = only(graph.takers(plusThree.gives));
  const clipped = clip?.output[0];
  if (clip === undefined || clipped === undefined || !isClipToSix(clip)) return null;
  const product = only(graph.takers(clipped));
  const times = product?.output[0];
  // The value itself goes into the sum and into the product, and nowhere else.
  const isProduct = product?.opType === 'Mul' && product.input.includes(value) && takers.includes(product);
  if (!isProduct || times === undefined || takers.length !== 2) return null;
  const sixth = graph.stepByNumber(times, 'Div');
  if (sixth?.number !== 6) return null;
  return { nodes: [plusThree.node, clip, product, sixth.node], gives: sixth.gives };
}

function isThree({ number }: NumberStep): boolean {
  return number === 3;
}

/** Limits as attributes: so they are written before version 11 of the format. */
function isClipToSix({ opType, attribute }: OnnxNode): boolean {
  const limit = (name: string) => attribute.find((one) => one.name === name)?.f;
  return opType === 'Clip' && limit('min') === 0 && limit('max') === 6;
}

function only<T>(values: readonly T[]): T | undefined {
  return values.length === 1 ? values[0] : undefined;
}
