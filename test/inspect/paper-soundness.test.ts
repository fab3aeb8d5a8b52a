import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sentenceChecks } from "../../src/inspect/sentences/judgement.ts";
import { decimal } from "../../src/numbers/decimal.ts";
import { rational } from "../../src/numbers/rational.ts";
import { round } from "../../src/numbers/rounding.ts";
import { inspected, type MadeTable } from "./paper-of.ts";

const methods = ["ResNet-50", "MC-Net", "MC-Net++", "ViT-B/16", "DeiT-S", "BiLSTM-CRF"];
const datasets = ["CIFAR-10", "SVHN-Extra", "STL-10", "SST-2", "CoNLL-2003"];

/** A table of true scores in ten-thousandths of a percent, printed with one or two decimals; sentences round on their own. */
interface World {
  readonly scores: readonly (readonly number[])[];
  readonly decimals: 1 | 2;
}

const world: fc.Arbitrary<World> = fc.record({
  scores: fc.array(fc.array(fc.integer({ min: 500_000, max: 990_000 }), { minLength: 5, maxLength: 5 }), {
    minLength: 6,
    maxLength: 6,
  }),
  decimals: fc.constantFrom(1, 2),
});

function shown(tenThousandths: number, decimals: number): string {
  return round(rational(BigInt(tenThousandths), 10_000n), decimals).text;
}

function tableFrom({ scores, decimals }: World): MadeTable {
  return {
    label: "tab:main",
    caption: "Accuracy in percent.",
    rows: [
      ["Method", ...datasets],
      ...methods.map((name, row) => [name, ...(scores[row] ?? []).map((score) => shown(score, decimals))]),
    ],
  };
}

/** A sentence with its number apart, so that the number can be made wrong. */
interface Said {
  readonly before: string;
  readonly number: string;
  readonly after: string;
}

const pick = fc.tuple(fc.nat(5), fc.nat(4), fc.nat(3), fc.nat(4));

function sentencesFrom({ scores, decimals }: World, [row, other, form, column]: readonly number[]): readonly Said[] {
  const at = (index = 0, where = column ?? 0): number => scores[index]?.[where] ?? 0;
  const second = ((row ?? 0) + 1 + (other ?? 0)) % methods.length;
  const [name, rival, dataset] = [methods[row ?? 0], methods[second], datasets[column ?? 0]];
  const said = decimals === 2 && form === 0 ? 1 : decimals;
  const value = shown(at(row), said);
  const gain = Math.abs(at(row) - at(second));
  const wins = datasets.filter((_, where) => methods.every((_, index) => at(index, where) <= at(row, where))).length;
  return [
    { before: `${name} achieves an accuracy of `, number: value, after: ` % on ${dataset} (Table [ref:tab:main]).` },
    { before: `On ${dataset}, ${name} reaches `, number: value, after: "%." },
    { before: `As Table [ref:tab:main] shows, ${name} obtains `, number: value, after: ` on ${dataset}.` },
    {
      before: `${name} outperforms ${rival} by `,
      number: shown(gain, decimals),
      after: ` points on ${dataset} (Table [ref:tab:main]).`,
    },
    {
      before: `Compared to ${rival}, ${name} improves by `,
      number: round(rational(100n * BigInt(gain), BigInt(at(second))), 1).text,
      after: `% on ${dataset} (Table [ref:tab:main]).`,
    },
    {
      before: `${name} achieves the highest accuracy on `,
      number: String(wins),
      after: " of 5 datasets (Table [ref:tab:main]).",
    },
  ];
}

const text = ({ before, number, after }: Said): string => `${before}${number}${after}`;

describe("sentences of a true paper", () => {
  it("are never flagged, and mostly decided", () => {
    const count = { said: 0, decided: 0 };
    fc.assert(
      fc.property(world, pick, (made, picked) => {
        const said = sentencesFrom(made, picked);
        const { findings, sentences } = inspected([tableFrom(made)], said.map(text), sentenceChecks);
        count.said += said.length;
        count.decided += sentences.decided;
        expect(findings.map(({ headline }) => headline)).toEqual([]);
      }),
      { seed: 11, numRuns: 40 },
    );
    expect(count.decided / count.said).toBeGreaterThan(0.95);
  });

  it("are flagged where one digit is changed, but for changes that rounding or another meaning allows", () => {
    const count = { wrong: 0, caught: 0 };
    fc.assert(
      fc.property(world, pick, fc.nat(5), fc.integer({ min: 1, max: 9 }), (made, picked, which, by) => {
        const said = sentencesFrom(made, picked)[which] as Said;
        const last = Number(said.number.at(-1));
        const number = `${said.number.slice(0, -1)}${(last + by) % 10}`;
        if (which === 5 && Number(number) > 5) return;
        const { findings } = inspected([tableFrom(made)], [text({ ...said, number })], sentenceChecks);
        count.wrong += 1;
        count.caught += findings.length;
      }),
      { seed: 12, numRuns: 100 },
    );
    expect(count.caught / count.wrong).toBeGreaterThan(0.85);
  });

  it("are contradicted only where they name table, row and column", () => {
    fc.assert(
      fc.property(world, pick, (made, picked) => {
        const wrong = sentencesFrom(made, picked).map((said) => ({ ...said, number: decimal(999n, 1).text }));
        const { findings } = inspected([tableFrom(made)], wrong.map(text), sentenceChecks);
        const contradicted = findings.filter(({ strength }) => strength === "contradiction");
        for (const { accused } of contradicted) expect([1, 3]).toContain(accused[0]?.place.line);
      }),
      { seed: 13, numRuns: 12 },
    );
  });
});
