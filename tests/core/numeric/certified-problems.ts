/** A certified nonlinear regression of the NIST Statistical Reference Datasets (public domain, itl.nist.gov/div898/strd). */
export interface CertifiedProblem {
  readonly name: string;
  readonly model: string;
  readonly parameters: readonly string[];
  readonly starts: readonly (readonly number[])[];
  readonly certified: readonly number[];
  readonly standardErrors: readonly number[];
  readonly residualSumOfSquares: number;
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** Six of them, from easy to nasty: Lanczos3 is nearly singular, MGH17 and BoxBOD have starts far away. */
export const certifiedProblems: readonly CertifiedProblem[] = [
  {
    name: "Misra1a",
    model: "b1*(1-exp(-b2*x))",
    parameters: ["b1", "b2"],
    starts: [
      [500, 0.0001],
      [250, 0.0005],
    ],
    certified: [238.94212918, 0.00055015643181],
    standardErrors: [2.7070075241, 0.0000072668688436],
    residualSumOfSquares: 0.12455138894,
    x: [77.6, 114.9, 141.1, 190.8, 239.9, 289, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760],
    y: [10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.4, 75.47, 81.78],
  },
  {
    name: "Rat42",
    model: "b1/(1+exp(b2-b3*x))",
    parameters: ["b1", "b2", "b3"],
    starts: [
      [100, 1, 0.1],
      [75, 2.5, 0.07],
    ],
    certified: [72.462237576, 2.6180768402, 0.067359200066],
    standardErrors: [1.7340283401, 0.088295217536, 0.0034465663377],
    residualSumOfSquares: 8.0565229338,
    x: [9, 14, 21, 28, 42, 57, 63, 70, 79],
    y: [8.93, 10.8, 18.59, 22.33, 39.35, 56.11, 61.73, 64.62, 67.08],
  },
  {
    name: "BoxBOD",
    model: "b1*(1-exp(-b2*x))",
    parameters: ["b1", "b2"],
    starts: [
      [1, 1],
      [100, 0.75],
    ],
    certified: [213.80940889, 0.54723748542],
    standardErrors: [12.354515176, 0.10455993237],
    residualSumOfSquares: 1168.0088766,
    x: [1, 2, 3, 5, 7, 10],
    y: [109, 149, 149, 191, 213, 224],
  },
  {
    name: "MGH17",
    model: "b1+b2*exp(-x*b4)+b3*exp(-x*b5)",
    parameters: ["b1", "b2", "b3", "b4", "b5"],
    starts: [
      [50, 150, -100, 1, 2],
      [0.5, 1.5, -1, 0.01, 0.02],
    ],
    certified: [0.37541005211, 1.9358469127, -1.4646871366, 0.01286753464, 0.022122699662],
    standardErrors: [0.0020723153551, 0.22031669222, 0.22175707739, 0.00044861358114, 0.00089471996575],
    residualSumOfSquares: 0.000054648946975,
    x: [
      0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150, 160, 170, 180, 190, 200, 210, 220, 230, 240,
      250, 260, 270, 280, 290, 300, 310, 320,
    ],
    y: [
      0.844, 0.908, 0.932, 0.936, 0.925, 0.908, 0.881, 0.85, 0.818, 0.784, 0.751, 0.718, 0.685, 0.658, 0.628, 0.603,
      0.58, 0.558, 0.538, 0.522, 0.506, 0.49, 0.478, 0.467, 0.457, 0.448, 0.438, 0.431, 0.424, 0.42, 0.414, 0.411,
      0.406,
    ],
  },
  {
    name: "Lanczos3",
    model: "b1*exp(-b2*x)+b3*exp(-b4*x)+b5*exp(-b6*x)",
    parameters: ["b1", "b2", "b3", "b4", "b5", "b6"],
    starts: [
      [1.2, 0.3, 5.6, 5.5, 6.5, 7.6],
      [0.5, 0.7, 3.6, 4.2, 4, 6.3],
    ],
    certified: [0.086816414977, 0.95498101505, 0.84400777463, 2.9515951832, 1.5825685901, 4.9863565084],
    standardErrors: [0.017197908859, 0.097041624475, 0.041488663282, 0.10766312506, 0.058371576281, 0.034436403035],
    residualSumOfSquares: 1.6117193594e-8,
    x: [
      0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1,
      1.05, 1.1, 1.15,
    ],
    y: [
      2.5134, 2.0443, 1.6684, 1.3664, 1.1232, 0.9269, 0.7679, 0.6389, 0.5338, 0.4479, 0.3776, 0.3197, 0.272, 0.2325,
      0.1997, 0.1723, 0.1493, 0.1301, 0.1138, 0.1, 0.0883, 0.0783, 0.0698, 0.0624,
    ],
  },
  {
    name: "DanWood",
    model: "b1*x^b2",
    parameters: ["b1", "b2"],
    starts: [
      [1, 5],
      [0.7, 4],
    ],
    certified: [0.76886226176, 3.8604055871],
    standardErrors: [0.01828197386, 0.051726610913],
    residualSumOfSquares: 0.0043173084083,
    x: [1.309, 1.471, 1.49, 1.565, 1.611, 1.68],
    y: [2.138, 3.421, 3.597, 4.34, 4.882, 5.66],
  },
];
