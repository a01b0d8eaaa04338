export { CheckpointOptions };
export { checkpoint };
export { checkpointSequential };
