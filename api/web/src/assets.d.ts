declare module '*.wasm' {
  /** Where the built file stands, relative to the script. */
  const path: string;
  export default path;
}
