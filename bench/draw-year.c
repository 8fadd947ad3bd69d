/* The arithmetic of simulating one scheme, as the engine does it, in plain C: for every draw and year a Threefry-2x32-20
   word, a normal deviate by AS 241, a step of the walk, the share that far from the forecast, the bend below the draw's
   ceiling, the base, the participants. Prints nanoseconds per draw-year. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static inline uint32_t turn(uint32_t x, int by) { return (x << by) | (x >> (32 - by)); }

static double uniform(uint32_t k0, uint32_t k1, uint32_t c0, uint32_t c1) {
  static const int by[2][4] = {{13, 15, 26, 6}, {17, 29, 16, 24}};
  const uint32_t k[3] = {k0, k1, 0x1bd11bdau ^ k0 ^ k1};
  uint32_t a = c0 + k0, b = c1 + k1;
#pragma GCC unroll 5
  for (int block = 0; block < 5; block++) {
#pragma GCC unroll 4
    for (int i = 0; i < 4; i++) {
      a += b;
      b = turn(b, by[block & 1][i]) ^ a;
    }
    a += k[(block + 1) % 3];
    b += k[(block + 2) % 3] + block + 1;
  }
  return ((double)(a >> 5) * 67108864.0 + (double)(b >> 6) + 0.5) / 9007199254740992.0;
}

static double ratio(const double *n, const double *d, double r) {
  return (((((((n[7] * r + n[6]) * r + n[5]) * r + n[4]) * r + n[3]) * r + n[2]) * r + n[1]) * r + n[0]) /
         (((((((d[6] * r + d[5]) * r + d[4]) * r + d[3]) * r + d[2]) * r + d[1]) * r + d[0]) * r + 1);
}

static double normal(double p) {
  static const double a[] = {3.3871328727963665,   133.14166789178438,  1971.5909503065513, 13731.69376550946,
                             45921.95393154987,    67265.7709270087,    33430.57558358813,  2509.0809287301227};
  static const double b[] = {42.31333070160091,  687.1870074920579,  5394.196021424751, 21213.794301586597,
                             39307.89580009271,  28729.085735721943, 5226.495278852854};
  static const double c[] = {1.4234371107496835, 4.630337846156546,  5.769497221460691,    3.6478483247632045,
                             1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 0.0007745450142783414};
  static const double d[] = {2.053191626637759,    1.6763848301838038,   0.6897673349851,     0.14810397642748008,
                             0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-9};
  static const double e[] = {6.657904643501103,    5.463784911164114,     1.7848265399172913,    0.29656057182850487,
                             0.026532189526576124, 0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7};
  static const double f[] = {0.599832206555888,     0.1369298809227358,   0.014875361290850615, 0.0007868691311456133,
                             1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15};
  const double q = p - 0.5;
  if (fabs(q) <= 0.425) return q * ratio(a, b, 0.180625 - q * q);
  const double r = sqrt(-log(q < 0 ? p : 1 - p));
  const double z = r <= 5 ? ratio(c, d, r - 1.6) : ratio(e, f, r - 5);
  return q < 0 ? -z : z;
}

static inline double logit(double p, double limit) { return log(p / (limit - p)); }

static inline double expit(double z, double limit) {
  if (z >= 0) return limit / (1 + exp(-z));
  const double e = exp(z);
  return limit * e / (1 + e);
}

static double shareAt(double x, double centre, double lower, double upper) {
  const double room = x < 0 ? centre : 1 - centre, distance = x < 0 ? -x * lower : x * upper;
  const double part = distance / room, squared = part * part;
  const double used = part > 1e3 ? room : distance / sqrt(sqrt(1 + squared * squared));
  return x < 0 ? centre - used : centre + used;
}

int main(int argc, char **argv) {
  const int draws = argc > 1 ? atoi(argv[1]) : 10000, years = argc > 2 ? atoi(argv[2]) : 10, rounds = 40;
  const double last = 0.6, lastZ = logit(last, 1);
  double *people = malloc(sizeof(double) * draws * years), *base = malloc(sizeof(double) * draws * years);
  double *walk = malloc(sizeof(double) * draws), *widen = malloc(sizeof(double) * draws);
  double *limit = malloc(sizeof(double) * draws), *pace = malloc(sizeof(double) * draws);
  double *start = malloc(sizeof(double) * draws), sum = 0;
  struct timespec from, to;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
  for (int round = 0; round < rounds; round++) {
    for (int i = 0; i < draws; i++) {
      const double n = normal(uniform(round, 1, i, 1));
      walk[i] = 0;
      widen[i] = sqrt(3 / (-2 * log(uniform(round, 1, i, 0)) + n * n));
      limit[i] = 0.62 + 0.38 * expit(0.5 + 0.5 * normal(uniform(round, 2, i, 0)), 1);
      pace[i] = limit[i] * (1 - last) / (limit[i] - last);
      start[i] = pace[i] * lastZ - logit(last, limit[i]);
      const double level = 0.004 * normal(uniform(round, 3, i, 0)), growth = 0.003 * normal(uniform(round, 4, i, 0));
      for (int t = 0; t < years; t++) base[t * draws + i] = 1e6 * exp(level + (0.007 + growth) * (t + 1));
    }
    for (int t = 0; t < years; t++) {
      const double centre = 0.6 + 0.015 * (t + 1), spread = 0.03 * sqrt(t + 1.0), perWalk = 1 / sqrt(t + 1.0);
      for (int i = 0; i < draws; i++) {
        walk[i] += normal(uniform(round, 5, i, t + 1));
        double share = shareAt(walk[i] * perWalk * widen[i], centre, 0.8 * spread, 1.2 * spread);
        share = fmin(1 - 1e-6, fmax(1e-6, share));
        if (share > last) share = limit[i] / (1 + exp(start[i] - pace[i] * logit(share, 1)));
        people[t * draws + i] = share * base[t * draws + i];
      }
    }
    sum += people[draws / 2];
  }
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
  const double ns = (to.tv_sec - from.tv_sec) * 1e9 + (to.tv_nsec - from.tv_nsec);
  printf("%.3f\n", ns / rounds / draws / years);
  return sum == 0;
}
