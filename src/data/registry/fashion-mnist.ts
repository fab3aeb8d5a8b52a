import type { DatasetEntry } from "./entry.ts";

/** Fashion-MNIST articles of clothing. MD5 as listed in the official README; SHA-256 taken from files that match. */
export const fashionMnist: DatasetEntry = {
  name: "fashion-mnist",
  title: "Fashion-MNIST",
  folder: "fashion-mnist",
  image: { channels: 1, height: 28, width: 28 },
  classes: ["t-shirt/top", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot"],
  form: {
    kind: "idx",
    train: {
      count: 60_000,
      images: {
        path: "fashion-mnist/train-images-idx3-ubyte.gz",
        bytes: 26_421_880,
        checksums: {
          md5: "8d4fb7e6c68d591d4c3dfef9ec88bf0d",
          sha256: "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
        },
      },
      labels: {
        path: "fashion-mnist/train-labels-idx1-ubyte.gz",
        bytes: 29_515,
        checksums: {
          md5: "25c81989df183df01b3e8a0aad5dffbe",
          sha256: "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
        },
      },
    },
    test: {
      count: 10_000,
      images: {
        path: "fashion-mnist/t10k-images-idx3-ubyte.gz",
        bytes: 4_422_102,
        checksums: {
          md5: "bef4ecab320f06d8554ea6380940ec79",
          sha256: "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
        },
      },
      labels: {
        path: "fashion-mnist/t10k-labels-idx1-ubyte.gz",
        bytes: 5_148,
        checksums: {
          md5: "bb300cfdad3c16e7a12a480ee83cd310",
          sha256: "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5",
        },
      },
    },
  },
  origin: {
    kind: "files",
    addresses: ["http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"],
  },
  homepage: "https://github.com/zalandoresearch/fashion-mnist",
  licence: "MIT",
  citation:
    "H. Xiao, K. Rasul, R. Vollgraf: Fashion-MNIST: a novel image dataset for benchmarking machine learning algorithms. arXiv:1708.07747, 2017.",
};
