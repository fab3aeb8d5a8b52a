/** The classifiers of small images, by name; apart from their code, so that naming one loads nothing. */
export const classifierNames = ["resnet18", "spinal-vgg", "vgg"] as const;

export type ClassifierName = (typeof classifierNames)[number];
