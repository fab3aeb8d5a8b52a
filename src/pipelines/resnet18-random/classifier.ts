/** nu of every one-class SVM: scikit-learn's default, which both codes leave as it is. */
export const nu = 0.5;

/** Accepted violation of the SVM's optimality conditions: scikit-learn's default. */
export const tolerance = 1e-3;

/** The RBF kernel's gamma is this over (width · variance of all entries of the fitted matrix), times the multiple. */
export const gammaNumerator = 10;

/** Multiples of that gamma which K9DE tried; 1 is the paper's. */
export const gammaMultiples = [0.01, 0.1, 1, 5, 8, 10, 100] as const;
