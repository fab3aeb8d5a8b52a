import type { DatasetEntry } from "./entry.ts";

/** MNIST handwritten digits. MD5 as listed by torchvision for the original files; SHA-256 taken from files that match. */
export const mnist: DatasetEntry = {
  name: "mnist",
  title: "MNIST",
  folder: "mnist",
  image: { channels: 1, height: 28, width: 28 },
  classes: ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
  form: {
    kind: "idx",
    train: {
      count: 60_000,
      images: {
        path: "mnist/train-images-idx3-ubyte.gz",
        bytes: 9_912_422,
        checksums: {
          md5: "f68b3c2dcbeaaa9fbdd348bbdeb94873",
          sha256: "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
        },
      },
      labels: {
        path: "mnist/train-labels-idx1-ubyte.gz",
        bytes: 28_881,
        checksums: {
          md5: "d53e105ee54ea40749a09fcbcd1e9432",
          sha256: "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
        },
      },
    },
    test: {
      count: 10_000,
      images: {
        path: "mnist/t10k-images-idx3-ubyte.gz",
        bytes: 1_648_877,
        checksums: {
          md5: "9fb629c4189551a2d022fa330f9573f3",
          sha256: "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
        },
      },
      labels: {
        path: "mnist/t10k-labels-idx1-ubyte.gz",
        bytes: 4_542,
        checksums: {
          md5: "ec29112dd5afa0611ce80d1b7f02629c",
          sha256: "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
        },
      },
    },
  },
  origin: {
    kind: "files",
    // The author's own server often refuses; the PyTorch project mirrors the files byte by byte.
    addresses: ["https://ossci-datasets.s3.amazonaws.com/mnist/", "http://yann.lecun.com/exdb/mnist/"],
  },
  homepage: "http://yann.lecun.com/exdb/mnist/",
  licence: "no licence stated by the authors; commonly given as CC BY-SA 3.0",
  citation:
    "Y. LeCun, L. Bottou, Y. Bengio, P. Haffner: Gradient-based learning applied to document recognition. Proceedings of the IEEE 86(11), 1998.",
};
