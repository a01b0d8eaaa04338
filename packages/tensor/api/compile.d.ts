export { CompileOptions };
export { Compiled };
export { compile };
export { isCompiling };
