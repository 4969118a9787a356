import { FLOAT, type OnnxModel, type OnnxNode, type OnnxTensor } from './model-file.js';

/** Who takes which value of a model, and which values are constant. */
export class Graph {
  readonly #takers = new Map<string, OnnxNode[]>();
  readonly #constants = new Map<string, OnnxTensor>();

  constructor({ node: nodes, output }: OnnxModel['graph']) {
    // What the model gives is taken by somebody outside.
    const outside: OnnxNode = { opType: '', input: output.map(({ name = '' }) => name), output: [], attribute: [] };
    for (const node of [...nodes, outside]) {
      for (const name of node.input) this.#takers.set(name, [...(this.#takers.get(name) ?? []), node]);
      const [value] = node.output;
      const tensor = node.opType === 'Constant' ? node.attribute[0]?.t : undefined;
      if (value !== undefined && tensor !== undefined) this.#constants.set(value, tensor);
    }
  }

  /** All nodes that take a value. */
  takers(value: string): readonly OnnxNode[] {
    return this.#takers.get(value) ?? [];
  }

  /** The numbers of a constant; `null` where a value is none, or holds no 32-bit floating point numbers. */
  numbers(value: string | undefined): Float32Array | null {
    const tensor = value === undefined ? undefined : this.#constants.get(value);
    if (tensor === undefined || tensor.dataType !== FLOAT) return null;
    const raw = tensor.rawData;
    // A copy: the bytes of the file need not lie where 32-bit numbers may.
    if (raw !== undefined && raw.length > 0) return new Float32Array(new Uint8Array(raw).buffer);
    return Float32Array.from(tensor.floatData ?? []);
  }

  /** The one number of a constant; `null` where it has none or several. */
  number(value: string | undefined): number | null {
    const numbers = this.numbers(value);
    return numbers?.length === 1 ? (numbers[0] ?? null) : null;
  }

  /** Exchanges the numbers of a constant for as many others. */
  setNumbers(value: string, numbers: Float32Array): void {
    const tensor = this.#constants.get(value);
    if (tensor === undefined) throw new Error(`${value}: expected a constant of the model`);
    tensor.rawData = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
    tensor.floatData = [];
  }

  /** The step that takes this value, with its constant number and what it gives, where that is the only taker and an `opType`. */
  stepByNumber(value: string, opType: 'Add' | 'Mul' | 'Div'): NumberStep | null {
    const [node, ...others] = this.takers(value);
    if (node === undefined || others.length > 0) return null;
    return this.byNumber(node, value, opType);
  }

  /** A node as a step that adds a number to a value, multiplies or divides it by one; `null` where it does not. */
  byNumber(node: OnnxNode, value: string, opType: 'Add' | 'Mul' | 'Div'): NumberStep | null {
    const [left, right] = node.input;
    const [gives] = node.output;
    if (node.opType !== opType || gives === undefined) return null;
    if (opType === 'Div' && left !== value) return null;
    const number = this.number(left === value ? right : left);
    return number === null ? null : { node, number, gives };
  }
}

/** A step of a model that reckons with one constant number, and the name of its value. */
export interface NumberStep {
  readonly node: OnnxNode;
  readonly number: number;
  readonly gives: string;
}
