export { CSVDataset };
export { CSVOptions };
export { TableOptions };
