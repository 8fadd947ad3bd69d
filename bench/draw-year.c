/* The arithmetic of simulating one scheme, as the engine does it, in plain C: for every draw and year a word of
   Threefry-2x32-20 (a block serves two years), a normal deviate from the table of AS 241, a step of the walk, the share
   that far from the forecast, the bend below the draw's ceiling, the base, the participants. Prints nanoseconds per
   draw-year; `draw-year DRAWS YEARS 0` leaves the ceiling out. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { OCTAVES = 16, CELLS = 16, PLACES = 8, NODES = 6 };
static double table[OCTAVES * CELLS * PLACES];

static inline uint32_t turn(uint32_t x, int by) { return (x << by) | (x >> (32 - by)); }

static void words(uint32_t k0, uint32_t k1, uint32_t index, int draws, uint32_t *first, uint32_t *second) {
  static const int by[2][4] = {{13, 15, 26, 6}, {17, 29, 16, 24}};
  const uint32_t k[3] = {k0, k1, 0x1bd11bdau ^ k0 ^ k1};
  for (int i = 0; i < draws; i++) {
    uint32_t a = i + k0, b = index + k1;
#pragma GCC unroll 5
    for (int block = 0; block < 5; block++) {
#pragma GCC unroll 4
      for (int round = 0; round < 4; round++) {
        a += b;
        b = turn(b, by[block & 1][round]) ^ a;
      }
      a += k[(block + 1) % 3];
      b += k[(block + 2) % 3] + block + 1;
    }
    first[i] = a;
    second[i] = b;
  }
}

static double ratio(const double *n, const double *d, double r) {
  return (((((((n[7] * r + n[6]) * r + n[5]) * r + n[4]) * r + n[3]) * r + n[2]) * r + n[1]) * r + n[0]) /
         (((((((d[6] * r + d[5]) * r + d[4]) * r + d[3]) * r + d[2]) * r + d[1]) * r + d[0]) * r + 1);
}

static double quantile(double p) {
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

static void polynomial(double middle, double half, double *coefficients) {
  double node[NODES], difference[NODES];
  for (int i = 0; i < NODES; i++) {
    node[i] = cos(acos(-1) * (2 * i + 1) / (2 * NODES));
    difference[i] = quantile((middle + node[i] * half) / 4294967296.0);
    coefficients[i] = 0;
  }
  for (int order = 1; order < NODES; order++)
    for (int i = NODES - 1; i >= order; i--)
      difference[i] = (difference[i] - difference[i - 1]) / (node[i] - node[i - order]);
  for (int i = NODES - 1; i >= 0; i--) {
    for (int power = NODES - 1; power > 0; power--)
      coefficients[power] = coefficients[power - 1] - node[i] * coefficients[power];
    coefficients[0] = difference[i] - node[i] * coefficients[0];
  }
  for (int power = 0; power < NODES; power++) coefficients[power] /= pow(half, power);
}

static void tabulate(void) {
  for (int octave = 0; octave < OCTAVES; octave++)
    for (int cell = 0; cell < CELLS; cell++) {
      const double width = ldexp(1, 30 - octave) / CELLS;
      double *at = table + (octave * CELLS + cell) * PLACES;
      at[0] = ldexp(1, 30 - octave) + (cell + 0.5) * width;
      polynomial(at[0], width / 2, at + 1);
    }
}

static inline double uniform(uint32_t word) { return (word + 0.5) / 4294967296.0; }

static inline double normal(uint32_t word) {
  const int32_t side = (int32_t)word >> 31, sign = side | 1;
  const uint32_t whole = (word ^ side) & 0x7fffffff;
  const double v = whole + 0.5;
  if (whole < 1u << 15) return sign * quantile(v / 4294967296.0);
  const int zeros = __builtin_clz(whole);
  const double *t = table + ((zeros - 1) * CELLS + (int)((whole << zeros) >> 27) - CELLS) * PLACES;
  const double d = v - t[0], d2 = d * d;
  return sign * (t[1] + t[2] * d + (t[3] + t[4] * d + (t[5] + t[6] * d) * d2) * d2);
}

static inline double logit(double p, double limit) { return log(p / (limit - p)); }

int main(int argc, char **argv) {
  const int draws = argc > 1 ? atoi(argv[1]) : 10000, years = argc > 2 ? atoi(argv[2]) : 10, rounds = 40;
  const int bends = argc > 3 ? atoi(argv[3]) : 1;
  const double last = 0.6, lastZ = logit(last, 1);
  const size_t row = sizeof(double) * draws;
  double *walk = malloc(row), *widen = malloc(row), *limit = malloc(row), *pace = malloc(row), *start = malloc(row);
  double *yearly = malloc(row), *apart = malloc(row), sum = 0;
  uint32_t *pair[2] = {malloc(sizeof(uint32_t) * draws), malloc(sizeof(uint32_t) * draws)};
  struct timespec from, to;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
  tabulate();
  for (int round = 0; round < rounds; round++) {
    double *share = malloc(row * years), *base = malloc(row * years), *people = malloc(row * years);
    words(round, 1, 0, draws, pair[0], pair[1]);
    for (int i = 0; i < draws; i++) {
      yearly[i] = exp(0.003 * normal(pair[0][i]));
      apart[i] = exp(0.004 * normal(pair[1][i]));
    }
    for (int t = 0; t < years; t++) {
      const double mean = 1e6 * exp(0.007 * (t + 1));
      for (int i = 0; i < draws; i++) {
        apart[i] *= yearly[i];
        base[t * draws + i] = mean * apart[i];
      }
    }
    words(round, 2, 0, draws, pair[0], pair[1]);
    for (int i = 0; i < draws; i++) {
      const double z = normal(pair[1][i]);
      walk[i] = 0;
      widen[i] = sqrt(3 / (z * z - 2 * log(uniform(pair[0][i]))));
    }
    if (bends) {
      words(round, 3, 0, draws, pair[0], pair[1]);
      for (int i = 0; i < draws; i++) {
        limit[i] = 0.62 + 0.38 / (1 + exp(-0.5 - 0.5 * normal(pair[0][i])));
        pace[i] = limit[i] * (1 - last) / (limit[i] - last);
        start[i] = pace[i] * lastZ - logit(last, limit[i]);
      }
    }
    for (int t = 0; t < years; t++) {
      if (t % 2 == 0) words(round, 4, t / 2, draws, pair[0], pair[1]);
      const uint32_t *word = pair[t & 1];
      const double centre = 0.6 + 0.015 * (t + 1), spread = 0.03 * sqrt(t + 1.0), perWalk = 1 / sqrt(t + 1.0);
      const double below = 0.8 * spread / centre, above = 1.2 * spread / (1 - centre);
      const double slope = (above + below) / 2, tilt = (above - below) / 2, roomTilt = 0.5 - centre;
      double *at = share + t * draws;
      for (int i = 0; i < draws; i++) {
        walk[i] += normal(word[i]);
        at[i] = walk[i] * perWalk * widen[i];
      }
      for (int i = 0; i < draws; i++) {
        const double r = fmin(1e3, fmax(-1e3, slope * at[i] + tilt * fabs(at[i]))), squared = r * r;
        const double used = r / sqrt(sqrt(1 + squared * squared));
        at[i] = fmin(1 - 1e-6, fmax(1e-6, centre + 0.5 * used + roomTilt * fabs(used)));
      }
      if (bends)
        for (int i = 0; i < draws; i++)
          if (at[i] > last) at[i] = limit[i] / (1 + exp(start[i] - pace[i] * logit(at[i], 1)));
    }
    for (int i = 0; i < draws * years; i++) people[i] = share[i] * base[i];
    sum += people[draws / 2];
    free(share), free(base), free(people);
  }
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
  const double ns = (to.tv_sec - from.tv_sec) * 1e9 + (to.tv_nsec - from.tv_nsec);
  printf("%.3f\n", ns / rounds / draws / years);
  return sum == 0;
}
