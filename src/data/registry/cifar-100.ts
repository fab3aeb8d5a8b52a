import type { DatasetEntry } from "./entry.ts";

const fineClasses: readonly string[] = (
  "apple,aquarium fish,baby,bear,beaver,bed,bee,beetle,bicycle,bottle,bowl,boy,bridge,bus,butterfly,camel,can,castle," +
  "caterpillar,cattle,chair,chimpanzee,clock,cloud,cockroach,couch,crab,crocodile,cup,dinosaur,dolphin,elephant," +
  "flatfish,forest,fox,girl,hamster,house,kangaroo,keyboard,lamp,lawn mower,leopard,lion,lizard,lobster,man,maple tree," +
  "motorcycle,mountain,mouse,mushroom,oak tree,orange,orchid,otter,palm tree,pear,pickup truck,pine tree,plain,plate," +
  "poppy,porcupine,possum,rabbit,raccoon,ray,road,rocket,rose,sea,seal,shark,shrew,skunk,skyscraper,snail,snake,spider," +
  "squirrel,streetcar,sunflower,sweet pepper,table,tank,telephone,television,tiger,tractor,train,trout,tulip,turtle," +
  "wardrobe,whale,willow tree,wolf,woman,worm"
).split(",");

const coarseClasses: readonly string[] = (
  "aquatic mammals|fish|flowers|food containers|fruit and vegetables|household electrical devices|household furniture|" +
  "insects|large carnivores|large man-made outdoor things|large natural outdoor scenes|large omnivores and herbivores|" +
  "medium-sized mammals|non-insect invertebrates|people|reptiles|small mammals|trees|vehicles 1|vehicles 2"
).split("|");

const splits = {
  train: {
    countPerFile: 50_000,
    files: [
      {
        path: "cifar-100-binary/train.bin",
        bytes: 153_700_000,
        checksums: { sha1: "e207cd2e05b73b1393c74c7f5e7bea451d63e08e" },
      },
    ],
  },
  test: {
    countPerFile: 10_000,
    files: [
      {
        path: "cifar-100-binary/test.bin",
        bytes: 30_740_000,
        checksums: { sha1: "8fb6623e830365ff53cf14adec797474f5478006" },
      },
    ],
  },
};

/**
 * CIFAR-100, binary version, with its hundred fine classes. The archive's MD5 is given by the authors, its SHA-256 by
 * TensorFlow Datasets, the SHA-1 of its files by Apache MXNet.
 */
export const cifar100: DatasetEntry = {
  name: "cifar-100",
  title: "CIFAR-100 (100 fine classes)",
  folder: "cifar-100-binary",
  image: { channels: 3, height: 32, width: 32 },
  classes: fineClasses,
  form: { kind: "cifar", labels: "cifar-100-fine", ...splits },
  origin: {
    kind: "archive",
    address: "https://www.cs.toronto.edu/~kriz/cifar-100-binary.tar.gz",
    bytes: 168_513_733,
    checksums: {
      md5: "03b5dce01913d631647c71ecec9e9cb8",
      sha256: "58a81ae192c23a4be8b1804d68e518ed807d710a4eb253b1f2a199162a40d8ec",
    },
  },
  homepage: "https://www.cs.toronto.edu/~kriz/cifar.html",
  licence: "no formal licence; the authors ask for the citation",
  citation:
    "A. Krizhevsky: Learning multiple layers of features from tiny images. Technical report, University of Toronto, 2009.",
};

/** The same files with the twenty coarse classes. */
export const cifar100Coarse: DatasetEntry = {
  ...cifar100,
  name: "cifar-100-coarse",
  title: "CIFAR-100 (20 coarse classes)",
  classes: coarseClasses,
  form: { kind: "cifar", labels: "cifar-100-coarse", ...splits },
};
