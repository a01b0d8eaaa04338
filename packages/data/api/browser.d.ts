export { defineDataset };
