// How long a run of the training figure is. Loads no library, so that the page can know.

export const steps = 400;
