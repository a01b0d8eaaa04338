// What all-reduce.js does, in C: the median of so many sums of 10 MB over all ranks, in milliseconds, said by rank 0.

#include <mpi.h>
#include <stdio.h>
#include <stdlib.h>

static int ascending(const void *a, const void *b) {
  double left = *(const double *)a, right = *(const double *)b;
  return (left > right) - (left < right);
}

int main(int argc, char **argv) {
  const int count = 2621440, rounds = argc > 1 ? atoi(argv[1]) : 50;
  int rank;
  MPI_Init(&argc, &argv);
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  float *elements = malloc(count * sizeof *elements);
  double *took = malloc(rounds * sizeof *took);
  for (int at = 0; at < count; at++) elements[at] = 0;
  for (int round = -5; round < rounds; round++) {
    MPI_Barrier(MPI_COMM_WORLD);
    double begin = MPI_Wtime();
    MPI_Allreduce(MPI_IN_PLACE, elements, count, MPI_FLOAT, MPI_SUM, MPI_COMM_WORLD);
    if (round >= 0) took[round] = 1000 * (MPI_Wtime() - begin);
  }
  qsort(took, rounds, sizeof *took, ascending);
  if (rank == 0) printf("%.3f\n", took[rounds / 2]);
  MPI_Finalize();
  return 0;
}
