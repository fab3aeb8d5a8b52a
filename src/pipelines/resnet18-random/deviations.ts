import type { Protocol } from "../../paper/experiment.ts";
import { imagesPerClass, smokeSide, type Variant } from "./settings.ts";

/** Every way in which a protocol departs from the paper's, in words. */
export function deviations(protocol: Protocol, variant: Variant): readonly string[] {
  if (protocol === "paper") return [];
  const { trainPerClass, testPerClass } = imagesPerClass[protocol];
  const images = [
    `at most the first ${trainPerClass} training images of each class are fitted or drawn from`,
    `only the first ${testPerClass} test images of each class are scored`,
  ];
  if (protocol === "reduced") return images;
  return [
    "embedded synthetic images stand in for the data set",
    ...images,
    ...(variant === "k9de"
      ? [`images are resized to ${smokeSide.resize} and cut to ${smokeSide.crop} pixels, instead of 256 and 224`]
      : []),
  ];
}
