import type { DatasetEntry, RegistryFile } from "./entry.ts";

/**
 * CIFAR-10, binary version. The archive's MD5 is given by the authors, its SHA-256 by TensorFlow Datasets; the MD5 and
 * SHA-256 of the batches are taken from files whose SHA-1 is the one that Apache MXNet lists.
 */
export const cifar10: DatasetEntry = {
  name: "cifar-10",
  title: "CIFAR-10",
  folder: "cifar-10-batches-bin",
  image: { channels: 3, height: 32, width: 32 },
  classes: ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"],
  form: {
    kind: "cifar",
    labels: "cifar-10",
    train: {
      countPerFile: 10_000,
      files: [
        batch(
          "data_batch_1.bin",
          "5dd7e06a14cb22eb9f671a540d1b7c25",
          "cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5",
        ),
        batch(
          "data_batch_2.bin",
          "5ea93a67294ea407fff1d09f752e9692",
          "a591ca11fa1708a91ee40f54b3da4784ccd871ecf2137de63f51ada8b3fa57ed",
        ),
        batch(
          "data_batch_3.bin",
          "942cd6a4bcdd0dd3c604fbe906cb4421",
          "bbe8596564c0f86427f876058170b84dac6670ddf06d79402899d93ceea26f67",
        ),
        batch(
          "data_batch_4.bin",
          "ae636b3ba5c66a11e91e8cb52e771fcb",
          "014e562d6e23c72197cc727519169a60359f5eccd8945ad5a09d710285ff4e48",
        ),
        batch(
          "data_batch_5.bin",
          "53f37980c15c3d472c316c40844f3f0d",
          "755304fc0b379caeae8c14f0dac912fbc7d6cd469eb67a1029a08a39453a9add",
        ),
      ],
    },
    test: {
      countPerFile: 10_000,
      files: [
        batch(
          "test_batch.bin",
          "803d5f7f4d78ea53de84dbe85f74fb6d",
          "8e2eb146ae340b09e24670f29cabc6326dba54da8789dab6768acf480273f65b",
        ),
      ],
    },
  },
  origin: {
    kind: "archive",
    address: "https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz",
    bytes: 170_052_171,
    checksums: {
      md5: "c32a1d4ab5d03f1284b67883e8d87530",
      sha256: "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd",
    },
  },
  homepage: "https://www.cs.toronto.edu/~kriz/cifar.html",
  licence: "no formal licence; the authors ask for the citation",
  citation:
    "A. Krizhevsky: Learning multiple layers of features from tiny images. Technical report, University of Toronto, 2009.",
};

function batch(name: string, md5: string, sha256: string): RegistryFile {
  return { path: `cifar-10-batches-bin/${name}`, bytes: 30_730_000, checksums: { md5, sha256 } };
}
