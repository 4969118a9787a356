import protobuf from 'protobufjs';

/**
 * As much of the ONNX format as is changed here (https://github.com/onnx/onnx, onnx.proto); numbers of the fields are the format's.
 * What stands in a model besides is carried over byte by byte.
 */
const SCHEMA = `
  syntax = "proto2";
  message Model { optional Graph graph = 7; }
  message Graph { repeated Node node = 1; repeated Value output = 12; }
  message Value { optional string name = 1; }
  message Node {
    repeated string input = 1;
    repeated string output = 2;
    optional string name = 3;
    optional string op_type = 4;
    repeated Attribute attribute = 5;
  }
  message Attribute {
    optional string name = 1;
    optional float f = 2;
    optional int64 i = 3;
    optional Tensor t = 5;
    repeated int64 ints = 8;
    optional int32 type = 20;
  }
  message Tensor {
    repeated int64 dims = 1;
    optional int32 data_type = 2;
    repeated float float_data = 4 [packed = true];
    optional bytes raw_data = 9;
  }`;

/** A whole number of the format, which may have 64 bits. */
export type WholeNumber = number | { readonly toNumber: () => number };

/** Constant numbers of a model; those of type FLOAT ({@link FLOAT}) as bytes, little end first, or as a list. */
export interface OnnxTensor {
  dims?: WholeNumber[];
  dataType?: number;
  floatData?: number[];
  rawData?: Uint8Array;
}

/** A setting of a node: one of a real number, a whole number, a list of those, a tensor; `type` says which. */
export interface OnnxAttribute {
  name?: string;
  type?: number;
  f?: number;
  i?: WholeNumber;
  t?: OnnxTensor;
  ints?: WholeNumber[];
}

/** One step of a model: takes the values with the names `input`, gives those with the names `output`. */
export interface OnnxNode {
  opType: string;
  name?: string;
  input: string[];
  output: string[];
  attribute: OnnxAttribute[];
}

/** The steps of a model, each after those whose values it takes, and the names of what it gives. To be changed in place. */
export interface OnnxModel {
  readonly graph: { node: OnnxNode[]; readonly output: readonly { readonly name?: string }[] };
}

/** `data_type` of a tensor of 32-bit floating point numbers. */
export const FLOAT = 1;
/** `type` of an attribute. */
export const ATTRIBUTE = { float: 1, int: 2, tensor: 4, ints: 7 } as const;

/** Reads a model. Throws a RangeError or Error of protobufjs where the bytes are no such file. */
export function decodeModel(bytes: Uint8Array): OnnxModel {
  const reader = protobuf.Reader.create(bytes);
  reader.discardUnknown = false;
  const model: unknown = modelType().decode(reader);
  return model as OnnxModel;
}

/** The file of a model. */
export function encodeModel(model: OnnxModel): Uint8Array {
  return modelType().encode(model).finish();
}

let parsed: protobuf.Type | null = null;

function modelType(): protobuf.Type {
  parsed ??= protobuf.parse(SCHEMA).root.lookupType('Model');
  return parsed;
}
