// An optional dependency that may be absent: importing it registers TensorFlow's backend with tfjs-core.
declare module "@tensorflow/tfjs-node-gpu" {
  export const version: { readonly "tfjs-node": string };
}
