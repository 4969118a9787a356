import { Graph } from './graph.js';
import { type HardSwishTail, hardSwishTail } from './hard-swish.js';
import { decodeModel, encodeModel, type OnnxModel, type OnnxNode, type WholeNumber } from './model-file.js';
import { clipped, product, scaledAndShifted } from './nodes.js';

/**
 * The same network with fewer steps (decision 0024): what is scaled and shifted after a convolution goes into its weights, and the
 * hard swish becomes three steps that need no other layout. Same result but for rounding. A network without such steps stays as it is.
 * @param file a model in the ONNX format
 */
export function lightened(file: Uint8Array): Uint8Array {
  const model = decodeModel(file);
  return lighten(model) > 0 ? encodeModel(model) : file;
}

/** How many convolutions were found and changed, in place. */
export function lighten(model: OnnxModel): number {
  const graph = new Graph(model.graph);
  const gone = new Set<OnnxNode>();
  const instead = new Map<OnnxNode, readonly OnnxNode[]>();
  // In the order of the file: what one convolution hands on to the next is there before the next is scaled.
  for (const node of model.graph.node) {
    const convolution = convolutionOf(graph, node);
    const tail = convolution && hardSwishTail(graph, convolution.gives);
    if (!tail) continue;
    scale(graph, convolution, tail.before);
    for (const one of tail.nodes) gone.add(one);
    instead.set(node, [node, ...lightTail(graph, convolution, tail)]);
  }
  const nodes = model.graph.node.flatMap((node) => (gone.has(node) ? [] : (instead.get(node) ?? [node])));
  model.graph.node = withoutUnused(nodes, gone);
  return instead.size;
}

/** Without the constants that only steps took which are gone. */
function withoutUnused(nodes: readonly OnnxNode[], gone: ReadonlySet<OnnxNode>): OnnxNode[] {
  const unused = new Set([...gone].flatMap(({ input }) => input));
  for (const { input } of nodes) for (const name of input) unused.delete(name);
  return nodes.filter(({ opType, output }) => opType !== 'Constant' || !unused.has(output[0] ?? ''));
}

/** A convolution with weights and biases of its own. */
interface Convolution {
  readonly node: OnnxNode;
  readonly gives: string;
  readonly weights: string;
  readonly biases: string;
  readonly channels: number;
}

function convolutionOf(graph: Graph, node: OnnxNode): Convolution | null {
  const [, weights, biases] = node.input;
  const [gives] = node.output;
  const channels = graph.numbers(biases)?.length ?? 0;
  if (node.opType !== 'Conv' || gives === undefined || weights === undefined || biases === undefined) return null;
  const isOwn = (name: string) => graph.numbers(name) !== null && graph.takers(name).length === 1;
  return channels > 0 && isOwn(weights) && isOwn(biases) ? { node, gives, weights, biases, channels } : null;
}

function scale(graph: Graph, { weights, biases }: Convolution, by: HardSwishTail['before']): void {
  graph.setNumbers(
    weights,
    numbersOf(graph, weights).map((weight) => weight * by.scale),
  );
  graph.setNumbers(
    biases,
    numbersOf(graph, biases).map((bias) => bias * by.scale + by.shift),
  );
}

/** scale·x·clip(x + 3, 0, 6) / 6 + shift is x·clip(scale·x / 6 + scale / 2, 0, scale) + shift. */
function lightTail(graph: Graph, { gives: value, channels }: Convolution, { after, gives }: HardSwishTail): OnnxNode[] {
  const [line, gate, swish] = [`${gives}.line`, `${gives}.gate`, `${gives}.swish`];
  const steps = [
    ...scaledAndShifted(value, line, { scale: after.scale / 6, shift: after.scale / 2 }, channels),
    clipped(line, gate, Math.min(0, after.scale), Math.max(0, after.scale)),
  ];
  if (handedOn(graph, gives, after.shift)) return [...steps, product(value, gate, gives)];
  return [
    ...steps,
    product(value, gate, swish),
    ...scaledAndShifted(swish, gives, { scale: 1, shift: after.shift }, channels),
  ];
}

/**
 * A shift may as well come after the next convolution, in its biases, where that sees every pixel alone: one with a margin would see
 * the margin shifted too. Whether that was possible, and is done.
 */
function handedOn(graph: Graph, value: string, shift: number): boolean {
  const [taker, ...others] = graph.takers(value);
  const next = taker && convolutionOf(graph, taker);
  if (!next || others.length > 0 || next.node.input[0] !== value || !seesPixelsAlone(next.node)) return false;
  const [weights, biases] = [numbersOf(graph, next.weights), numbersOf(graph, next.biases)];
  const each = weights.length / next.channels;
  const shifted = biases.map(
    (bias, channel) => bias + shift * weights.subarray(channel * each, (channel + 1) * each).reduce((a, b) => a + b, 0),
  );
  graph.setNumbers(next.biases, shifted);
  return true;
}

function seesPixelsAlone({ attribute }: OnnxNode): boolean {
  const named = (name: string) => attribute.find((one) => one.name === name);
  const all = (name: string, number: number) => named(name)?.ints?.every((value) => plain(value) === number) ?? false;
  return all('kernel_shape', 1) && all('pads', 0);
}

function plain(value: WholeNumber): number {
  return typeof value === 'number' ? value : value.toNumber();
}

function numbersOf(graph: Graph, name: string): Float32Array {
  const numbers = graph.numbers(name);
  if (numbers === null) throw new Error(`${name}: expected numbers in the model`);
  return numbers;
}
