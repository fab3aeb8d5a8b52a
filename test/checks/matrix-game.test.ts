import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { solveMatrixGame } from "../../src/checks/matrix-game.ts";
import { compare, multiply, one, rational, total } from "../../src/numbers/rational.ts";

const game = (rows: readonly (readonly number[])[]) => solveMatrixGame(rows.map((row) => row.map((n) => rational(n))));

describe("solveMatrixGame", () => {
  it.each([
    // Rock, paper, scissors is fair; the 2 × 2 game without a saddle has value (ad − bc) / (a + d − b − c).
    [
      [
        [0, -1, 1],
        [1, 0, -1],
        [-1, 1, 0],
      ],
      rational(0),
    ],
    [
      [
        [3, -1],
        [-2, 4],
      ],
      rational(10, 10),
    ],
    [
      [
        [1, 2],
        [3, 4],
      ],
      rational(3),
    ],
    [[[5]], rational(5)],
    [[[-5, -7]], rational(-7)],
  ] as const)("%j has its known value", (rows, value) => {
    expect(game(rows).value).toEqual(value);
  });

  it("gives mixtures that prove one another", () => {
    const entry = fc.integer({ min: -20, max: 20 });
    const matrices = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 12 }))
      .chain(([width, height]) =>
        fc.array(fc.array(entry, { minLength: width, maxLength: width }), { minLength: height, maxLength: height }),
      );
    fc.assert(
      fc.property(matrices, (rows) => {
        const { value, columns, rows: shares } = game(rows);
        expect(total(columns)).toEqual(one);
        expect(total(shares)).toEqual(one);
        for (const share of [...columns, ...shares]) expect(share.numerator >= 0n).toBe(true);
        for (const row of rows) {
          const paid = total(row.map((n, column) => multiply(rational(n), columns[column] ?? one)));
          expect(compare(paid, value)).toBeLessThanOrEqual(0);
        }
        columns.forEach((_, column) => {
          const paid = total(rows.map((row, index) => multiply(rational(row[column] ?? 0), shares[index] ?? one)));
          expect(compare(paid, value)).toBeGreaterThanOrEqual(0);
        });
      }),
      { seed: 91, numRuns: 150 },
    );
  });
});
