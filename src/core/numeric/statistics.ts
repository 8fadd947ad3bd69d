/** The door to simple-statistics: descriptive statistics on plain arrays; each throws on an empty array. */
export { mean, median, medianAbsoluteDeviation, sampleStandardDeviation } from "simple-statistics";
