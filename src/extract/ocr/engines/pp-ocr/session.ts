import type { InferenceSession } from 'onnxruntime-node';
import { lightened } from '../onnx/lighten.js';

/** The module onnxruntime-node, an optional package: its native part may be missing. */
export type OnnxRuntime = typeof import('onnxruntime-node');

/** A matrix or picture of numbers that goes into or comes out of a model. */
export interface Numbers {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

/** The bytes of a model and where they were read. */
export interface ModelFile {
  readonly path: string;
  readonly file: Uint8Array;
}

/** One loaded model with one input and one output. */
export interface Session {
  readonly run: (input: Numbers) => Promise<Numbers>;
  readonly close: () => Promise<void>;
}

/**
 * One thread: more made batches of short lines slower on two cores. No memory pattern: lines have all widths, and a pattern is kept
 * for each. The arena costs no memory over a report (388 MB against 405 MB), and the first pages ask the system for less.
 */
const OPTIONS: InferenceSession.SessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  enableCpuMemArena: true,
  enableMemPattern: false,
  logSeverityLevel: 3,
};

/** Throws what the loader says where the package or its native part is missing. */
export async function loadOnnxRuntime(): Promise<OnnxRuntime> {
  return await import('onnxruntime-node');
}

/** Loads a model, made lighter first (decision 0024). */
export async function openSession(runtime: OnnxRuntime, { file, path }: ModelFile): Promise<Session> {
  const session = await runtime.InferenceSession.create(lightened(file), OPTIONS);
  const [inputName] = session.inputNames;
  const [outputName] = session.outputNames;
  if (inputName === undefined || outputName === undefined) throw new Error(`${path}: a model without input or output`);
  return {
    run: async ({ data, dims }) => {
      const results = await session.run({ [inputName]: new runtime.Tensor('float32', data, dims) });
      const output = results[outputName];
      if (!(output?.data instanceof Float32Array)) throw new Error(`${path}: expected numbers (float32) as output`);
      return { data: output.data, dims: output.dims };
    },
    close: () => session.release(),
  };
}
